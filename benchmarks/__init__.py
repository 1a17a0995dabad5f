"""This project measured against its peers, on the same database, in one run."""

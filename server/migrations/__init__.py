"""The history of the tables, applied in order."""

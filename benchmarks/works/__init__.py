"""What every peer is asked to do, and how one tells that all of them did the same."""

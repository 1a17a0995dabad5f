"""The folders of an account."""

"""Use cases that touch several nouns at once, such as a new account with its people."""

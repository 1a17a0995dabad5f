"""Accounts: the entities a firm works for."""

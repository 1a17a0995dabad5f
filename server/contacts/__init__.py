"""Contacts, their links to accounts, and the rights on each link."""

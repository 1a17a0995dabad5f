"""Contacts and their links in GraphQL."""

"""Folders in GraphQL."""

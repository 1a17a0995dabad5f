"""Firms in GraphQL."""

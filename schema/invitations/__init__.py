"""Invitations and their e-mails in GraphQL."""

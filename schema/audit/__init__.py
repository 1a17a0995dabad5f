"""The timeline in GraphQL."""

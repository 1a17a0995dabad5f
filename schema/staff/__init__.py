"""Staff members in GraphQL."""

"""Sign-in, recovery and passwords in GraphQL."""

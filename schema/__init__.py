"""The business spoken in GraphQL; translates, decides nothing."""

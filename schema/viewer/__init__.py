"""Who is signed in, in GraphQL."""

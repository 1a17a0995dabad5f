"""Changes in GraphQL: what subscriptions tell."""

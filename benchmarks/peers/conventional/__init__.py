"""A server as the documentation of Strawberry and Tortoise teaches to write one: resolvers, rows, dataloaders."""

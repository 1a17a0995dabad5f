"""The socket that subscriptions come over."""

"""Invitations: activation links for clients and colleagues."""

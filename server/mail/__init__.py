"""Outbox, rendering and delivery of e-mails; knows no other domain."""

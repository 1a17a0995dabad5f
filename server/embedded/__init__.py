"""The parts of the product that run inside it by default: PostgreSQL and a mail sink."""

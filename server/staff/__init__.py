"""The people who work at a firm, their roles and permissions."""

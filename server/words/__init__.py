"""Every sentence the server says, in four languages."""

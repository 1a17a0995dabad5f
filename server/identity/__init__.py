"""Login identities: passwords, sessions, sign-in, recovery, throttling."""

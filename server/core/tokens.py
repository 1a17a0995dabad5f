"""Secrets that travel in links and cookies.

A cookie's token is random. A link's token is derived from the server's secret and the id of the row it opens, so the
mail worker can write it into an e-mail at the moment of sending and no table ever holds a usable one. Of both, only
the fingerprint is stored.
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode

_secret: bytes | None = None


def use_secret(secret: str) -> None:
    """Set the server's secret that links are derived from; at least 32 characters."""
    global _secret
    if len(secret) < 32:
        raise ValueError("the server's secret needs 32 characters or more")
    _secret = secret.encode()


def random_token() -> str:
    """256 random bits, URL-safe."""
    return secrets.token_urlsafe(32)


def derived(kind: str, subject_id: str) -> str:
    """The token of one link: `<kind>_` and 256 bits that only the holder of the secret can compute."""
    if _secret is None:
        raise RuntimeError("no secret was set")
    mac = hmac.new(_secret, f"{kind}:{subject_id}".encode(), hashlib.sha256).digest()
    return f"{kind}_{urlsafe_b64encode(mac).decode().rstrip('=')}"


def fingerprint(token: str) -> str:
    """What is stored of a token: SHA-256, hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()

"""Passwords: Argon2id off the event loop (security.md E5), and what a new one must be (SEC-1).

Hash and verify outside of a unit of work: a hash takes as long as a hundred queries.
"""

import re
import secrets
from base64 import b64encode
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from server.core import normalise
from server.core.errors import Problem
from server.identity.hashing import hashing

SHORTEST: Final = 12

LONGEST: Final = 1024
"""Characters; beyond it nothing is hashed."""

GUESSES: Final = 1_000_000
"""A password found within so many tries of a cracker's list of words, runs and repetitions counts as common."""

_MEMORY, _TIME, _LANES, _SALT, _HASH = 46 * 1024, 1, 1, 16, 32
_PIECES = re.compile(r"[^\W_]+")
_LOOKED_AT = 40
"""The estimate's cost grows with the length; how so long a password begins tells enough."""

_hasher = PasswordHasher(time_cost=_TIME, memory_cost=_MEMORY, parallelism=_LANES, hash_len=_HASH, salt_len=_SALT)


async def hash_password(password: str) -> str:
    """The hash to store, with its parameters in it."""
    return await hashing.run(lambda: _hasher.hash(_bytes(password)))


async def verify(password: str, stored: str | None) -> bool:
    """Whether the password is the one of the hash. With None the same work is done for nothing (INV-9)."""
    hashing.verified += 1
    return await hashing.run(lambda: _matches(password, stored))


def needs_rehash(stored: str) -> bool:
    """Whether the parameters have changed since the hash was made."""
    try:
        return _hasher.check_needs_rehash(stored)
    except InvalidHashError:
        return True


def problem_with(field: str, password: str, personal: Iterable[str] = ()) -> Problem | None:
    """What is wrong with a new password, or None. `personal`: the e-mail, names and firm of whose it will be."""
    if len(password) < SHORTEST:
        return Problem(field, "PASSWORD_TOO_SHORT", {"minimum": SHORTEST})
    if len(password) > LONGEST:
        return Problem(field, "PASSWORD_TOO_LONG", {"maximum": LONGEST})
    if _is_personal(password, personal):
        return Problem(field, "PASSWORD_PERSONAL")
    if _is_common(password):
        return Problem(field, "PASSWORD_COMMON")
    return None


@cache
def nobody() -> str:
    """A hash with today's parameters that no password has: of random bytes, so none is known."""
    salt, digest = (b64encode(secrets.token_bytes(n)).decode().rstrip("=") for n in (_SALT, _HASH))
    return f"$argon2id$v=19$m={_MEMORY},t={_TIME},p={_LANES}${salt}${digest}"


def _matches(password: str, stored: str | None) -> bool:
    too_long = len(password) > LONGEST
    try:
        _hasher.verify(stored or nobody(), _bytes(password[:LONGEST]))
    except InvalidHashError:  # a login without a usable password: as slow as any other
        with suppress(VerificationError):
            _hasher.verify(nobody(), _bytes(password[:LONGEST]))
        return False
    except VerificationError:
        return False
    return not too_long


def _bytes(password: str) -> bytes:
    """Verbatim: neither normalised nor trimmed; half a surrogate pair is no reason to fail."""
    return password.encode("utf-8", "surrogatepass")


def _is_common(password: str) -> bool:
    return len(set(password)) < 4 or int(zxcvbn(password[:_LOOKED_AT])["guesses"]) < GUESSES


def _is_personal(password: str, personal: Iterable[str]) -> bool:
    """Whether next to nothing is left of it without the words that belong to the person."""
    left = normalise.key(password)
    words = {word for text in personal for word in _PIECES.findall(normalise.key(text)) if len(word) > 2}
    if not words:
        return False
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, "")
    return len(left) < len(normalise.key(password)) and sum(c.isalnum() for c in left) < 5

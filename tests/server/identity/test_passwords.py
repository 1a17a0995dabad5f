"""Passwords: how they are kept, and what they must be."""

import asyncio
import time

import pytest
from argon2 import PasswordHasher, extract_parameters

from server.core.database import across_firms
from server.core.errors import Unavailable
from server.identity import passwords
from server.identity.hashing import Hashing, hashing
from server.identity.models import Door, User
from server.identity.sign_in import sign_in
from tests.factories.offices import office_of
from tests.server.identity.people import PASSWORD, colleague_with_login, fresh_address

PERSONAL = ("maria.garcia@gestoria.example", "María", "García López", "Gestoría del Sur")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("elevenchars", "PASSWORD_TOO_SHORT"),
        ("", "PASSWORD_TOO_SHORT"),
        ("x" * 1025, "PASSWORD_TOO_LONG"),
        ("password1234", "PASSWORD_COMMON"),
        ("Passwordpassword", "PASSWORD_COMMON"),
        ("123456789012", "PASSWORD_COMMON"),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "PASSWORD_COMMON"),
        ("qwertyuiop12", "PASSWORD_COMMON"),
        ("            ", "PASSWORD_COMMON"),
        ("maria.garcia@gestoria.example", "PASSWORD_PERSONAL"),
        ("GARCÍA LÓPEZ", "PASSWORD_PERSONAL"),
        ("María García 1985", "PASSWORD_PERSONAL"),
        ("GestoríaDelSur", "PASSWORD_PERSONAL"),
        ("correct horse battery", None),
        ("lämmer grasen östlich", None),
        ("日本語のパスワードは長いです", None),
        ("maria likes seven green lamps", None),
        ("vT9#kq2Lw!xZ", None),
        ("a b c d e f g h", None),
        (PASSWORD, None),
    ],
)
def test_what_a_password_must_be(password: str, code: str | None) -> None:  # SEC-1
    problem = passwords.problem_with("password", password, PERSONAL)
    assert (problem.code if problem else None) == code


async def test_a_password_is_taken_verbatim() -> None:  # E5
    for password in (" leading and trailing ", "e\u0301 is not \u00e9 here", "\ud800 half a pair..", "nul\0 within it"):
        hashed = await passwords.hash_password(password)
        assert await passwords.verify(password, hashed)
        assert not await passwords.verify(password.strip() + "x", hashed)
    composed = await passwords.hash_password("\u00e9 is one character")
    assert not await passwords.verify("e\u0301 is one character", composed)


async def test_what_is_too_long_is_never_right_and_costs_no_more() -> None:
    hashed = await passwords.hash_password("x" * 1024)
    assert await passwords.verify("x" * 1024, hashed)
    assert not await passwords.verify("x" * 1025, hashed)
    assert not await passwords.verify("x" * 5_000_000, hashed)


async def test_parameters_are_those_of_the_standard_and_the_dummy_has_the_same() -> None:  # A10
    real = extract_parameters(await passwords.hash_password(PASSWORD))
    assert (real.type.name, real.memory_cost, real.time_cost, real.parallelism) == ("ID", 46 * 1024, 1, 1)
    assert extract_parameters(passwords.nobody()) == real
    assert not passwords.needs_rehash(passwords.nobody())


async def test_a_login_without_a_usable_password_is_as_slow_as_any_other() -> None:
    before = hashing.verified
    assert not await passwords.verify(PASSWORD, "none")
    assert hashing.verified == before + 1


async def test_an_older_hash_is_renewed_at_sign_in() -> None:  # SEC-1
    office = await office_of()
    member = await colleague_with_login(office.id)
    old = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1).hash(PASSWORD)
    await across_firms(lambda: User.filter(id=member.user_id).update(password_hash=old))
    await sign_in(member.email, PASSWORD, Door.STAFF, address=fresh_address(), device="")
    kept = (await across_firms(lambda: User.get(id=member.user_id))).password_hash
    assert not passwords.needs_rehash(kept)
    await sign_in(member.email, PASSWORD, Door.STAFF, address=fresh_address(), device="")
    assert (await across_firms(lambda: User.get(id=member.user_id))).password_hash == kept


async def test_the_queue_is_bounded_and_dropped_callers_give_their_place_back() -> None:  # A9
    own = Hashing(threads=1, queue=3)

    def work() -> None:
        time.sleep(0.05)

    tries = [asyncio.ensure_future(own.run(work)) for _ in range(10)]
    await asyncio.sleep(0)
    tries[0].cancel()
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(result, Unavailable) for result in results) == 6
    assert own.waiting == 0


async def test_the_loop_goes_on_while_passwords_are_hashed() -> None:  # A9
    """Compared with itself: what the loop does meanwhile is counted, nothing is held against a clock."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await asyncio.gather(*(passwords.verify(PASSWORD, None) for _ in range(10)))
    ticking.cancel()
    assert ticks > 20

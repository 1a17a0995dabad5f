"""How often one may try."""

import asyncio
from datetime import timedelta

import pytest

from server.core import clock
from server.core.database import across_firms, fetch, in_firm
from server.core.errors import DomainError, RateLimited, Unauthenticated
from server.identity import throttle
from server.identity.hashing import hashing
from server.identity.models import Door
from server.identity.sign_in import sign_in
from tests.factories.offices import office_of
from tests.server.identity.people import PASSWORD, colleague_with_login, fresh_address

MINUTE = timedelta(minutes=1)


async def attempt(email: str, address: str, password: str = "wrong on purpose") -> str:
    """What a try comes to: a code, or IN."""
    try:
        await sign_in(email, password, Door.STAFF, address=address, device="")
    except DomainError as refusal:
        return refusal.code
    return "IN"


async def test_of_a_hundred_at_once_exactly_the_burst_is_let_through() -> None:  # E4
    key = throttle.of("test", fresh_address())
    tries = (throttle.allow(key, every=MINUTE, burst=5) for _ in range(100))
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert results.count(None) == 5
    assert all(isinstance(result, RateLimited) for result in results if result is not None)


async def test_after_the_burst_one_more_is_allowed_each_interval_and_the_wait_is_told() -> None:
    key, start = throttle.of("test", fresh_address()), clock.now()
    with clock.at(start):
        for _ in range(3):
            await throttle.allow(key, every=MINUTE, burst=3)
        with pytest.raises(RateLimited) as refusal:
            await throttle.allow(key, every=MINUTE, burst=3)
    assert refusal.value.retry_after == 60
    with clock.at(start + MINUTE):
        await throttle.allow(key, every=MINUTE, burst=3)
        with pytest.raises(RateLimited):
            await throttle.allow(key, every=MINUTE, burst=3)


async def test_what_is_forgiven_is_not_counted_and_what_is_over_is_swept() -> None:
    key, start = throttle.of("test", fresh_address()), clock.now()
    for _ in range(10):
        await throttle.allow(key, every=MINUTE, burst=1)
        await throttle.forgive(key, every=MINUTE)
    await throttle.allow(key, every=MINUTE, burst=1)
    with clock.at(start + timedelta(minutes=2)):
        await across_firms(throttle.sweep)


async def test_a_thousand_guesses_from_one_place_are_hardly_any() -> None:  # A8
    office = await office_of()
    member = await colleague_with_login(office.id)
    address, start, before = fresh_address(), clock.now(), hashing.verified
    for number in range(1000):
        with clock.at(start + timedelta(seconds=0.6 * number)):
            assert await attempt(member.email, address) in ("SIGN_IN_FAILED", "RATE_LIMITED")
    assert hashing.verified - before <= 20


async def test_a_botnet_gets_no_further_and_the_owner_elsewhere_is_not_locked_out() -> None:  # A8, SEC-1
    office = await office_of()
    member = await colleague_with_login(office.id)
    home, start = fresh_address(), clock.now()
    assert await attempt(member.email, home, PASSWORD) == "IN"
    before = hashing.verified
    for number in range(300):
        with clock.at(start + timedelta(seconds=2 * number)):
            await attempt(member.email, fresh_address())
    assert hashing.verified - before <= 20
    with clock.at(start + timedelta(minutes=10)):
        assert await attempt(member.email, fresh_address(), PASSWORD) == "RATE_LIMITED"
        assert await attempt(member.email, home, PASSWORD) == "IN"


async def test_one_place_that_guesses_does_not_lock_the_owner_out_of_another() -> None:
    office = await office_of()
    member = await colleague_with_login(office.id)
    attacker = fresh_address()
    codes = [await attempt(member.email, attacker) for _ in range(8)]
    assert codes == ["SIGN_IN_FAILED"] * 5 + ["RATE_LIMITED"] * 3
    assert await attempt(member.email, fresh_address(), PASSWORD) == "IN"


async def test_one_network_cannot_go_through_a_list_of_addresses() -> None:  # A8
    address, before = fresh_address(), hashing.verified
    for number in range(100):
        await attempt(f"leaked{number}@list.example", address)
    assert hashing.verified - before == 20


async def test_sign_ins_that_work_are_not_counted() -> None:
    office = await office_of()
    member = await colleague_with_login(office.id)
    address = fresh_address()
    for _ in range(12):
        assert await attempt(member.email, address, PASSWORD) == "IN"


async def test_a_limit_is_the_same_for_addresses_nobody_has() -> None:  # INV-9
    address = fresh_address()
    codes = [await attempt("nobody@limits.example", address) for _ in range(7)]
    assert codes == ["SIGN_IN_FAILED"] * 5 + ["RATE_LIMITED"] * 2


async def test_no_address_can_be_read_from_the_limits() -> None:
    office = await office_of()
    await attempt("reader@limits.example", "203.0.113.77")
    rows = await in_firm(office.id, lambda: fetch("SELECT key FROM rate_limits"))
    assert not any("203.0.113.77" in row["key"] or "limits.example" in row["key"] for row in rows)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_a_network_is_what_one_customer_has(address: str, network: str) -> None:
    assert throttle.network(address) == network


async def test_a_full_queue_of_hashes_says_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:  # A9
    monkeypatch.setattr(hashing, "queue", 4)
    tries = [attempt(f"{n}@queue.example", fresh_address()) for n in range(40)]
    codes = await asyncio.gather(*tries)
    assert codes.count("UNAVAILABLE") >= 20
    assert set(codes) == {"SIGN_IN_FAILED", "UNAVAILABLE"}
    assert hashing.waiting == 0


async def test_unauthenticated_is_the_one_answer() -> None:
    with pytest.raises(Unauthenticated, match="SIGN_IN_FAILED"):
        await sign_in("", "", Door.PORTAL, address="", device="")

"""Coming in: who may, who may not, and that a refusal tells nothing."""

import asyncio
import json
import math
import time
from datetime import timedelta

import pytest

from server.core import clock
from server.core.actor import Actor, ActorKind
from server.core.database import across_firms, fetch, in_firm
from server.core.errors import Invalid, NotFound, RateLimited, Unauthenticated
from server.identity import sessions
from server.identity.hashing import hashing
from server.identity.models import Door, Session
from server.identity.password_change import change_password
from server.identity.sign_in import sign_in, switch_firm
from server.identity.sweep_job import sweep
from server.intake.profile import update_profile
from server.mail.models import Email
from tests.factories.offices import office_of
from tests.factories.people import client_of
from tests.server.identity.people import PASSWORD, client_with_login, colleague_with_login, fresh_address

NEW = "nine quiet boats at harbour"


async def test_a_colleague_comes_in_by_the_staff_door() -> None:  # SEC-1
    office = await office_of()
    member = await colleague_with_login(office.id)
    signed_in = await sign_in(member.email, PASSWORD, Door.STAFF, address=fresh_address(), device="Firefox on Linux")
    assert signed_in.actor.kind is ActorKind.STAFF
    assert signed_in.actor.person_id == member.id
    again = await sessions.authenticate(signed_in.token, Door.STAFF)
    assert again == signed_in.actor


async def test_a_client_comes_in_by_the_portal_door_only() -> None:
    office = await office_of()
    client = await client_with_login(office.id)
    email = str(client.contact.email)
    signed_in = await sign_in(email, PASSWORD, "PORTAL", address=fresh_address(), device="")
    assert signed_in.actor.kind is ActorKind.CLIENT
    assert await sessions.authenticate(signed_in.token, Door.STAFF) is None
    with pytest.raises(Unauthenticated):
        await sign_in(email, PASSWORD, "STAFF", address=fresh_address(), device="")


async def test_unknown_address_no_login_and_wrong_password_answer_and_work_alike() -> None:  # INV-9, A6
    office = await office_of()
    client = await client_with_login(office.id, login=False)
    member = await colleague_with_login(office.id)
    tries = [
        ("nobody@nowhere.example", PASSWORD),
        (str(client.contact.email), PASSWORD),
        (member.email, "not the password at all"),
        ("nul\0@nowhere.example", PASSWORD),
        ("\ud800@nowhere.example", PASSWORD),
    ]
    for email, password in tries:
        before = hashing.verified
        with pytest.raises(Unauthenticated) as refusal:
            await sign_in(email, password, "STAFF", address=fresh_address(), device="")
        assert refusal.value.code == "SIGN_IN_FAILED"
        assert hashing.verified == before + 1


async def test_known_and_unknown_addresses_take_times_of_one_distribution() -> None:  # INV-9, A6
    """Mann–Whitney over interleaved pairs: no milliseconds are asserted; chance alone fails it once in 10⁸ runs."""
    office = await office_of()
    member = await colleague_with_login(office.id)
    start = clock.now()

    async def took(email: str) -> float:
        begun = time.perf_counter()
        with pytest.raises(Unauthenticated):
            await sign_in(email, "wrong on purpose", Door.STAFF, address=fresh_address(), device="")
        return time.perf_counter() - begun

    async def z() -> float:
        known, unknown = [], []
        for pair in range(24):
            with clock.at(start + timedelta(minutes=pair)):
                known.append(await took(member.email))
                unknown.append(await took(f"nobody{pair}@timing.example"))
        return mann_whitney(known, unknown)

    assert abs(await z()) < 4 or abs(await z()) < 4


def mann_whitney(first: list[float], second: list[float]) -> float:
    """How many standard deviations the ranks of two samples lie apart."""
    n, m = len(first), len(second)
    u = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a in first for b in second)
    return float((u - n * m / 2) / math.sqrt(n * m * (n + m + 1) / 12))


async def test_a_user_of_several_firms_comes_in_where_last_seen_and_switches_in_a_new_session() -> None:  # CON-8, A11
    one, two = await office_of("One"), await office_of("Two")
    first = await client_with_login(one.id)
    second = await client_of(two.id, user_id=first.contact.user_id)
    email = str(first.contact.email)
    came = await sign_in(email, PASSWORD, Door.PORTAL, address=fresh_address(), device="Firefox on Linux")
    home, away = (one.id, two.id) if came.actor.firm_id == one.id else (two.id, one.id)
    [other] = await in_firm(home, lambda: fetch("SELECT other_firms($1) AS found", came.actor.person_id))
    assert [firm["id"] for firm in json.loads(other["found"])] == [away]
    [foreign] = await in_firm(away, lambda: fetch("SELECT other_firms($1) AS found", came.actor.person_id))
    assert foreign["found"] == "[]"

    there = await switch_firm(came.actor, away)
    assert (there.actor.firm_id, there.actor.kind) == (away, ActorKind.CLIENT)
    assert await sessions.authenticate(came.token, Door.PORTAL) is None
    with clock.at(clock.now() + timedelta(minutes=2)):
        assert await sessions.authenticate(there.token, Door.PORTAL)
    again = await sign_in(email, PASSWORD, Door.PORTAL, address=fresh_address(), device="")
    assert again.actor.firm_id == away

    with pytest.raises(NotFound):
        await switch_firm(again.actor, (await office_of("Three")).id)
    with pytest.raises(NotFound):
        await switch_firm(again.actor, "nonsense")
    with pytest.raises(Unauthenticated):
        await switch_firm(came.actor, home)
    assert second.contact.user_id == first.contact.user_id


async def test_every_sign_in_has_a_token_of_its_own_and_only_fingerprints_are_stored() -> None:  # A1, A11
    office = await office_of()
    member = await colleague_with_login(office.id)
    came = [await sign_in(member.email, PASSWORD, Door.STAFF, address="10.9.8.7", device="") for _ in range(3)]
    tokens = {one.token for one in came}
    assert len(tokens) == 3
    rows = await across_firms(lambda: fetch("SELECT s::text AS row FROM sessions s WHERE user_id = $1", member.user_id))
    assert len(rows) == 3
    assert not any(token in row["row"] for row in rows for token in tokens)


async def test_an_address_is_one_however_it_is_spelled() -> None:  # A7
    office = await office_of()
    member = await colleague_with_login(office.id)
    for email in (f"  {member.email.upper()} ", member.email.replace("@", "＠")):
        await sign_in(email, PASSWORD, Door.STAFF, address=fresh_address(), device="")
    with pytest.raises(Unauthenticated):
        await sign_in(member.email.replace("i", "ı"), PASSWORD, Door.STAFF, address=fresh_address(), device="")


async def test_a_changed_password_ends_every_other_session_and_renews_ones_own() -> None:  # TEAM-7, A11
    office = await office_of()
    member = await colleague_with_login(office.id)
    here, elsewhere = [
        await sign_in(member.email, PASSWORD, Door.STAFF, address="10.9.8.6", device="") for _ in range(2)
    ]
    for current, new, field, code in [
        ("not mine at all", NEW, "current", "PASSWORD_WRONG"),
        (PASSWORD, PASSWORD, "new", "PASSWORD_SAME"),
        (PASSWORD, "short", "new", "PASSWORD_TOO_SHORT"),
        (PASSWORD, "Kanzlei Keller 1", "new", "PASSWORD_PERSONAL"),
    ]:
        with pytest.raises(Invalid) as refusal:
            await change_password(here.actor, current, new)
        assert [(p.field, p.code) for p in refusal.value.problems] == [(field, code)]
    renewed = await change_password(here.actor, PASSWORD, NEW)
    assert await sessions.authenticate(renewed.token, Door.STAFF)
    for old in (here, elsewhere):
        assert await sessions.authenticate(old.token, Door.STAFF) is None
    mails = await in_firm(office.id, lambda: Email.filter(kind="PASSWORD_CHANGED").all())
    assert [mail.to_address for mail in mails] == [member.email]
    with pytest.raises(RateLimited):
        await change_password(renewed.actor, "a guess", NEW)


async def test_the_notice_of_a_changed_password_speaks_the_language_of_the_profile() -> None:  # TEAM-7, MAIL-1
    office = await office_of()
    member = await colleague_with_login(office.id)
    came = await sign_in(member.email, PASSWORD, Door.STAFF, address="10.9.8.4", device="")
    await update_profile(came.actor, language="ro")
    now = await sessions.authenticate(came.token, Door.STAFF)
    assert now is not None
    await change_password(now, PASSWORD, NEW)
    [mail] = await in_firm(office.id, lambda: Email.filter(kind="PASSWORD_CHANGED").all())
    assert mail.language == "ro"


async def test_of_two_changes_at_once_one_stands() -> None:  # R1
    office = await office_of()
    member = await colleague_with_login(office.id)
    came = await sign_in(member.email, PASSWORD, Door.STAFF, address="10.9.8.5", device="")
    results = await asyncio.gather(
        *(change_password(came.actor, PASSWORD, f"{NEW} {n}") for n in range(4)), return_exceptions=True
    )
    assert sum(not isinstance(result, Exception) for result in results) == 1


async def test_strangers_have_no_password_to_change() -> None:
    stranger = Actor(ActorKind.STRANGER)
    with pytest.raises(Unauthenticated):
        await change_password(stranger, PASSWORD, NEW)
    with pytest.raises(Unauthenticated):
        await switch_firm(stranger, "firm_x")
    await sessions.sign_out(stranger)


async def test_what_has_had_its_time_is_swept() -> None:
    office = await office_of()
    member = await colleague_with_login(office.id)
    came = await sign_in(member.email, PASSWORD, Door.STAFF, address="10.9.8.4", device="")
    kept = Session.filter(id=came.actor.session_id)
    await sweep()
    assert await in_firm(office.id, lambda: kept.exists())
    with clock.at(clock.now() + timedelta(days=31)):
        await sweep()
    assert not await in_firm(office.id, lambda: kept.exists())

"""Demo data: a firm at work, the same for the same seed."""

from collections import Counter
from itertools import pairwise
from random import Random
from typing import Any

import phonenumbers

from server.core import names
from server.core.database import across_firms, fetch
from server.demo import make
from server.demo.country import WEIGHTS, country
from server.identity.passwords import verify
from server.mail.models import EmailState


async def rows(sql: str, *values: object) -> list[dict[str, Any]]:
    """What the whole database holds."""
    return await across_firms(lambda: fetch(sql, *values))


async def firm_of(logins: list[make.Login]) -> str:
    """The id of the firm whose owner comes first."""
    [row] = await rows("SELECT firm_id FROM staff_members WHERE email = $1", logins[0].email)
    return str(row["firm_id"])


CONTENT = (
    "SELECT a.number, a.name, a.type, a.category, a.stage, a.lifecycle, a.company_address::text,"
    " c.first_name, c.last_name, c.email, c.phone, c.address::text, l.login, l.notify, l.sync"
    " FROM accounts a LEFT JOIN account_contacts l ON l.account_id = a.id LEFT JOIN contacts c ON c.id = l.contact_id"
    " WHERE a.firm_id = $1 ORDER BY a.number, l.id"
)


async def test_the_same_seed_makes_the_same_people() -> None:
    first = await firm_of(await make.make(accounts=30, seed=7))
    second = await firm_of(await make.make(accounts=30, seed=7))
    other = await firm_of(await make.make(accounts=30, seed=8))
    content = await rows(CONTENT, first)
    assert len({row["number"] for row in content}) == 30
    assert content == await rows(CONTENT, second)
    assert content != await rows(CONTENT, other)


async def test_every_login_of_the_list_opens_with_its_password() -> None:
    logins = await make.make(accounts=5, seed=2)
    assert [login.who for login in logins][:4] == [
        f"{who} of the firm" for who in ("Owner", "Admin", "Executive", "Analyst")
    ]
    for login in logins:
        [user] = await rows("SELECT password_hash FROM users WHERE email = $1", login.email)
        assert await verify(login.password, user["password_hash"])


async def test_a_demo_shows_every_state_of_the_portal() -> None:
    firm = await firm_of(await make.make(accounts=200, seed=3))
    people = await rows(
        "SELECT l.login, c.user_id IS NOT NULL AS active, i.expires_at < now() AS late, l.access_removed_at"
        " FROM account_contacts l JOIN contacts c ON c.id = l.contact_id LEFT JOIN invitations i"
        " ON i.contact_id = c.id AND i.accepted_at IS NULL WHERE l.firm_id = $1",
        firm,
    )
    assert any(row["login"] and row["active"] for row in people)
    assert any(row["login"] and row["late"] is False for row in people), "pending"
    assert any(row["login"] and row["late"] is True for row in people), "expired"
    assert any(row["login"] and not row["active"] and row["late"] is None for row in people), "not invited"
    assert any(row["access_removed_at"] for row in people), "revoked"
    lifecycles = Counter(r["lifecycle"] for r in await rows("SELECT lifecycle FROM accounts WHERE firm_id = $1", firm))
    assert lifecycles["ARCHIVED"] > 0


async def test_nothing_of_a_demo_is_ever_sent() -> None:
    firm = await firm_of(await make.make(accounts=40, seed=4))
    mails = await rows("SELECT state, to_address, next_attempt_at FROM emails WHERE firm_id = $1", firm)
    assert mails
    assert {mail["state"] for mail in mails} == {EmailState.ACCEPTED}
    assert all(mail["next_attempt_at"] is None and mail["to_address"].endswith(".example") for mail in mails)


async def test_reminders_of_the_past_count_as_sent() -> None:
    firm = await firm_of(await make.make(accounts=150, seed=5))
    due = await rows(
        "SELECT id FROM invitations WHERE firm_id = $1 AND accepted_at IS NULL AND expires_at > now()"
        " AND reminded < (SELECT count(*) FROM unnest(ARRAY[3, 10, 25]) d"
        "                  WHERE sent_at + d * interval '1 day' < now() - interval '1 minute')",
        firm,
    )
    assert due == []


async def test_names_of_a_demo_keep_the_rule_for_names() -> None:  # ACC-5
    firm = await firm_of(await make.make(accounts=150, seed=6))
    for row in await rows("SELECT name FROM accounts WHERE firm_id = $1", firm):
        assert names.problem_with("name", row["name"]) is None, row["name"]


async def test_phones_of_every_country_are_valid_there() -> None:  # CON-1
    random = Random(1)
    for code in WEIGHTS:
        for kind in ("mobiles", "offices"):
            for _ in range(200):
                number = phonenumbers.parse(country(code).phone(random, kind))
                assert phonenumbers.is_valid_number(number), number


async def test_the_timeline_of_a_demo_account_reads_in_the_order_of_time() -> None:  # ACC-11
    firm = await firm_of(await make.make(accounts=60, seed=9))
    events = await rows("SELECT account_id, at FROM audit_events WHERE firm_id = $1 ORDER BY account_id, id", firm)
    for before, after in pairwise(events):
        assert before["account_id"] != after["account_id"] or before["at"] <= after["at"]


async def test_the_number_after_a_demo_is_the_next_one() -> None:  # ACC-2
    firm = await firm_of(await make.make(accounts=12, seed=10))
    [row] = await rows("SELECT last_account_number AS last FROM firms WHERE id = $1", firm)
    assert row["last"] == 12


async def test_the_larger_firm_has_a_logo() -> None:  # TEAM-1
    firm = await firm_of(await make.make(accounts=5, seed=12))
    [row] = await rows("SELECT logo_sha FROM firms WHERE id = $1", firm)
    assert row["logo_sha"]


async def test_one_client_has_two_accounts_at_each_of_two_firms() -> None:  # CON-8
    logins = await make.make(accounts=5, seed=11)
    elena = next(login for login in logins if login.who.startswith("Client"))
    links = await rows(
        "SELECT l.firm_id FROM account_contacts l JOIN contacts c ON c.id = l.contact_id JOIN users u"
        " ON u.id = c.user_id JOIN firms f ON f.id = c.firm_id WHERE u.email = $1 AND l.login"
        " AND f.created_at = (SELECT created_at FROM firms WHERE id = $2)",
        elena.email,
        await firm_of(logins),
    )
    assert sorted(Counter(row["firm_id"] for row in links).values())[-1] == 2


async def test_accounts_of_a_demo_carry_tags_and_their_timeline_says_which() -> None:  # TEAM-8, ACC-11
    firm = await firm_of(await make.make(accounts=60, seed=13))
    worn = await rows(
        "SELECT w.account_id, string_agg(t.name, ', ' ORDER BY t.name_key) AS names FROM account_tags w"
        " JOIN tags t ON t.id = w.tag_id WHERE w.firm_id = $1 GROUP BY 1 ORDER BY 1",
        firm,
    )
    told = await rows(
        "SELECT account_id, changes #>> '{tags,1}' AS names FROM audit_events"
        " WHERE firm_id = $1 AND action = 'account.created' AND changes ? 'tags' ORDER BY 1",
        firm,
    )
    assert worn == told
    assert 20 < len(worn) < 60

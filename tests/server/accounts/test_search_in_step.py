"""The words of an account and its index follow whatever happens to it and to its people, at once or side by side."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest

from server.accounts.models import Account
from server.contacts.models import AccountContact, Contact
from server.core.database import fetch, in_firm
from tests.factories.offices import MakeOffice, Office
from tests.factories.people import account_of, contact_of, link_of

WORDS = ("ana", "anabel", "boris", "carmencita", "d4", "0034", "élan", "𝕏1", "eeeeeeeeeeee")
TRUTH = """
SELECT a.id, a.search = made.search AS held, i.search = made.search AS indexed
  FROM accounts a
  LEFT JOIN account_search i ON i.id = a.id
 CROSS JOIN LATERAL (SELECT search_of(concat_ws(' ', a.search_words, string_agg(c.search_words, ' '))) AS search
                       FROM account_contacts l JOIN contacts c ON c.id = l.contact_id WHERE l.account_id = a.id) made
"""
Change = Callable[[Office, random.Random], Awaitable[Any]]


async def of(model: Any, chance: random.Random) -> Any:
    """One of the rows that are there, or None."""
    rows = await model.all().order_by("id")
    return chance.choice(rows) if rows else None


def words(chance: random.Random) -> str:
    return " ".join(chance.sample(WORDS, chance.randint(0, 3)))


async def make_account(office: Office, chance: random.Random) -> None:
    await account_of(office.id, search_words=words(chance), number=chance.randint(1, 10**9))


async def make_contact(office: Office, chance: random.Random) -> None:
    await contact_of(office.id, search_words=words(chance))


async def rename_account(_: Office, chance: random.Random) -> None:
    if account := await of(Account, chance):
        await Account.filter(id=account.id).update(search_words=words(chance))


async def rename_contact(_: Office, chance: random.Random) -> None:
    if contact := await of(Contact, chance):
        await Contact.filter(id=contact.id).update(search_words=words(chance))


async def link(_: Office, chance: random.Random) -> None:
    account, contact = await of(Account, chance), await of(Contact, chance)
    if account and contact and not await AccountContact.exists(account_id=account.id, contact_id=contact.id):
        await link_of(account, contact)


async def unlink(_: Office, chance: random.Random) -> None:
    if found := await of(AccountContact, chance):
        await AccountContact.filter(id=found.id).delete()


async def move_link(_: Office, chance: random.Random) -> None:
    found, account, contact = await of(AccountContact, chance), await of(Account, chance), await of(Contact, chance)
    if found and not await AccountContact.exists(account_id=account.id, contact_id=contact.id):
        await AccountContact.filter(id=found.id).update(account_id=account.id, contact_id=contact.id)


async def delete_account(_: Office, chance: random.Random) -> None:
    if account := await of(Account, chance):
        await Account.filter(id=account.id).delete()


async def delete_contact(_: Office, chance: random.Random) -> None:
    if contact := await of(Contact, chance):
        await Contact.filter(id=contact.id).delete()


MAKING: tuple[Change, ...] = (make_account, make_contact, link, link, link)
CHANGING: tuple[Change, ...] = (rename_account, rename_contact, unlink, move_link, delete_account, delete_contact)


async def check(office: Office) -> None:
    """What is held, what is indexed, and what is found, against a fresh computation."""

    async def work() -> None:
        rows = await fetch(TRUTH)
        assert [row for row in rows if not (row["held"] and row["indexed"])] == []
        assert (await fetch("SELECT count(*) AS n FROM account_search"))[0]["n"] == len(rows)
        for word in WORDS:
            for length in {1, 3, 6, 7, len(word)}:
                for table, found in (("accounts", "accounts_found($1)"), ("contacts", "contacts_found($1, false)")):
                    sql = (
                        f"SELECT {found} AS found,"
                        f" ARRAY(SELECT id FROM {table} WHERE search @@ $1::text::tsquery) AS looked"
                    )
                    [both] = await fetch(sql, f"{word[:length]}:*")
                    assert sorted(both["found"]) == sorted(both["looked"]), (table, word[:length])

    await in_firm(office.id, work)


@pytest.mark.parametrize("seed", range(6))
async def test_the_index_is_what_a_fresh_one_would_be(make_office: MakeOffice, seed: int) -> None:  # ACC-6
    office, chance = await make_office(), random.Random(seed)
    for _ in range(25):
        changes = chance.choices(MAKING + CHANGING if chance.random() < 0.6 else MAKING, k=chance.randint(1, 4))

        async def unit(changes: list[Change] = changes) -> None:
            for change in changes:
                await change(office, chance)

        await in_firm(office.id, unit)
    await check(office)


async def test_what_happens_at_the_same_time_is_not_lost(make_office: MakeOffice) -> None:
    office, chance = await make_office(), random.Random(1)

    async def some() -> tuple[list[Account], list[Contact]]:
        accounts = [await account_of(office.id, number=n, search_words=words(chance)) for n in range(1, 4)]
        return accounts, [await contact_of(office.id, search_words=words(chance)) for _ in range(6)]

    accounts, contacts = await in_firm(office.id, some)

    async def toggle(account: Account, contact: Contact) -> None:
        if not await AccountContact.filter(account_id=account.id, contact_id=contact.id).delete():
            await link_of(account, contact)

    async def rename(model: Any, row_id: str) -> None:
        await model.filter(id=row_id).update(search_words=words(chance))

    for _ in range(4):
        pairs = [(account, contact) for account in accounts for contact in contacts]
        works = [partial(toggle, *pair) for pair in pairs]
        works += [partial(rename, Contact, contact.id) for contact in contacts]
        works += [partial(rename, Account, account.id) for account in accounts]
        chance.shuffle(works)
        await asyncio.gather(*(in_firm(office.id, work) for work in works))
    await check(office)

"""What the lists find, by words of several rows, in every order, and never another firm's."""

import random
from functools import partial
from typing import Any

import pytest

from server.accounts.check import search_words
from server.contacts.check import words_of
from server.core import normalise
from server.core.actor import Actor
from server.core.database import fetch, in_firm
from tests.factories.offices import MakeOffice, Office
from tests.factories.people import account_of, contact_of, link_of
from tests.schema.asking import ask

ACCOUNTS = """query ($q: String, $sort: AccountSort! = NAME_ASC, $first: Int = 100, $after: String, $last: Int,
                     $before: String, $list: AccountList! = ALL) {
  accounts(search: $q, sort: $sort, first: $first, after: $after, last: $last, before: $before, list: $list) {
    nodes { name } totalCount pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }"""
CONTACTS = "query ($q: String) { contacts(search: $q) { nodes { name } totalCount } }"
PENDING = "query ($q: String) { pendingActivations(search: $q) { nodes { contact { name } } totalCount } }"
LUCJA = {
    "first_name": "Łucja",
    "last_name": "Țepeș-Groß",
    "email": "l.tepes@büro-madrid.example",
    "phone": "+34600123456",
}
JON = {"first_name": "Jón", "last_name": "Þórsson", "email": "jon@correo.example", "phone": None}


async def person(office: Office, values: dict[str, Any]) -> Any:
    return await contact_of(office.id, **values, search_words=words_of(**values))


async def crowded(office: Office) -> None:
    """Two people at one account, and an account without any."""
    name = "Đorđević & García Œuvres"
    account = await account_of(office.id, name, number=4711, search_words=search_words(name, None, 4711))
    for values in (LUCJA, JON):
        await link_of(account, await person(office, values))
    await account_of(office.id, "Straßen Bau")


async def named(actor: Actor, query: str, q: str, **more: Any) -> list[str]:
    [found] = (await ask(actor, query, q=q, **more)).values()
    assert found["totalCount"] == len(found["nodes"])
    return [node["name"] if "name" in node else node["contact"]["name"] for node in found["nodes"]]


@pytest.mark.parametrize(
    "typed",
    [
        *("garcía", "GARCIA", "garc", "đor", "dordevic", "oeuv", "œu", "4711", "47"),  # its name and number
        *("łucja", "Lucja", "tepeș", "TEPEŞ", "țep", "gross", "GROß"),  # comma below and cedilla, ß and ss
        *("l.tepes@buro", "büro-mad", "buro", "tepes@"),
        *("600123456", "600 12", "+34 600 12 34", "(600) 123-456", "0034600", "34600123456"),
        *("garcia madrid", "madrid garcia lucja", "4711 tep", "garcia 600", "jon thors garcia", "lucja jon"),
    ],
)
async def test_an_account_is_found_by_words_of_its_own_and_of_its_people(  # ACC-6
    make_office: MakeOffice, typed: str
) -> None:
    office = await make_office()
    await in_firm(office.id, partial(crowded, office))
    assert await named(office.owner, ACCOUNTS, typed) == ["Đorđević & García Œuvres"]


@pytest.mark.parametrize("typed", ["arcia", "garcia nobody", "601", "garcia strass", "471100", "&|!", "'", "\\", "𝕏"])
async def test_what_begins_no_word_finds_nothing(make_office: MakeOffice, typed: str) -> None:
    office = await make_office()
    await in_firm(office.id, partial(crowded, office))
    assert await named(office.owner, ACCOUNTS, typed) == []


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("luc", ["Łucja Țepeș-Groß"]),
        ("garcia", ["Jón Þórsson", "Łucja Țepeș-Groß"]),
        ("garcia thor", ["Jón Þórsson"]),
        ("lucja jon", []),
    ],
)
async def test_pending_people_are_found_by_their_account_but_not_by_their_colleagues(
    make_office: MakeOffice, typed: str, names: list[str]
) -> None:  # INV-4
    office = await make_office()
    await in_firm(office.id, partial(crowded, office))
    assert sorted(await named(office.owner, PENDING, typed)) == names
    assert await named(office.owner, CONTACTS, typed) == (names if "garcia" not in typed else [])  # CON-2


async def test_every_way_to_a_page_gives_the_same_rows(make_office: MakeOffice) -> None:
    office = await make_office()
    chance = random.Random(7)
    syllables = ["ma", "mar", "zu", "ko", "li", "ta"]
    names = [f"{''.join(chance.choices(syllables, k=3))} {chance.choice(syllables)} {n}" for n in range(700)]

    async def work() -> None:
        for name in names:
            await account_of(office.id, name, search_words=normalise.searchable(name))

    await in_firm(office.id, work)
    looks = set()
    for typed in ("m", "mar", "zu ta", "kokoko", "12", "m 5", "lita"):
        query = normalise.prefix_query(typed)
        [row] = await in_firm(office.id, partial(fetch, "SELECT accounts_looks($1) > 0 AS tries", query))
        looks.add(row["tries"])
        wanted = sorted(
            name
            for name in names
            if all(any(word.startswith(each) for word in name.split()) for each in typed.split())
        )  # fmt: skip
        for sort, forward in (("NAME_ASC", wanted), ("NAME_DESC", wanted[::-1])):
            assert await pages(office.owner, typed, sort, "first") == forward
            assert await pages(office.owner, typed, sort, "last") == forward
        for sort in ("CREATED_ASC", "CREATED_DESC", "LAST_ACTIVITY_DESC"):
            assert sorted(await pages(office.owner, typed, sort, "first")) == wanted
    assert looks == {True, False}


async def pages(actor: Actor, typed: str, sort: str, side: str) -> list[str]:
    """All names, page after page, or from the last page to the first."""
    found: list[str] = []
    cursor = None
    while True:
        place = {"after": cursor} if side == "first" else {"before": cursor}
        size = {"first": 90} if side == "first" else {"first": None, "last": 90}
        page = (await ask(actor, ACCOUNTS, q=typed, sort=sort, **size, **place))["accounts"]
        names = [node["name"] for node in page["nodes"]]
        found = found + names if side == "first" else names + found
        more, end = ("hasNextPage", "endCursor") if side == "first" else ("hasPreviousPage", "startCursor")
        if not page["pageInfo"][more]:
            assert page["totalCount"] == len(found)
            return found
        cursor = page["pageInfo"][end]


async def test_a_search_stays_in_its_firm(make_office: MakeOffice) -> None:  # T2
    here, there = await make_office(), await make_office()
    for office in (here, there):
        await in_firm(office.id, partial(crowded, office))
    assert len(await named(here.owner, ACCOUNTS, "garcia")) == 1
    assert len(await named(here.owner, CONTACTS, "luc")) == 1

    async def found() -> list[Any]:
        return await fetch("SELECT accounts_found('garcia:*') AS ids, contacts_found('luc:*', false) AS people")

    [of_here], [of_there] = await in_firm(here.id, found), await in_firm(there.id, found)
    assert [len(of_here[key]) for key in ("ids", "people")] == [1, 1]
    assert not {*of_here["ids"], *of_here["people"]} & {*of_there["ids"], *of_there["people"]}
    [nowhere] = await in_firm("firm_00000000000000000000000000", found)
    assert nowhere == {"ids": [], "people": []}

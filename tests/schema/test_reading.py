"""The read path: one statement, the right rows, in the shape that was asked for."""

from typing import Any, cast

import pytest
from tortoise.backends.asyncpg.client import AsyncpgDBClient
from tortoise.connection import get_connection

from schema.reading.keyset import encode
from server.core.actor import Actor, ActorKind
from server.core.database import in_firm
from tests.factories.offices import MakeOffice
from tests.factories.people import account_of, client_of, contact_of, link_of
from tests.schema.asking import ask, refused

EVERYTHING = """
query ($first: Int) {
  accounts(first: $first) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges {
      cursor
      node {
        __typename id number name type companyName companyAddress { city country } category stage lifecycle
        portalStatus createdAt lastActivityAt archivedAt version
        contacts {
          id login notify sync commercial operational portalAccess createdAt version
          account { id name }
          contact {
            id firstName lastName name email pendingEmail phone address { street } language active accounts { id }
          }
          invitation { id state sentAt sentBy { name } emails { id state attempts { at state reply } } }
        }
        staff { id name role permissions can: permissions state invitation { id } }
        folders { id name access parentId position }
        timeline(first: 2) { nodes { id at action actorName changes { field old new } } pageInfo { hasNextPage } }
      }
    }
  }
}
"""


async def test_a_deep_query_is_one_statement(make_office: MakeOffice) -> None:
    office = await make_office()
    for _ in range(3):
        await client_of(office.id)
    statements: list[str] = []

    async def work() -> dict[str, Any]:
        async with cast(AsyncpgDBClient, get_connection("default")).acquire_connection() as connection:
            held = connection
        with held.query_logger(lambda record: statements.append(record.query)):
            return await ask(office.owner, EVERYTHING, first=2)

    found = await in_firm(office.id, work)
    assert len(statements) == 1
    assert found["accounts"]["totalCount"] == 3
    assert len(found["accounts"]["edges"]) == 2
    assert found["accounts"]["pageInfo"]["hasNextPage"] is True
    node = found["accounts"]["edges"][0]["node"]
    assert node["portalStatus"] == "PENDING_ACTIVATION"
    assert node["contacts"][0]["portalAccess"] == "NOT_INVITED"
    assert node["contacts"][0]["account"]["id"] == node["id"]
    assert node["createdAt"].endswith("Z")


async def test_aliases_fragments_and_directives_answer_as_graphql_says(make_office: MakeOffice) -> None:
    office = await make_office()
    client = await client_of(office.id)
    query = """
    query ($id: ID!, $yes: Boolean!, $no: Boolean!) {
      one: account(id: $id) { ...Names  a: timeline(first: 1) { totalCount } b: timeline { nodes { id } } }
      node(id: $id) { __typename id ... on Account { number name @include(if: $no) } ... on Contact { email } }
      two: account(id: $id) { id @skip(if: $yes) name @include(if: $yes) contacts @skip(if: $yes) { id } }
    }
    fragment Names on Account { label: name id ... on Node { id } people: contacts { person: contact { name } } }
    """
    found = await ask(office.owner, query, id=client.account.id, yes=True, no=False)
    assert found["one"] == {
        "label": client.account.name,
        "id": client.account.id,
        "people": [{"person": {"name": "Ana Popescu"}}],
        "a": {"totalCount": 0},
        "b": {"nodes": []},
    }
    assert found["node"] == {"__typename": "Account", "id": client.account.id, "number": client.account.number}
    assert found["two"] == {"name": client.account.name}


async def test_pages_follow_each_other_both_ways(make_office: MakeOffice) -> None:
    office = await make_office()

    async def work() -> None:
        for letter in "ecadb":
            await account_of(office.id, letter)

    await in_firm(office.id, work)
    query = """query ($sort: AccountSort!, $first: Int, $after: String, $last: Int, $before: String) {
      accounts(sort: $sort, first: $first, after: $after, last: $last, before: $before) {
        nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""

    async def names(**page: Any) -> tuple[str, dict[str, Any]]:
        found = (await ask(office.owner, query, **page))["accounts"]
        return "".join(node["name"] for node in found["nodes"]), found["pageInfo"]

    first, info = await names(sort="NAME_ASC", first=2)
    assert (first, info["hasNextPage"], info["hasPreviousPage"]) == ("ab", True, False)
    second, info = await names(sort="NAME_ASC", first=2, after=info["endCursor"])
    assert (second, info["hasPreviousPage"]) == ("cd", True)
    third, end = await names(sort="NAME_ASC", first=2, after=info["endCursor"])
    assert (third, end["hasNextPage"]) == ("e", False)
    back, info = await names(sort="NAME_ASC", last=2, before=end["startCursor"])
    assert (back, info["hasPreviousPage"], info["hasNextPage"]) == ("cd", True, True)
    assert (await names(sort="NAME_DESC", first=10))[0] == "edcba"
    assert (await names(sort="CREATED_ASC", first=10))[0] == "ecadb"


@pytest.mark.parametrize(
    ("arguments", "field", "code"),
    [
        ("first: -1", "first", "PAGE_SIZE"),
        ("first: 501", "first", "PAGE_SIZE"),
        ("first: 1, last: 1", "last", "PAGE_BOTH_WAYS"),
        ('after: "nonsense"', "after", "CURSOR_INVALID"),
        ('after: "WyJ4Il0"', "after", "CURSOR_INVALID"),
        ('after: "e30"', "after", "CURSOR_INVALID"),
        (f'sort: CREATED_DESC, after: "{encode(["2026-W01-1T00:00:00+00:00", "acc_x"])}"', "after", "CURSOR_INVALID"),
        (f'sort: CREATED_DESC, after: "{encode(["2026-01-01T00:00:00+20:00", "acc_x"])}"', "after", "CURSOR_INVALID"),
        (f'sort: CREATED_DESC, after: "{encode(["2026-02-30 00:00:00+00", "acc_x"])}"', "after", "CURSOR_INVALID"),
    ],
)
async def test_a_wrong_page_is_told_at_its_field(
    make_office: MakeOffice, arguments: str, field: str, code: str
) -> None:
    office = await make_office()
    [error] = await refused(office.owner, f"{{ accounts({arguments}) {{ nodes {{ id }} }} }}")
    assert error["extensions"]["code"] == "INVALID"
    assert [(each["field"], each["code"]) for each in error["extensions"]["fields"]] == [(field, code)]


@pytest.mark.parametrize("search", ["garcía", "GARCIA", "gar mar", "mar", "+34 600", "%", "'; --", "\\", "&|!():*<->"])
async def test_search_finds_prefixes_and_bears_anything(make_office: MakeOffice, search: str) -> None:  # ACC-6
    office = await make_office()

    async def work() -> None:
        account = await account_of(office.id, "María García")
        contact = await contact_of(office.id, search_words="34600123456")
        await link_of(account, contact)

    await in_firm(office.id, work)
    found = await ask(office.owner, "query ($q: String) { accounts(search: $q) { totalCount } }", q=search)
    assert found["accounts"]["totalCount"] == (
        1 if any(c.isalnum() for c in search) else found["accounts"]["totalCount"]
    )


async def test_a_client_reads_their_own_accounts_and_nothing_of_staff(make_office: MakeOffice) -> None:  # CON-8
    office = await make_office()
    mine, other = await client_of(office.id, active=True), await client_of(office.id, active=True)
    found = await ask(mine.actor, "{ viewer { door can accounts { id name folders { id } } staffMember { id } } }")
    assert found["viewer"]["door"] == "PORTAL"
    assert [account["id"] for account in found["viewer"]["accounts"]] == [mine.account.id]

    own = await ask(mine.actor, "query ($id: ID!) { node(id: $id) { __typename } }", id=mine.account.id)
    assert own["node"] == {"__typename": "PortalAccount"}
    for query in (
        "query ($id: ID!) { account(id: $id) { id } }",
        "query ($id: ID!) { portalAccount(id: $id) { id } }",
        "query ($id: ID!) { contact(id: $id) { id } }",
    ):
        [error] = await refused(mine.actor, query, id=other.account.id)
        assert error["extensions"]["code"] == "NOT_FOUND"
    [error] = await refused(mine.actor, "{ accounts { nodes { id } } }")
    assert error["extensions"]["code"] == "NOT_FOUND"


async def test_a_strangers_id_answers_as_an_unknown_one(make_office: MakeOffice) -> None:  # T2
    here, there = await make_office(), await make_office()
    client = await client_of(there.id)
    unknown = str(client.account.id)[:-4] + "0000"
    query = "query ($id: ID!) { account(id: $id) { id } }"
    assert await refused(here.owner, query, id=client.account.id) == await refused(here.owner, query, id=unknown)
    found = await ask(here.owner, "query ($id: ID!) { node(id: $id) { id } }", id=client.account.id)
    assert found["node"] is None


async def test_a_stranger_is_asked_to_sign_in() -> None:
    stranger = Actor(kind=ActorKind.STRANGER)
    assert (await ask(stranger, "{ viewer { id } }"))["viewer"] is None
    for query in ("{ accounts { nodes { id } } }", "{ firm { id } }", '{ node(id: "acc_1") { id } }'):
        [error] = await refused(stranger, query)
        assert error["extensions"]["code"] == "UNAUTHENTICATED"

"""Operations with something odd about them answer as plain graphql-core with naive resolvers does."""

from typing import Any

import orjson
import pytest

from schema.reading.keyset import encode
from server.audit.models import AuditEvent
from server.core import clock
from server.core.database import execute, in_firm
from tests.factories.registers import NOW, register_of
from tests.schema.desk import Desk
from tests.schema.equality import Asked, assert_equal, naive, planned, runs
from tests.schema.naive import NaiveReader
from tests.schema.places import Place

ODD: dict[str, str] = {
    "one list under two keys": "{ account(id: $acc) { a: contacts { id } b: contacts { login contact { name } } } }",
    "one key from two fragments": """{ account(id: $acc) { ...A ...B } }
        fragment A on Account { contacts { id contact { name } } }
        fragment B on Account { contacts { login contact { email accounts { id } } } }""",
    "one page under two keys": """{ account(id: $acc) {
        a: timeline(first: 1) { nodes { id } }
        b: timeline(first: 3) { totalCount edges { cursor } pageInfo { endCursor } } } }""",
    "a page of nothing": "{ accounts(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }",
    "no row at all": '{ accounts(search: "nobody", first: 1) { nodes { timeline(first: 501) { totalCount } } } }',
    "the last ones": "{ accounts(last: 2, sort: CREATED_DESC) { nodes { id } pageInfo { hasPreviousPage } } }",
    "before a cursor": "{ accounts(last: 1, before: $cursor) { nodes { id } pageInfo { hasPreviousPage } } }",
    "both ways": "{ accounts(first: 1, before: $cursor) { nodes { id } } }",
    "a cursor of another list": "{ contacts(after: $cursor) { nodes { id } } }",
    "a foreign cursor below": "{ accounts(first: 2) { nodes { id timeline(after: $cursor) { nodes { id } } } } }",
    "too large a page below": "{ accounts(first: 2) { nodes { id timeline(first: 501) { totalCount } } } }",
    "nothing but the count": "{ accounts { totalCount } staff { totalCount } }",
    "nothing but names of types": "{ __typename accounts { __typename edges { __typename node { __typename } } } }",
    "nothing that is included": "{ account(id: $acc) { contacts @include(if: false) { id } } }",
    "an interface": "{ node(id: $acc) { __typename id ... on Account { n: name } ... on PortalAccount { n: name } } }",
    "an interface in itself": """{ node(id: $acc) { ... on Node { ... on Account { contacts { ... on Node { id } } } }
        ... on Account { contacts { ... { login } } } } }""",
    "an interface that fails below": """{ node(id: $acc) { ... on Account { timeline(first: -1) { totalCount } }
        ... on PortalAccount { folders { access } } } }""",
    "an interface with its name elsewhere": """{ node(id: $acc) { a: __typename
        ... on Account { __typename: name timeline(first: -1) { totalCount } } } }""",
    "the other side of an interface": "{ node(id: $con) { ... on Account { name } } }",
    "a circle": "{ account(id: $acc) { contacts { contact { accounts { account { contacts { login } } } } } } }",
    "what is not there": "{ account(id: $none) { id contacts { id } } }",
    "what is not there, and something": "{ node(id: $none) { id } viewer { id } }",
    "the same twice at the root": "{ account(id: $acc) { id } account(id: $acc) { name contacts { id } } }",
    "a viewer": "{ viewer { door can staffMember { role } accounts { folders { access } } otherFirms { id } } }",
    "everything of the firm": "{ firm { reminderDays address { street country } logoUrl language version } }",
    "values of JSON": "{ account(id: $acc) { companyAddress { street } timeline { nodes { changes { old new } } } } }",
    "rows of JSON": "{ accounts { nodes { companyAddress { street city postalCode region country } stage } } }",
    "enums at every depth": """{ accounts { nodes { tags { color } folders { access }
        contacts { contact { language } invitation { emails { state attempts { state } } } } } } }""",
    "derived at every depth": "{ accounts { nodes { staff { name permissions } } } staff { nodes { permissions } } }",
    "a variable that is null": "query ($v: Boolean! = true) { account(id: $acc) { id @skip(if: $v) } }",
}


@pytest.mark.parametrize("role", ["owner", "analyst", "client", "newcomer"])
@pytest.mark.parametrize("what", ODD)
async def test_the_odd_answers_alike(place: Place, what: str, role: str) -> None:
    here = place.here
    actor = here.newcomer if role == "newcomer" else here.actors[role]
    ids = {"acc": here.ids["acc"], "con": here.ids["con"]}
    for acc, con in zip(ids["acc"], ids["con"], strict=False):
        values: dict[str, Any] = {
            "$acc": acc,
            "$con": con,
            "$none": "acc_00000000000000000000000000",
            "$cursor": place.cursors["accounts"],
        }
        query = ODD[what]
        for name, value in values.items():
            query = query.replace(name, f'"{value}"')
        asked = Asked(query, {})
        with clock.at(NOW):
            assert runs(asked, actor)
            assert_equal(asked, await planned(actor, asked), await naive(place.reader, actor, asked))


async def test_a_cursor_is_refused_alike(place: Place) -> None:
    for keys in (["x"], ["2026-05-04 10:00:00+00", "x"], ["2026-02-30 10:00:00+00", "x"], ["", "", ""]):
        for sort in ("NAME_ASC", "CREATED_ASC"):
            asked = Asked(f'{{ accounts(sort: {sort}, after: "{encode(keys)}") {{ nodes {{ id }} }} }}', {})
            with clock.at(NOW):
                actor = place.here.office.owner
                assert_equal(asked, await planned(actor, asked), await naive(place.reader, actor, asked))


SHAPES = [
    '"text"',
    "5",
    "true",
    "[]",
    "[[1]]",
    "{}",
    '{"street": [1], "country": 1.5}',
    "[1.5]",
    "[99999999999]",
    "[true]",
]


@pytest.mark.parametrize("shape", SHAPES)
async def test_json_of_any_shape_answers_alike(desk: Desk, shape: str) -> None:
    with clock.at(NOW):
        here = await register_of()

        async def plant() -> None:
            await execute("UPDATE firms SET reminder_days = $1, address = $1", shape)
            await execute("UPDATE accounts SET company_address = $1", shape)
            changed = orjson.loads(shape)
            await AuditEvent.create(
                firm_id=here.office.id,
                at=NOW,
                action="account.changed",
                actor_kind="STAFF",
                actor_name="",
                account_id=here.ids["acc"][0],
                changes={"a": changed, "b": [changed, changed]},
            )

        await in_firm(here.office.id, plant)
        actor, reader = here.office.owner, NaiveReader(desk)
        for query in (
            "{ firm { reminderDays } }",
            "{ firm { address { country street } name } }",
            "{ accounts { nodes { companyAddress { __typename street country } } } }",
            "{ accounts { nodes { timeline { nodes { changes { field old new } } } } } }",
        ):
            asked = Asked(query, {})
            assert_equal(asked, await planned(actor, asked), await naive(reader, actor, asked))

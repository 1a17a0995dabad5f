"""Tags over GraphQL: made, found, worn, and filtered by."""

from typing import Any

import pytest

from server.core import ids
from server.core.database import in_firm
from server.tags.models import Tag
from tests.factories.offices import Office, office_of
from tests.factories.people import account_of, client_of
from tests.factories.tags import tag_of
from tests.schema.asking import ask, refused

CREATE = (
    "mutation ($input: CreateTagInput!) { createTag(input: $input) { tag { id name color accountCount version } } }"
)
UPDATE = "mutation ($input: UpdateTagInput!) { updateTag(input: $input) { tag { name color version } } }"
MERGE = "mutation ($input: MergeTagsInput!) { mergeTags(input: $input) { removedId tag { id accountCount } } }"
DELETE = "mutation ($input: IdInput!) { deleteTag(input: $input) { removedId } }"
WEAR = "mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { version tags { name } } } }"
LIST = "query ($search: String) { tags(search: $search) { totalCount nodes { name accountCount } } }"
FILTERED = "query ($by: AccountFilter) { accounts(filter: $by) { totalCount nodes { name tags { name } } } }"
NODE = "query ($id: ID!) { node(id: $id) { id ... on Tag { name color } } }"


async def dressed(office: Office) -> dict[str, str]:
    """Accounts A (red, blue), B (blue) and C (none), and the ids of the tags."""

    async def work() -> dict[str, str]:
        a, b, _ = [await account_of(office.id, name) for name in ("A", "B", "C")]
        red, blue, green = [
            await tag_of(office.id, name, *worn)
            for name, worn in (("red", [a.id]), ("Blue", [a.id, b.id]), ("Éxito fiscal", []))
        ]
        return {"red": str(red.id), "blue": str(blue.id), "green": str(green.id), "A": str(a.id)}

    return await in_firm(office.id, work)


async def test_a_tag_is_made_worn_renamed_and_deleted() -> None:  # TEAM-8
    office = await office_of()
    account = await in_firm(office.id, lambda: account_of(office.id))
    made = (await ask(office.executive, CREATE, input={"name": "VIP", "color": "RED"}))["createTag"]["tag"]
    assert made == {"id": made["id"], "name": "VIP", "color": "RED", "accountCount": 0, "version": 1}
    worn = await ask(office.executive, WEAR, input={"id": account.id, "version": 1, "tagIds": [made["id"]]})
    assert worn["updateAccount"]["account"] == {"version": 2, "tags": [{"name": "VIP"}]}
    changed = await ask(office.executive, UPDATE, input={"id": made["id"], "version": 1, "name": "Top"})
    assert changed["updateTag"]["tag"] == {"name": "Top", "color": "RED", "version": 2}
    assert (await ask(office.analyst, LIST))["tags"]["nodes"] == [{"name": "Top", "accountCount": 1}]
    assert (await ask(office.executive, DELETE, input={"id": made["id"]}))["deleteTag"]["removedId"] == made["id"]
    assert (await ask(office.analyst, LIST))["tags"]["totalCount"] == 0


async def test_tags_are_listed_by_name_and_found_by_the_beginning_of_a_word() -> None:
    office = await office_of()
    await dressed(office)
    found = (await ask(office.analyst, LIST))["tags"]
    assert [each["name"] for each in found["nodes"]] == ["Blue", "red", "Éxito fiscal"]
    assert [each["accountCount"] for each in found["nodes"]] == [2, 1, 0]
    for search in ("exi", "FISC", "éxito f"):
        assert [each["name"] for each in (await ask(office.analyst, LIST, search=search))["tags"]["nodes"]] == [
            "Éxito fiscal"
        ]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ({"tagIds": ["red"]}, ["A"]),
        ({"tagIds": ["red", "blue"]}, ["A", "B"]),
        ({"tagIds": ["green"]}, []),
        ({"tagIds": []}, []),
        ({"allTagIds": ["red", "blue", "red"]}, ["A"]),
        ({"allTagIds": []}, ["A", "B", "C"]),
        ({"noTagIds": ["red"]}, ["B", "C"]),
        ({"noTagIds": ["red", "blue"]}, ["C"]),
        ({"noTagIds": []}, ["A", "B", "C"]),
        ({"tagIds": ["blue"], "noTagIds": ["red"]}, ["B"]),
        ({"tagIds": ["unknown"]}, []),
    ],
)
async def test_accounts_are_filtered_by_any_all_or_none_of_some_tags(
    by: dict[str, list[str]], names: list[str]
) -> None:
    office = await office_of()
    tags = await dressed(office)
    known = {field: [tags.get(each, ids.new_id("tag")) for each in given] for field, given in by.items()}
    found = (await ask(office.analyst, FILTERED, by=known))["accounts"]
    assert [each["name"] for each in found["nodes"]] == names
    assert found["totalCount"] == len(names)


async def test_a_filter_takes_fifty_tags() -> None:
    office = await office_of()
    for field in ("tagIds", "allTagIds", "noTagIds"):
        [error] = await refused(office.owner, FILTERED, by={field: [ids.new_id("tag")] * 51})
        assert [(each["field"], each["code"]) for each in error["extensions"]["fields"]] == [
            (f"filter.{field}", "LIST_TOO_LONG")
        ]


async def test_the_tags_of_an_account_stand_by_name() -> None:
    office = await office_of()
    await dressed(office)
    [a, b, c] = (await ask(office.analyst, FILTERED))["accounts"]["nodes"]
    assert [[each["name"] for each in account["tags"]] for account in (a, b, c)] == [["Blue", "red"], ["Blue"], []]


async def test_two_tags_become_one() -> None:  # TEAM-8
    office = await office_of()
    tags = await dressed(office)
    merged = (await ask(office.owner, MERGE, input={"id": tags["blue"], "intoId": tags["red"]}))["mergeTags"]
    assert merged == {"removedId": tags["blue"], "tag": {"id": tags["red"], "accountCount": 2}}


async def test_a_taken_name_is_a_conflict_that_names_the_tag() -> None:
    office = await office_of()
    tags = await dressed(office)
    [error] = await refused(office.owner, UPDATE, input={"id": tags["red"], "version": 1, "name": "BLUE"})
    assert error["extensions"]["code"] == "TAG_NAME_TAKEN"
    assert error["extensions"]["params"] == {"tag": "Blue", "tagId": tags["blue"]}
    assert error["message"] == "This name is taken: there is a tag “Blue” already."


async def test_a_tag_is_a_node_of_staff_of_its_firm_alone() -> None:  # T2
    office, there = await office_of(), await office_of()
    client = await client_of(office.id, active=True)
    tag_id = (await dressed(office))["red"]
    assert (await ask(office.analyst, NODE, id=tag_id))["node"] == {"id": tag_id, "name": "red", "color": "BLUE"}
    assert (await ask(there.owner, NODE, id=tag_id))["node"] is None
    assert (await ask(client.actor, NODE, id=tag_id))["node"] is None
    [error] = await refused(client.actor, LIST)
    assert error["extensions"]["code"] == "NOT_FOUND"


async def test_a_foreign_tag_cannot_be_worn_or_filtered_by() -> None:  # T2
    office, there = await office_of(), await office_of()
    own, foreign = await dressed(office), await dressed(there)
    [error] = await refused(office.owner, WEAR, input={"id": own["A"], "version": 1, "tagIds": [foreign["red"]]})
    assert [each["code"] for each in error["extensions"]["fields"]] == ["TAG_UNKNOWN"]
    assert (await ask(office.owner, FILTERED, by={"tagIds": [foreign["red"]]}))["accounts"]["totalCount"] == 0

    async def stored() -> Any:
        return await Tag.get(id=foreign["red"])

    assert (await in_firm(there.id, stored)).name == "red"

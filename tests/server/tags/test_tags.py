"""Tags: one of a name, whoever makes it and however it is written."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from server.audit.models import AuditEvent
from server.core import ids
from server.core.actor import Actor, ActorKind
from server.core.database import in_firm
from server.core.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from server.tags.create import create_tag
from server.tags.delete import delete_tag
from server.tags.merge import merge_tags
from server.tags.models import AccountTag, Tag, TagColor
from server.tags.update import update_tag
from tests.factories.offices import Office, office_of
from tests.factories.people import account_of, client_of
from tests.factories.tags import tag_of


async def tag_with(office: Office, tag_id: str) -> Tag:
    """As it is stored."""
    return await in_firm(office.id, lambda: Tag.get(id=tag_id))


async def on_accounts(office: Office, name: str, count: int) -> tuple[Tag, list[str]]:
    """A tag on new accounts."""

    async def work() -> tuple[Tag, list[str]]:
        accounts = [str((await account_of(office.id)).id) for _ in range(count)]
        return await tag_of(office.id, name, *accounts), accounts

    return await in_firm(office.id, work)


async def wearers(office: Office, tag_id: str) -> set[str]:
    """The accounts that carry it."""
    links = await in_firm(office.id, lambda: AccountTag.filter(tag_id=tag_id))
    return {str(link.account_id) for link in links}


async def events(office: Office, action: str) -> list[AuditEvent]:
    """What was written down."""
    return list(await in_firm(office.id, lambda: AuditEvent.filter(action=action).order_by("id")))


async def test_a_tag_has_a_tidy_name_and_a_colour() -> None:  # TEAM-8
    office = await office_of()
    tag = await tag_with(office, await create_tag(office.executive, "  Year \u00a0 end ", TagColor.TEAL))
    assert (tag.name, tag.name_key, tag.color, tag.version) == ("Year end", "year end", TagColor.TEAL, 1)
    [event] = await events(office, "tag.created")
    assert (event.subject_id, event.subject_name, event.account_id) == (tag.id, "Year end", None)
    assert event.changes == {"name": [None, "Year end"], "color": [None, "TEAL"]}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "TEXT_REQUIRED"),
        (" \n ", "TEXT_REQUIRED"),
        ("\u200b", "TEXT_REQUIRED"),
        ("x" * 41, "TEXT_TOO_LONG"),
        ("\ufdfa" * 40, "TEXT_TOO_LONG"),
        ("a\x00b", "CHARACTER_FORBIDDEN"),
        ("a\u202eb", "CHARACTER_FORBIDDEN"),
    ],
)
async def test_a_wrong_name_is_refused_at_its_field(name: str, code: str) -> None:
    office = await office_of()
    tag_id = await create_tag(office.owner, "There")
    for change in (lambda: create_tag(office.owner, name), lambda: update_tag(office.owner, tag_id, 1, name=name)):
        with pytest.raises(Invalid) as refused:
            await change()
        assert [(each.field, each.code) for each in refused.value.problems] == [("name", code)]


async def test_a_name_is_one_tag_and_the_refusal_tells_which() -> None:
    office = await office_of()
    tag_id = await create_tag(office.owner, "Straße")
    other_id = await create_tag(office.owner, "Weg")
    for change in (
        lambda: create_tag(office.owner, "STRASSE "),
        lambda: update_tag(office.owner, other_id, 1, name="strasse"),
    ):
        with pytest.raises(Conflict) as refused:
            await change()
        assert refused.value.code == "TAG_NAME_TAKEN"
        assert refused.value.params == {"tag": "Straße", "tagId": tag_id}
    assert (await tag_with(office, other_id)).version == 1


async def test_another_firm_may_use_the_name() -> None:  # T2
    here, there = await office_of(), await office_of()
    assert await create_tag(here.owner, "VIP") != await create_tag(there.owner, "VIP")


async def test_a_name_is_one_tag_even_among_twenty_at_once() -> None:  # R2
    office = await office_of()
    made = await asyncio.gather(*(create_tag(office.owner, "VIP") for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(each, str) for each in made) == 1
    refused = [each for each in made if not isinstance(each, str)]
    assert all(isinstance(each, Conflict) and each.code == "TAG_NAME_TAKEN" for each in refused)


async def test_what_is_given_changes_and_an_older_version_is_stale() -> None:
    office = await office_of()
    tag_id = await create_tag(office.owner, "vip")
    await update_tag(office.owner, tag_id, 1, name="VIP")
    await update_tag(office.owner, tag_id, 2, color=TagColor.RED)
    await update_tag(office.owner, tag_id, 3, name=" VIP", color=TagColor.RED)
    tag = await tag_with(office, tag_id)
    assert (tag.name, tag.color, tag.search_words, tag.version) == ("VIP", TagColor.RED, "vip", 3)
    with pytest.raises(Conflict) as refused:
        await update_tag(office.owner, tag_id, 2, name="Later")
    assert refused.value.code == "STALE"
    assert [each.changes for each in await events(office, "tag.updated")] == [
        {"name": ["vip", "VIP"]},
        {"color": ["GRAY", "RED"]},
    ]


async def test_a_deleted_tag_is_on_no_account_and_their_timelines_say_so() -> None:  # ACC-11
    office = await office_of()
    tag, accounts = await on_accounts(office, "VIP", 3)
    await delete_tag(office.executive, tag.id)
    assert await wearers(office, tag.id) == set()
    told = await events(office, "tag.deleted")
    assert {event.account_id for event in told} == set(accounts)
    assert {event.subject_name for event in told} == {"VIP"}
    with pytest.raises(NotFound):
        await delete_tag(office.executive, tag.id)


async def test_a_tag_nobody_carries_is_deleted_with_one_event() -> None:
    office = await office_of()
    await delete_tag(office.owner, await create_tag(office.owner, "Unused"))
    assert [event.account_id for event in await events(office, "tag.deleted")] == [None]


async def test_two_tags_become_one_on_all_accounts_of_both() -> None:  # TEAM-8
    office = await office_of()
    tag, accounts = await on_accounts(office, "Vip", 3)
    into, others = await on_accounts(office, "Very important", 1)
    await in_firm(
        office.id,
        lambda: AccountTag.create(firm_id=office.id, account_id=accounts[0], tag=into, created_at=tag.created_at),
    )
    await merge_tags(office.executive, tag.id, into.id)
    assert await wearers(office, into.id) == {*accounts, *others}
    told = await events(office, "tag.merged")
    assert {event.account_id for event in told} == set(accounts)
    assert told[0].changes == {"tags": ["Vip", "Very important"]}
    with pytest.raises(NotFound):
        await tag_and_itself(office, tag.id, into.id)


async def tag_and_itself(office: Office, *tag_ids: str) -> None:
    await merge_tags(office.owner, *tag_ids)


async def test_a_tag_cannot_become_itself() -> None:
    office = await office_of()
    tag_id = await create_tag(office.owner, "VIP")
    with pytest.raises(Invalid) as refused:
        await merge_tags(office.owner, tag_id, tag_id)
    assert [(each.field, each.code) for each in refused.value.problems] == [("intoId", "TAG_SAME")]


async def test_two_merges_the_other_way_round_do_not_wait_in_a_circle() -> None:  # R1
    office = await office_of()
    for _ in range(5):
        one, other = [await on_accounts(office, ids.new_id("tag"), 2) for _ in range(2)]
        done = await asyncio.gather(
            merge_tags(office.owner, one[0].id, other[0].id),
            merge_tags(office.owner, other[0].id, one[0].id),
            return_exceptions=True,
        )
        assert sorted(type(each).__name__ for each in done) == ["NoneType", "NotFound"]


VERBS: list[Callable[[Actor, str, str], Awaitable[object]]] = [
    lambda actor, tag_id, _: create_tag(actor, f"New {tag_id}"[:40]),
    lambda actor, tag_id, _: update_tag(actor, tag_id, 1, name="Mine"),
    lambda actor, tag_id, _: delete_tag(actor, tag_id),
    lambda actor, tag_id, other_id: merge_tags(actor, tag_id, other_id),
]


@pytest.mark.parametrize("verb", VERBS)
async def test_only_who_manages_accounts_changes_tags(verb: Callable[[Actor, str, str], Awaitable[object]]) -> None:
    office = await office_of()
    client = await client_of(office.id, active=True)
    tag_id, other_id = await create_tag(office.owner, "VIP"), await create_tag(office.owner, "Late")
    stranger = Actor(kind=ActorKind.STRANGER, firm_id=office.id)
    for actor, refusal in ((office.analyst, Forbidden), (client.actor, NotFound), (stranger, Unauthenticated)):
        with pytest.raises(refusal):
            await verb(actor, tag_id, other_id)
    await verb(office.executive, tag_id, other_id)


@pytest.mark.parametrize("verb", VERBS[1:])
async def test_a_tag_of_another_firm_is_not_found(verb: Callable[[Actor, str, str], Awaitable[object]]) -> None:  # T2
    here, there = await office_of(), await office_of()
    own, foreign = await create_tag(here.owner, "Ours"), await create_tag(there.owner, "Theirs")
    with pytest.raises(NotFound):
        await verb(here.owner, foreign, own)
    with pytest.raises(NotFound):
        await verb(there.owner, own, foreign)
    assert (await tag_with(there, foreign)).name == "Theirs"
    assert (await tag_with(here, own)).name == "Ours"

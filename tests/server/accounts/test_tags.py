"""The tags of an account: put on, taken off, told in its timeline, and never another firm's."""

import asyncio

import pytest

from server.accounts.models import Account, AccountType
from server.accounts.update import update_account
from server.audit.models import AuditEvent
from server.core import ids
from server.core.database import in_firm
from server.core.errors import DomainError, Invalid
from server.intake.create_account import create_account
from server.intake.draft import NewAccount
from server.tags.create import create_tag
from server.tags.delete import delete_tag
from server.tags.merge import merge_tags
from server.tags.models import AccountTag, Tag
from tests.factories.offices import Office, office_of
from tests.factories.people import account_of
from tests.server.intake.drafts import one


async def worn(office: Office, account_id: str) -> list[str]:
    """The names of the account's tags."""
    tags = await in_firm(office.id, lambda: Tag.filter(account_links__account_id=account_id).order_by("name_key"))
    return [tag.name for tag in tags]


async def told(office: Office, account_id: str) -> list[list[str | None]]:
    """What its timeline tells of its tags, oldest first."""
    events = await in_firm(office.id, lambda: AuditEvent.filter(account_id=account_id).order_by("id"))
    return [event.changes["tags"] for event in events if "tags" in event.changes]


async def new(office: Office) -> Account:
    """An account without tags."""
    return await in_firm(office.id, lambda: account_of(office.id))


def codes(refusal: Invalid) -> list[tuple[str, str]]:
    """What is wrong, and where."""
    return [(each.field, each.code) for each in refusal.problems]


def draft(*tag_ids: str) -> NewAccount:
    """An account to make."""
    return NewAccount(type=AccountType.INDIVIDUAL, contacts=(one(),), tag_ids=tag_ids)


async def test_an_account_is_made_with_its_tags() -> None:  # ACC-1
    office = await office_of()
    vip, late = await create_tag(office.owner, "VIP"), await create_tag(office.owner, "late")
    account_id = await create_account(office.executive, draft(vip, late, vip))
    assert await worn(office, account_id) == ["late", "VIP"]
    assert await told(office, account_id) == [[None, "late, VIP"]]


async def test_the_tags_of_an_account_are_those_given_and_nothing_happens_twice() -> None:  # ACC-11
    office = await office_of()
    account = await new(office)
    vip, late, old = [await create_tag(office.owner, name) for name in ("VIP", "Late", "Old")]
    await update_account(office.executive, account.id, 1, tag_ids=[vip, old])
    await update_account(office.executive, account.id, 2, tag_ids=[late, vip])
    await update_account(office.executive, account.id, 3, tag_ids=[vip, late], name=account.name)
    assert await worn(office, account.id) == ["Late", "VIP"]
    await update_account(office.executive, account.id, 3, name="Another")
    await update_account(office.executive, account.id, 4, tag_ids=None)
    assert await worn(office, account.id) == ["Late", "VIP"]
    await update_account(office.executive, account.id, 4, tag_ids=[])
    assert await worn(office, account.id) == []
    assert await told(office, account.id) == [[None, "Old, VIP"], ["Old, VIP", "Late, VIP"], ["Late, VIP", None]]


async def test_an_unknown_or_foreign_tag_is_refused_at_its_place() -> None:  # T2
    office, there = await office_of(), await office_of()
    account = await new(office)
    own, foreign = await create_tag(office.owner, "Ours"), await create_tag(there.owner, "Theirs")
    for wrong in (foreign, ids.new_id("tag"), "", "x" * 500):
        with pytest.raises(Invalid) as of_update:
            await update_account(office.owner, account.id, 1, tag_ids=[own, wrong], name=" x")
        with pytest.raises(Invalid) as of_create:
            await create_account(office.owner, draft(own, wrong))
        assert codes(of_update.value) == [("name", "NAME_EDGE"), ("tagIds.1", "TAG_UNKNOWN")]
        assert codes(of_create.value) == [("tagIds.1", "TAG_UNKNOWN")]
    assert await worn(office, account.id) == []


async def test_an_account_carries_fifty_tags_at_most() -> None:
    office = await office_of()
    account = await new(office)
    many = [ids.new_id("tag")] * 51
    with pytest.raises(Invalid) as of_update:
        await update_account(office.owner, account.id, 1, tag_ids=many)
    with pytest.raises(Invalid) as of_create:
        await create_account(office.owner, draft(*many))
    assert codes(of_update.value) == codes(of_create.value) == [("tagIds", "LIST_TOO_LONG")]


async def test_tags_that_go_while_accounts_take_them_leave_no_fault() -> None:  # R1, R2
    office = await office_of()
    for _ in range(3):
        await new(office)
    for _ in range(4):
        tags = [await create_tag(office.owner, ids.new_id("tag")) for _ in range(3)]
        known = await in_firm(office.id, lambda: Account.all())
        done = await asyncio.gather(
            *(update_account(office.owner, each.id, each.version, tag_ids=tags[::-1]) for each in known),
            *(update_account(office.owner, each.id, each.version, tag_ids=tags[:2]) for each in known),
            merge_tags(office.owner, tags[0], tags[1]),
            delete_tag(office.owner, tags[2]),
            merge_tags(office.owner, tags[1], tags[0]),
            return_exceptions=True,
        )
        assert [each for each in done if isinstance(each, Exception) and not isinstance(each, DomainError)] == []
    left = await in_firm(office.id, lambda: AccountTag.all())
    there = await in_firm(office.id, lambda: Tag.all())
    assert {link.tag_id for link in left} <= {tag.id for tag in there}

"""The tags of an account (TEAM-8)."""

from collections.abc import Iterable, Sequence
from typing import Final

from server.accounts.models import Account
from server.core import clock
from server.core.errors import Problem
from server.tags import found
from server.tags.models import AccountTag, Tag

MOST: Final = 50
"""Tags that one account carries."""


async def read(field: str, tag_ids: Sequence[str]) -> tuple[list[Tag], list[Problem]]:
    """The tags of these ids, each once, and what is wrong (TAG_UNKNOWN). Call it before accounts are locked."""
    if len(tag_ids) > MOST:
        return [], [Problem(field, "LIST_TOO_LONG", {"limit": MOST})]
    known = await found.to_put_on(tag_ids)
    problems = [Problem(f"{field}.{n}", "TAG_UNKNOWN") for n, each in enumerate(tag_ids) if each not in known]
    return [known[each] for each in dict.fromkeys(tag_ids) if each in known], problems


async def put_on(account: Account, added: Iterable[Tag]) -> None:
    """Make the account carry these, too."""
    now = clock.now()
    rows = [AccountTag(firm_id=account.firm_id, account_id=account.id, tag=tag, created_at=now) for tag in added]
    await AccountTag.bulk_create(rows, ignore_conflicts=True)


async def replace(account: Account, wanted: Sequence[Tag]) -> list[str | None] | None:
    """Make these the tags of the account. The names before and after, or None if nothing changes."""
    now_there = await Tag.filter(account_links__account_id=account.id)
    before, after = {tag.id for tag in now_there}, {tag.id for tag in wanted}
    if before == after:
        return None
    await AccountTag.filter(account_id=account.id, tag_id__in=before - after).delete()
    await put_on(account, [tag for tag in wanted if tag.id not in before])
    return [names(now_there), names(wanted)]


def names(tags: Iterable[Tag]) -> str | None:
    """Their names as the timeline shows them."""
    return ", ".join(tag.name for tag in sorted(tags, key=lambda tag: (tag.name_key, tag.id))) or None

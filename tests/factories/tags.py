"""Tags, straight into the tables."""

from typing import Any

from server.core import clock, ids, normalise
from server.tags.models import AccountTag, Tag, TagColor


async def tag_of(firm_id: str, name: str | None = None, *account_ids: str, **more: Any) -> Tag:
    """A tag, on these accounts; call it inside a unit of the firm."""
    tag_id = ids.new_id("tag")
    name = name or f"Tag {tag_id[-10:]}"
    values: dict[str, Any] = {
        "id": tag_id,
        "firm_id": firm_id,
        "name": name,
        "name_key": normalise.key(name),
        "color": TagColor.BLUE,
        "search_words": normalise.searchable(name),
        "created_at": clock.now(),
    }
    tag = await Tag.create(**(values | more))
    for account_id in account_ids:
        await AccountTag.create(firm_id=firm_id, account_id=account_id, tag=tag, created_at=clock.now())
    return tag

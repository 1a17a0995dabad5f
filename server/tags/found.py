"""Find tags, and hold them until the unit ends."""

from collections.abc import Iterable

from server.core.actor import Actor
from server.core.database import fetch
from server.core.errors import NotFound
from server.core.scope import require
from server.tags.models import Tag
from server.tags.scope import visible_tags


async def to_change(actor: Actor, *tag_ids: str) -> list[Tag]:
    """The tags to change or delete; NOT_FOUND for a stranger's id. Locked in the order of their ids."""
    for tag_id in tag_ids:
        await require(Tag, tag_id, visible_tags(actor))
    locked = {tag.id: tag for tag in await Tag.filter(id__in=tag_ids).order_by("id").select_for_update()}
    if len(locked) < len(set(tag_ids)):
        raise NotFound
    return [locked[tag_id] for tag_id in tag_ids]


async def to_put_on(tag_ids: Iterable[str]) -> dict[str, Tag]:
    """Those of the firm, by id; none of them can be deleted before the unit ends.

    Call it before accounts are locked: a merge holds its tags when it comes to accounts.
    """
    rows = await fetch(
        "SELECT id FROM tags WHERE id = ANY($1::text[]) ORDER BY id FOR KEY SHARE", list(dict.fromkeys(tag_ids))
    )
    return {str(tag.id): tag for tag in await Tag.filter(id__in=[row["id"] for row in rows])}

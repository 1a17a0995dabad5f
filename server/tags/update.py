"""Rename a tag, or give it another colour."""

from typing import Any

from tortoise.expressions import F

from server.audit import record as audit
from server.audit.actions import Action
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Conflict
from server.core.permissions import Permission
from server.core.unset import UNSET
from server.tags import found
from server.tags import name as tag_name
from server.tags.models import Tag, TagColor


@firm_work
async def update_tag(actor: Actor, /, tag_id: str, version: int, *, name: Any = UNSET, color: Any = UNSET) -> None:
    """Write what is given, wherever the tag is worn. STALE where one was faster; TAG_NAME_TAKEN for another's name."""
    actor.needs(Permission.MANAGE_ACCOUNTS)
    [tag] = await found.to_change(actor, tag_id)
    if tag.version != version:
        raise Conflict("STALE")
    columns: dict[str, Any] = {} if name is UNSET else tag_name.read(name or "")
    new: dict[str, Any] = {"name": columns["name"]} if columns else {}
    if color is not UNSET and color is not None:
        new["color"] = TagColor(color)
    happened = audit.difference(tag, new)
    if not happened:
        return
    async with tag_name.guarded(columns):
        await Tag.filter(id=tag.id).update(**(new | columns), version=F("version") + 1)
    await audit.record(
        actor, Action.TAG_UPDATED, subject_id=tag.id, subject_name=new.get("name", tag.name), changes=happened
    )

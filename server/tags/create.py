"""Make a tag."""

from server.audit import record as audit
from server.audit.actions import Action
from server.core import clock
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.permissions import Permission
from server.tags import name as tag_name
from server.tags.models import Tag, TagColor


@firm_work
async def create_tag(actor: Actor, /, name: str, color: TagColor = TagColor.GRAY) -> str:
    """Make it; its id. TAG_NAME_TAKEN if the firm has one of this name, whatever the case."""
    actor.needs(Permission.MANAGE_ACCOUNTS)
    columns = tag_name.read(name)
    async with tag_name.guarded(columns):
        tag = await Tag.create(firm_id=actor.firm_id, color=color, created_at=clock.now(), **columns)
    changes = {"name": [None, tag.name], "color": [None, color.value]}
    await audit.record(actor, Action.TAG_CREATED, subject_id=tag.id, subject_name=tag.name, changes=changes)
    return str(tag.id)

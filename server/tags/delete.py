"""Take a tag away from the firm, and from every account that carries it."""

from server.audit import record as audit
from server.audit.actions import Action
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.permissions import Permission
from server.tags import found
from server.tags.models import AccountTag, Tag


@firm_work
async def delete_tag(actor: Actor, /, tag_id: str) -> None:
    """Delete it; the timeline of every account that carried it says so (ACC-11)."""
    actor.needs(Permission.MANAGE_ACCOUNTS)
    [tag] = await found.to_change(actor, tag_id)
    worn_by = await AccountTag.filter(tag_id=tag.id).order_by("account_id").values_list("account_id", flat=True)
    await Tag.filter(id=tag.id).delete()
    await audit.record_each(
        actor,
        Action.TAG_DELETED,
        map(str, worn_by),
        subject_id=tag.id,
        subject_name=tag.name,
        changes={"tags": [tag.name, None]},
    )

"""Make two tags one (TEAM-8)."""

from server.audit import record as audit
from server.audit.actions import Action
from server.core.actor import Actor
from server.core.database import execute, firm_work
from server.core.errors import Invalid, Problem
from server.core.permissions import Permission
from server.tags import found
from server.tags.models import AccountTag, Tag


@firm_work
async def merge_tags(actor: Actor, /, tag_id: str, into_id: str) -> None:
    """Every account that carries the first carries the second; the first is gone. The timelines say so (ACC-11)."""
    actor.needs(Permission.MANAGE_ACCOUNTS)
    if tag_id == into_id:
        raise Invalid(Problem("intoId", "TAG_SAME"))
    tag, into = await found.to_change(actor, tag_id, into_id)
    worn_by = await AccountTag.filter(tag_id=tag.id).order_by("account_id").values_list("account_id", flat=True)
    await execute(
        "UPDATE account_tags worn SET tag_id = $2 WHERE worn.tag_id = $1 AND NOT EXISTS (SELECT 1"
        " FROM account_tags other WHERE other.account_id = worn.account_id AND other.tag_id = $2)",
        tag.id,
        into.id,
    )
    await Tag.filter(id=tag.id).delete()
    await audit.record_each(
        actor,
        Action.TAG_MERGED,
        map(str, worn_by),
        subject_id=into.id,
        subject_name=into.name,
        changes={"tags": [tag.name, into.name]},
    )

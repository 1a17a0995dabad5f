"""Tags (TEAM-8)."""

import strawberry

from schema.paging import Node
from schema.reading.spec import reads, sql
from server.tags.models import TagColor
from server.tags.scope import visible_tags


@reads(
    "tags",
    visible_tags,
    account_count=sql("(SELECT count(*) FROM account_tags worn WHERE worn.tag_id = {t}.id)"),
)
@strawberry.type(description="A short coloured name that staff stick on accounts.")
class Tag(Node):
    """For staff only."""

    name: str = strawberry.field(description="Once in the firm, whatever the case.")
    color: TagColor
    account_count: int = strawberry.field(description="How many accounts carry it, archived ones too.")
    version: int = strawberry.field(description="Hand it back with an update; an older one is refused as STALE.")

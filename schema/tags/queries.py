"""Reading tags."""

from typing import cast

import strawberry

from schema.context import Info
from schema.paging import Connection
from schema.reading.select import select
from schema.reading.spec import Sort
from schema.tags.types import Tag
from server.core.search import holding

BY_NAME = Sort((("{t}.name_key", "text"),))


@strawberry.type
class TagQueries:
    """Roots for staff."""

    @strawberry.field(description="The tags of the firm, by name; `search` finds the beginning of any word (TEAM-8).")
    async def tags(
        self,
        info: Info,
        search: str | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Connection[Tag]:
        """For staff who may view accounts."""
        wanted = select(info, Tag)
        if search and search.strip():
            wanted = wanted.meeting(holding(search))
        return cast("Connection[Tag]", await wanted.page(BY_NAME, first, after, last, before))

"""Reading colleagues."""

from typing import cast

import strawberry

from schema.context import Info
from schema.paging import Connection
from schema.reading.select import select
from schema.reading.spec import Sort
from schema.staff.types import StaffMember
from server.core.search import holding
from server.staff.models import StaffState

BY_NAME = Sort((("{t}.first_name", "text"), ("{t}.last_name", "text")))


@strawberry.type
class StaffQueries:
    """Roots for staff."""

    @strawberry.field(description="The people of the firm, by name (TEAM-5).")
    async def staff(
        self,
        info: Info,
        search: str | None = None,
        state: list[StaffState] | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Connection[StaffMember]:
        """For colleagues."""
        wanted = select(info, StaffMember)
        if search and search.strip():
            wanted = wanted.meeting(holding(search))
        if state is not None:
            wanted = wanted.where("{t}.state = ANY({0})", [each.value for each in state])
        return cast("Connection[StaffMember]", await wanted.page(BY_NAME, first, after, last, before))

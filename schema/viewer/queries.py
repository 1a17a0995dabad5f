"""Who is signed in."""

import strawberry

from schema.context import Info
from schema.viewer.read import viewer
from schema.viewer.types import Viewer


@strawberry.type
class ViewerQueries:
    """For everybody."""

    @strawberry.field(description="Whoever is signed in; null for a stranger.")
    async def viewer(self, info: Info) -> Viewer | None:
        """Reports, decides nothing."""
        return await viewer(info) if info.context.actor.person_id else None

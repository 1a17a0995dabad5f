"""What staff send about tags."""

import strawberry

from server.tags.models import TagColor


@strawberry.input(description="A new tag (TEAM-8).")
class CreateTagInput:
    """Its name is once in the firm."""

    name: str = strawberry.field(description="At most 40 characters.")
    color: TagColor = TagColor.GRAY


@strawberry.input(description="What changes of a tag; a field that is left out stays as it is.")
class UpdateTagInput:
    """Refused as STALE where the version is not the newest."""

    id: strawberry.ID
    version: int
    name: str | None = strawberry.UNSET
    color: TagColor | None = strawberry.UNSET


@strawberry.input(description="Two tags that become one.")
class MergeTagsInput:
    """Nothing is left of the first."""

    id: strawberry.ID = strawberry.field(description="The tag that goes.")
    into_id: strawberry.ID = strawberry.field(description="The tag that stays, on all accounts of both.")

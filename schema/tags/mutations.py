"""Changing tags."""

import strawberry

from schema.basics import IdInput
from schema.context import Info
from schema.reading.select import select
from schema.tags.inputs import CreateTagInput, MergeTagsInput, UpdateTagInput
from schema.tags.types import Tag
from schema.translate import given, in_unit
from server.tags import create, delete, merge, update


@strawberry.type(description="The tag after the change.")
class TagPayload:
    """Read in the same unit of work."""

    tag: Tag


@strawberry.type(description="The tag that is gone.")
class DeleteTagPayload:
    """No account carries it any more."""

    removed_id: strawberry.ID


@strawberry.type(description="The tag that stayed, and the one that is gone.")
class MergeTagsPayload:
    """Read in the same unit of work."""

    tag: Tag
    removed_id: strawberry.ID


@strawberry.type
class TagMutations:
    """For staff who manage accounts."""

    @strawberry.mutation(description="Makes a tag; TAG_NAME_TAKEN tells the id of the one that has the name.")
    async def create_tag(self, info: Info, input: CreateTagInput) -> TagPayload:
        """TEAM-8."""

        async def work() -> TagPayload:
            tag_id = await create.create_tag(info.context.signed_in, input.name, input.color)
            return TagPayload(tag=await select(info, Tag, at="tag").one(tag_id))

        return await in_unit(info, work)

    @strawberry.mutation(description="Renames a tag or gives it another colour, on every account that carries it.")
    async def update_tag(self, info: Info, input: UpdateTagInput) -> TagPayload:
        """STALE where somebody was faster."""

        async def work() -> TagPayload:
            changes = given(input, "id", "version")
            await update.update_tag(info.context.signed_in, input.id, input.version, **changes)
            return TagPayload(tag=await select(info, Tag, at="tag").one(input.id))

        return await in_unit(info, work)

    @strawberry.mutation(description="Deletes a tag; the accounts that carried it stay, without it.")
    async def delete_tag(self, info: Info, input: IdInput) -> DeleteTagPayload:
        """Told in the timeline of every account that carried it."""

        async def work() -> DeleteTagPayload:
            await delete.delete_tag(info.context.signed_in, input.id)
            return DeleteTagPayload(removed_id=input.id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Puts one tag where another was, and deletes that one (TEAM-8).")
    async def merge_tags(self, info: Info, input: MergeTagsInput) -> MergeTagsPayload:
        """Told in the timeline of every account that carried it."""

        async def work() -> MergeTagsPayload:
            await merge.merge_tags(info.context.signed_in, input.id, input.into_id)
            return MergeTagsPayload(tag=await select(info, Tag, at="tag").one(input.into_id), removed_id=input.id)

        return await in_unit(info, work)

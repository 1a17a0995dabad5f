"""Changing the firm."""

import strawberry

from schema.context import Info
from schema.firms.inputs import UpdateFirmInput
from schema.firms.types import Firm
from schema.reading.select import select
from schema.translate import given, in_unit
from server.firms import logo, update


@strawberry.type(description="The firm after the change.")
class FirmPayload:
    """Read in the same unit of work."""

    firm: Firm


@strawberry.type
class FirmMutations:
    """For who manages the firm. The logo is put by `PUT /firm/logo`."""

    @strawberry.mutation(description="Changes the fields that are given (TEAM-1).")
    async def update_firm(self, info: Info, input: UpdateFirmInput) -> FirmPayload:
        """STALE where somebody was faster."""

        async def work() -> FirmPayload:
            actor = info.context.signed_in
            await update.update_firm(actor, input.version, **given(input, "version"))
            return FirmPayload(firm=await select(info, Firm, at="firm").one(actor.firm_id))

        return await in_unit(info, work)

    @strawberry.mutation(description="Takes the logo away; the firm's name stands in its place.")
    async def remove_logo(self, info: Info) -> FirmPayload:
        """TEAM-1."""

        async def work() -> FirmPayload:
            actor = info.context.signed_in
            await logo.remove_logo(actor)
            return FirmPayload(firm=await select(info, Firm, at="firm").one(actor.firm_id))

        return await in_unit(info, work)

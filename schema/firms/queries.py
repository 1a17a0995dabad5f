"""Reading the firm."""

import strawberry

from schema.context import Info
from schema.firms.look import look_at
from schema.firms.types import Firm, FirmLook
from schema.folders.types import PredefinedFolder
from schema.reading.select import select
from schema.scalars import Language
from server.folders import predefined


@strawberry.type
class FirmQueries:
    """Roots about the firm."""

    @strawberry.field(description="The firm of whoever is signed in.")
    async def firm(self, info: Info) -> Firm:
        """Row-level security knows no other."""
        return await select(info, Firm).one(info.context.signed_in.firm_id)

    @strawberry.field(description="The looks of the firm at whose door one stands: of the slug, or the only firm.")
    async def firm_look(self, slug: str | None = None) -> FirmLook | None:
        """For strangers."""
        return await look_at(slug)

    @strawberry.field(description="The folders that every new account begins with (DOC-2).")
    async def predefined_folders(self, info: Info, language: Language | None = None) -> list[PredefinedFolder]:
        """In the language asked for, or one's own."""
        tongue = language.value if language else info.context.staff.language
        return [PredefinedFolder(name=each.name, access=each.access) for each in predefined.predefined(tongue)]

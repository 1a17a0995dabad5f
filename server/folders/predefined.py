"""The structure an account gets when no template is chosen (DOC-2)."""

from dataclasses import dataclass
from typing import Final

from server.core import clock, normalise
from server.folders.models import Folder, FolderAccess
from server.words import say

_STRUCTURE: Final = (
    ("FROM_CLIENT", FolderAccess.CLIENT_EDIT),
    ("FOR_CLIENT", FolderAccess.CLIENT_VIEW),
    ("INTERNAL", FolderAccess.PRIVATE),
)


@dataclass(frozen=True, slots=True)
class PredefinedFolder:
    """A folder at the top of an account."""

    name: str
    access: FolderAccess


def predefined(language: str) -> list[PredefinedFolder]:
    """The folders in this language, in their order; one of them is always CLIENT_EDIT."""
    return [PredefinedFolder(say.say("folders", key, language), access) for key, access in _STRUCTURE]


def rows_for(firm_id: str, account_id: str, language: str) -> list[Folder]:
    """The predefined folders of one account, not yet stored."""
    now = clock.now()
    return [
        Folder(
            firm_id=firm_id,
            account_id=account_id,
            parent_id=None,
            name=folder.name,
            name_key=normalise.key(folder.name),
            access=folder.access,
            position=position,
            created_at=now,
        )
        for position, folder in enumerate(predefined(language))
    ]


async def lay_out(firm_id: str, account_id: str, language: str) -> None:
    """Give a new account its predefined folders, in the firm's language."""
    await Folder.bulk_create(rows_for(firm_id, account_id, language))

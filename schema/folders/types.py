"""Folders."""

import strawberry

from schema.paging import Node
from schema.reading.spec import reads
from schema.scalars import FolderAccess
from server.folders.scope import visible_folders


@reads("folders", visible_folders, staff_only=False)
@strawberry.type(description="One folder of one account.")
class Folder(Node):
    """Clients see those that are not PRIVATE."""

    name: str
    access: FolderAccess
    position: int
    parent_id: strawberry.ID | None = strawberry.field(description="Null at the top.")


@strawberry.type(description="A folder that every new account begins with.")
class PredefinedFolder:
    """Part of the predefined structure (DOC-2)."""

    name: str
    access: FolderAccess

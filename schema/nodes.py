"""`node(id)`: anything by its id alone (API-2)."""

import strawberry

from schema.accounts.types import Account, PortalAccount
from schema.audit.types import AuditEvent
from schema.contacts.types import AccountContact, Contact
from schema.context import Info
from schema.firms.types import Firm
from schema.folders.types import Folder
from schema.invitations.types import Email, Invitation
from schema.paging import Node
from schema.reading.select import select
from schema.staff.types import StaffMember
from schema.tags.types import Tag
from server.core import ids

FOR_STAFF: dict[str, type[Node]] = {
    "acc": Account,
    "aud": AuditEvent,
    "con": Contact,
    "eml": Email,
    "firm": Firm,
    "fld": Folder,
    "inv": Invitation,
    "lnk": AccountContact,
    "stf": StaffMember,
    "tag": Tag,
}
FOR_CLIENTS: dict[str, type[Node]] = {"acc": PortalAccount, "firm": Firm, "fld": Folder}


@strawberry.type
class NodeQueries:
    """For whoever is signed in."""

    @strawberry.field(description="Whatever has this id; null for an unknown one and for a stranger's alike.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        """An account is an `Account` to staff and a `PortalAccount` to its clients."""
        kinds = FOR_STAFF if info.context.signed_in.is_staff else FOR_CLIENTS
        cls = kinds.get(ids.prefix_of(id) or "")
        if cls is None:
            return None
        return await select(info, cls, concrete=cls.__name__).where("{t}.id = {0}", id).first()

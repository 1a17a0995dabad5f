"""Scalars, and the enums of the business as GraphQL knows them."""

from datetime import datetime
from enum import Enum
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from server.accounts.models import AccountType, Category, Lifecycle, Stage
from server.core.permissions import Permission, PermissionSet, Role
from server.folders.models import FolderAccess
from server.identity.models import Door
from server.invitations.state import LinkState
from server.mail.models import EmailState
from server.staff.models import StaffState
from server.tags.models import TagColor

__all__ = ["CONFIG", "FolderAccess", "InvitationState", "Language", "PortalAccess", "PortalStatus"]


class Language(Enum):
    """A language of the product."""

    DE = "de"
    EN = "en"
    ES = "es"
    RO = "ro"


class PortalAccess(Enum):
    """How far a contact has come with the portal of one account."""

    ACTIVE = "ACTIVE"
    EXPIRED = "EXPIRED"
    NONE = "NONE"
    NOT_INVITED = "NOT_INVITED"
    PENDING = "PENDING"
    REVOKED = "REVOKED"


class PortalStatus(Enum):
    """Of an account: whether anybody uses its portal."""

    ACTIVE = "ACTIVE"
    OFFLINE = "OFFLINE"
    PENDING_ACTIVATION = "PENDING_ACTIVATION"


class InvitationState(Enum):
    """What became of an invitation."""

    ACCEPTED = "ACCEPTED"
    EXPIRED = "EXPIRED"
    PENDING = "PENDING"
    REVOKED = "REVOKED"
    SUPERSEDED = "SUPERSEDED"


ENUMS = (
    (AccountType, "What the account is in law."),
    (Category, "What the account is to the firm."),
    (Door, "Through which door a person comes in: the portal of clients, or the GUI of staff."),
    (EmailState, "Where an e-mail stands on its way; ACCEPTED is by the receiving mail server."),
    (FolderAccess, "What clients may do in a folder; staff always may."),
    (InvitationState, "What became of an invitation."),
    (Language, "A language of the product."),
    (Lifecycle, "Whether the account is worked on; the clients of an archived one have no portal."),
    (LinkState, "What the link of an e-mail leads to."),
    (Permission, "One thing a staff member may do."),
    (PermissionSet, "A shipped set of permissions for employees: EXECUTIVE works accounts, ANALYST reads only."),
    (PortalAccess, "How far a contact has come with the portal of one account."),
    (PortalStatus, "Of an account: ACTIVE if somebody is in, PENDING_ACTIVATION if only invited, else OFFLINE."),
    (Role, "The place of a staff member in the firm; owners and admins hold every permission."),
    (StaffState, "Whether a staff member can come in."),
    (Stage, "How far the account has come: leads and prospects become clients."),
    (TagColor, "The palette of tags."),
)
for _enum, _description in ENUMS:
    strawberry.enum(_enum, description=_description)


def _moment(value: str | datetime) -> str:
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


DATE_TIME = strawberry.scalar(
    name="DateTime",
    description="Date and time, ISO 8601; always UTC in answers, such as `2026-05-03T09:30:00.000Z`.",
    serialize=_moment,
    parse_value=datetime.fromisoformat,
)


def read(source: Any, name: str) -> Any:
    """The value of a plain field: of a row that was read, or of an object."""
    return source.get(name) if isinstance(source, dict) else getattr(source, name)


CONFIG = StrawberryConfig(default_resolver=read, scalar_map={datetime: DATE_TIME}, disable_field_suggestions=True)

"""A firm of the demo: its row, its staff, and the rows that come to belong to it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from server.core import names, normalise
from server.core.permissions import PermissionSet, Role
from server.demo.country import plain
from server.demo.moments import id_at
from server.staff.models import StaffState

TABLES: Final = (
    "firms",
    "users",
    "staff_members",
    "tags",
    "accounts",
    "contacts",
    "account_contacts",
    "account_staff",
    "account_tags",
    "folders",
    "invitations",
    "emails",
    "email_attempts",
    "audit_events",
)
"""In the order in which their rows can be written."""


@dataclass(frozen=True)
class Colleague:
    """Somebody who works at the firm."""

    id: str
    name: str
    email: str
    is_analyst: bool
    default_access: bool


@dataclass
class Office:
    """What grows while a firm is made."""

    id: str
    name: str
    language: str
    now: datetime
    random: Random
    password_hash: str
    staff: list[Colleague] = field(default_factory=list)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {table: [] for table in TABLES})
    tags: dict[str, str] = field(default_factory=dict)
    """Their ids by name."""
    number: int = 0
    _names: set[str] = field(default_factory=set)
    _emails: set[str] = field(default_factory=set)

    def add(self, table: str, prefix: str, moment: datetime, **columns: Any) -> str:
        """One row with an id of its moment; the id."""
        row_id = id_at(prefix, moment)
        owner = {} if table in ("firms", "users") else {"firm_id": self.id}
        self.rows[table].append({"id": row_id} | owner | columns)
        return row_id

    def own_name(self, wish: str) -> str:
        """A name for an account by the same rule as everywhere (ACC-2, ACC-5)."""
        name = names.clean(wish)
        candidates = names.numbered(name)
        while normalise.key(name) in self._names:
            name = next(candidates)
        self._names.add(normalise.key(name))
        return name

    def own_email(self, wish: str) -> str:
        """The address, with a number if somebody has it."""
        local, _, host = wish.partition("@")
        email, number = wish, 1
        while email in self._emails:
            number += 1
            email = f"{local}{number}@{host}"
        self._emails.add(email)
        return email

    def user(self, email: str, language: str, since: datetime) -> str:
        """A login with the demo's password."""
        return self.add(
            "users",
            "usr",
            since,
            email=email,
            email_key=normalise.key(email),
            password_hash=self.password_hash,
            language=language,
            epoch=0,
            created_at=since,
            password_changed_at=since,
        )

    def happened(self, moment: datetime, action: str, by: Colleague | None, **columns: Any) -> None:
        """One event of the timeline."""
        self.add(
            "audit_events",
            "aud",
            moment,
            at=moment,
            action=action,
            actor_kind=columns.pop("actor_kind", "STAFF" if by else "SYSTEM"),
            actor_id=columns.pop("actor_id", by.id if by else None),
            actor_name=columns.pop("actor_name", by.name if by else ""),
            account_id=columns.pop("account_id", None),
            subject_id=columns.pop("subject_id", None),
            subject_name=columns.pop("subject_name", None),
            changes=columns.pop("changes", {}),
        )


def found(
    office: Office, *, slug: str, country: dict[str, Any], people: list[tuple[str, str, Role, str, bool]]
) -> None:
    """Write the firm and its staff: first name, last name, role, permission set, default access."""
    since = office.now - timedelta(days=1000)
    office.rows["firms"].append(
        {
            "id": office.id,
            "name": office.name,
            "slug": slug,
            "email": f"office@{slug}.example",
            "phone": country["phone"],
            "website": f"https://{slug}.example",
            "address": country["address"],
            "language": office.language,
            "time_zone": country["time_zone"],
            "accent_color": country["accent_color"],
            "allow_accounts_without_contacts": False,
            "tell_on_access_removed": True,
            "client_invitation_days": 30,
            "staff_invitation_days": 7,
            "reminder_days": [3, 10, 25],
            "last_account_number": 0,
            "created_at": since,
            "version": 1,
        }
    )
    for first, last, role, permission_set, default_access in people:
        email = f"{plain(first)}@{slug}.example"
        staff_id = office.add(
            "staff_members",
            "stf",
            since,
            user_id=office.user(email, office.language, since),
            email=email,
            email_key=normalise.key(email),
            first_name=first,
            last_name=last,
            role=role,
            permission_set=PermissionSet(permission_set),
            default_access=default_access,
            state=StaffState.ACTIVE,
            language=office.language,
            search_words=normalise.searchable(first, last, email),
            created_at=since,
            version=1,
        )
        office.staff.append(Colleague(staff_id, f"{first} {last}", email, permission_set == "ANALYST", default_access))

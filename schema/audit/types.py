"""Events of the timeline (ACC-11)."""

from datetime import datetime

import strawberry

from schema.paging import Node
from schema.reading.spec import Row, derived, reads, sql
from server.audit.scope import visible_events


def changes(row: Row) -> list[Row]:
    """Each changed field with its old and new value."""
    return [{"field": name, "old": old, "new": new} for name, (old, new) in row["raw_changes"].items()]


@strawberry.type(description="One field that changed.")
class Change:
    """From–to."""

    field: str
    old: str | None
    new: str | None


@reads(
    "audit_events",
    visible_events,
    raw_changes=sql("{t}.changes"),
    changes=derived(("raw_changes",), changes),
)
@strawberry.type(description="One thing that happened: who, when, to what, from what to what.")
class AuditEvent(Node):
    """Append-only."""

    at: datetime
    action: str = strawberry.field(description="Such as `account.created` or `contact.activated`.")
    actor_name: str
    actor_kind: str = strawberry.field(description="STAFF, CLIENT, SYSTEM or STRANGER.")
    subject_id: strawberry.ID | None
    subject_name: str | None
    changes: list[Change]

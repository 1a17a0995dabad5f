"""Write down what happened, in the transaction in which it happens."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Final

import orjson
from tortoise.models import Model

from server.audit.actions import Action
from server.audit.models import AuditEvent
from server.core import clock, ids
from server.core.actor import Actor
from server.core.database import execute

Changes = Mapping[str, Sequence[str | None]]
"""`{"companyName": [old, new]}`: the API's names of the fields, values as text or null."""

_NAME: Final = 200

_AT_ONCE: Final = 500
"""Events of one statement; others have a turn in between, for a tag may be taken from every account of a firm."""


async def record(
    actor: Actor,
    action: Action | str,
    *,
    account_id: str | None = None,
    subject_id: str | None = None,
    subject_name: str | None = None,
    changes: Changes | None = None,
) -> None:
    """Add one event. `action` must stand in `Action`. The actor's and the subject's names are kept as they are now."""
    await _write(_event(actor, action, subject_id, subject_name, changes), [account_id])


async def record_each(
    actor: Actor,
    action: Action | str,
    account_ids: Iterable[str],
    *,
    subject_id: str | None = None,
    subject_name: str | None = None,
    changes: Changes | None = None,
) -> None:
    """Add the event to the timeline of every account it touches; to none of them if there is none."""
    event = _event(actor, action, subject_id, subject_name, changes)
    accounts: list[str | None] = [*account_ids] or [None]
    for start in range(0, len(accounts), _AT_ONCE):
        await _write(event, accounts[start : start + _AT_ONCE])


async def _write(event: AuditEvent, account_ids: Sequence[str | None]) -> None:
    """The event once for each account (or for none), in one statement that stays prepared."""
    await execute(
        "INSERT INTO audit_events (id, account_id, firm_id, at, action, actor_kind, actor_id, actor_name,"
        " subject_id, subject_name, changes) SELECT each.id, each.account_id, $3, $4, $5, $6, $7, $8, $9, $10,"
        " $11::jsonb FROM unnest($1::text[], $2::text[]) AS each (id, account_id)",
        [ids.new_id("aud") for _ in account_ids],
        list(account_ids),
        event.firm_id,
        event.at,
        event.action,
        event.actor_kind,
        event.actor_id,
        event.actor_name,
        event.subject_id,
        event.subject_name,
        orjson.dumps(event.changes).decode(),
    )


def difference(row: Model, new: Mapping[str, object]) -> dict[str, list[str | None]]:
    """What would change if the row took these values by column name; empty if nothing."""
    before = {column: getattr(row, column) for column in new}
    return {
        camel(column): [as_text(before[column]), as_text(value)]
        for column, value in new.items()
        if before[column] != value
    }


def camel(column: str) -> str:
    """`company_name` as the API says it: `companyName`."""
    first, *rest = column.split("_")
    return first + "".join(word.capitalize() for word in rest)


def as_text(value: object) -> str | None:
    """A value as the timeline shows it: an enum by its name in the API, an address on one line."""
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case datetime():
            return value.isoformat()
        case Mapping():
            return ", ".join(str(part) for part in value.values() if part) or None
        case str() | int():
            return str(value)
        case Iterable():
            return ", ".join(sorted(str(part) for part in value))
        case _:
            return str(value)


def _event(
    actor: Actor,
    action: Action | str,
    subject_id: str | None,
    subject_name: str | None,
    changes: Changes | None,
) -> AuditEvent:
    return AuditEvent(
        firm_id=actor.firm_id,
        at=clock.now(),
        action=Action(action).value,
        actor_kind=actor.kind.value,
        actor_id=actor.person_id or None,
        actor_name=actor.name[:_NAME],
        subject_id=subject_id,
        subject_name=subject_name[:_NAME] if subject_name else None,
        changes={field: list(pair) for field, pair in (changes or {}).items()},
    )

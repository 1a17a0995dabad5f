"""Change the firm's settings (TEAM-1)."""

from tortoise.expressions import F

from server.audit import record as audit
from server.audit.actions import Action
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Conflict, Invalid, Problem
from server.core.permissions import Permission
from server.firms import check
from server.firms.models import Firm


@firm_work
async def update_firm(actor: Actor, /, version: int, **changes: object) -> Firm:
    """Write the columns that are given, by their names in `Firm`; STALE where somebody was faster."""
    actor.needs(Permission.MANAGE_FIRM)
    firm = await Firm.select_for_update(no_key=True).get(id=actor.firm_id)
    if firm.version != version:
        raise Conflict("STALE")
    new = checked(firm, changes)
    happened = audit.difference(firm, new)
    if not happened:
        return firm
    await Firm.filter(id=firm.id).update(**new, version=F("version") + 1)
    await audit.record(actor, Action.FIRM_UPDATED, subject_id=firm.id, subject_name=firm.name, changes=happened)
    return await Firm.get(id=firm.id)


def checked(firm: Firm, changes: dict[str, object]) -> dict[str, object]:
    """What is stored of the changes; INVALID names every field that is wrong."""
    new: dict[str, object] = {}
    problems: list[Problem] = []
    for column, given in changes.items():
        if given is None and column not in check.MAY_BE_EMPTY:
            problems.append(Problem(audit.camel(column), "NAME_REQUIRED" if column == "name" else "TEXT_REQUIRED"))
        elif column != "phone":
            new[column], wrong = check.ONE_BY_ONE[column](given)
            problems += wrong
    if "phone" in changes:
        new["phone"], wrong = check.phone(_text(changes["phone"]), _country(new.get("address", firm.address)))
        problems += wrong
    if problems:
        raise Invalid(*problems)
    return new


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _country(address: object) -> str | None:
    return address.get("country") if isinstance(address, dict) else None

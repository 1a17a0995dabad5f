"""Change an account's own fields, its staff and its tags."""

from typing import Any, Final

from server.accounts import name as account_name
from server.accounts import staff, tags
from server.accounts.check import read_company, search_words
from server.accounts.models import Account, AccountType
from server.accounts.scope import visible_accounts
from server.audit import record as audit
from server.core import clock, normalise, text
from server.core.actor import Actor
from server.core.address import Address
from server.core.database import fetch, firm_work
from server.core.errors import Conflict, Invalid, Problem
from server.core.permissions import Permission
from server.core.scope import require
from server.core.unset import UNSET

_FIELDS: Final = frozenset(
    {"name", "type", "company_name", "company_address", "category", "stage", "staff_ids", "tag_ids"}
)
_NOT_EMPTY: Final = ("type", "category", "stage", "staff_ids", "tag_ids")


@firm_work
async def update_account(actor: Actor, /, account_id: str, version: int, **changes: Any) -> str:
    """Change what is given: name, type, company_name, company_address, category, stage, staff_ids and
    tag_ids (all of them).

    An empty name is derived anew (ACC-2). An account that becomes INDIVIDUAL loses the company's fields, kept in the
    timeline. STALE if somebody was faster; nothing happens, not even a new version, if nothing differs.
    """
    actor.needs(Permission.MANAGE_ACCOUNTS)
    given = _given(changes)
    if len(given.get("staff_ids", ())) > staff.MOST:
        raise Invalid(Problem("staffIds", "LIST_TOO_LONG", {"limit": staff.MOST}))
    worn, unknown = await tags.read("tagIds", given.get("tag_ids", ()))
    account = await require(Account, account_id, visible_accounts(actor))
    account = await Account.filter(id=account.id).select_for_update().get()
    if account.version != version:
        raise Conflict("STALE")
    values = await _values(account, given, unknown)
    happened = audit.difference(account, values)
    if "staff_ids" in given and (pair := await staff.replace(actor, account, given["staff_ids"])):
        happened["staff"] = pair
    if "tag_ids" in given and (pair := await tags.replace(account, worn)):
        happened["tags"] = pair
    if happened:
        await _write(account, values)
        await audit.record(
            actor,
            "account.updated",
            account_id=account.id,
            subject_id=account.id,
            subject_name=values.get("name", account.name),
            changes=happened,
        )
    return str(account.id)


def _given(changes: dict[str, Any]) -> dict[str, Any]:
    if unknown := changes.keys() - _FIELDS:
        raise TypeError(f"accounts have no {', '.join(sorted(unknown))}")
    return {
        field: value
        for field, value in changes.items()
        if value is not UNSET and not (value is None and field in _NOT_EMPTY)
    }


async def _values(account: Account, given: dict[str, Any], others: list[Problem]) -> dict[str, Any]:
    """The columns to write; refuses all that is wrong at once, with the problems of others."""
    values: dict[str, Any] = {field: given[field] for field in ("type", "category", "stage") if field in given}
    company, problems = _company(account, given)
    values |= company
    if "name" in given:
        typed = given["name"] if text.tidy(given["name"]) else None
        wish = typed or account_name.derived(
            company.get("company_name", account.company_name), await _first_contact(account)
        )
        if not wish:
            problems.append(Problem("name", "NAME_REQUIRED"))
        elif not typed:
            values["name"] = await account_name.free(wish, own_id=account.id)
        elif problem := await account_name.problem_with("name", wish, own_id=account.id):
            problems.append(problem)
        else:
            values["name"] = wish
    if problems or others:
        raise Invalid(*problems, *others)
    return values


def _company(account: Account, given: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    if not given.keys() & {"type", "company_name", "company_address"}:
        return {}, []
    type_ = given.get("type", account.type)
    becomes_individual = type_ is AccountType.INDIVIDUAL
    name = given.get("company_name", None if becomes_individual else account.company_name)
    stored = None if becomes_individual or not account.company_address else Address(**account.company_address)
    return read_company(type_, name, given.get("company_address", stored))


async def _first_contact(account: Account) -> str | None:
    rows = await fetch(
        "SELECT trim(c.first_name || ' ' || c.last_name) AS name FROM account_contacts l"
        " JOIN contacts c ON c.id = l.contact_id WHERE l.account_id = $1 ORDER BY l.created_at, l.id LIMIT 1",
        account.id,
    )
    return str(rows[0]["name"]) if rows else None


async def _write(account: Account, values: dict[str, Any]) -> None:
    name = values.get("name", account.name)
    columns = values | {
        "name_key": normalise.key(name),
        "search_words": search_words(name, values.get("company_name", account.company_name), account.number),
        "version": account.version + 1,
        "last_activity_at": clock.now(),
    }
    async with account_name.guarded(name):
        await Account.filter(id=account.id).update(**columns)

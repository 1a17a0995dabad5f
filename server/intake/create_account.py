"""A new account with its contacts, folders, staff and invitations: one unit of work, all or nothing (ACC-1)."""

from typing import Any, Final

from server.accounts import create, staff, tags
from server.accounts import name as account_name
from server.accounts.check import read_company
from server.accounts.number import next_number
from server.core import text
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Invalid, Problem
from server.core.permissions import Permission
from server.firms.models import Firm
from server.folders import predefined
from server.intake import people
from server.intake.draft import NewAccount

MOST_CONTACTS: Final = 50


@firm_work
async def create_account(actor: Actor, draft: NewAccount) -> str:
    """Make the account; its id. All that is wrong is said at once, each problem with its path in the input.

    Needs MANAGE_ACCOUNTS, and INVITE_CLIENTS where an invitation goes out. The name is derived if empty (ACC-2).
    """
    actor.needs(Permission.MANAGE_ACCOUNTS)
    _refuse_too_many(draft)
    firm = await Firm.get(id=actor.firm_id)
    team = await staff.initial(actor, draft.staff_ids)
    paths = [f"contacts.{n}" for n in range(len(draft.contacts))]
    found, problems = await people.read(actor, draft.contacts, paths)
    company, wrong = read_company(draft.type, draft.company_name, draft.company_address)
    worn, unknown = await tags.read("tagIds", draft.tag_ids)
    problems = [*await _name_problems(draft), *wrong, *unknown, *_contact_problems(draft, firm), *problems]
    if problems:
        raise Invalid(*problems)
    values: dict[str, Any] = company | {"type": draft.type, "category": draft.category, "stage": draft.stage}
    number = await next_number(actor.firm_id)
    name = await _name(draft, company["company_name"], found[0].name if found else None)
    account = await create.store(actor, number, name, values, worn)
    await predefined.lay_out(actor.firm_id, account.id, firm.language)
    await staff.assign(actor, account, team)
    links = await people.write(actor, account, found)
    await people.invite(actor, found, links)
    return str(account.id)


def _refuse_too_many(draft: NewAccount) -> None:
    problems = [
        Problem(field, "LIST_TOO_LONG", {"limit": limit})
        for field, given, limit in (
            ("contacts", draft.contacts, MOST_CONTACTS),
            ("staffIds", draft.staff_ids, staff.MOST),
        )
        if len(given) > limit
    ]
    if problems:
        raise Invalid(*problems)


async def _name_problems(draft: NewAccount) -> list[Problem]:
    if typed := _typed(draft):
        problem = await account_name.problem_with("name", typed)
        return [problem] if problem else []
    if draft.contacts or text.tidy(draft.company_name):
        return []
    return [Problem("name", "NAME_REQUIRED")]


def _contact_problems(draft: NewAccount, firm: Firm) -> list[Problem]:
    """ACC-3: at least one contact, unless the firm does without."""
    if draft.contacts or firm.allow_accounts_without_contacts:
        return []
    return [Problem("contacts", "CONTACT_REQUIRED")]


async def _name(draft: NewAccount, company_name: str | None, first_contact: str | None) -> str:
    """The final name. Nobody else of the firm is making an account now, so what is free stays free."""
    typed = _typed(draft)
    if not typed:
        return await account_name.free(account_name.derived(company_name, first_contact) or "")
    if problem := await account_name.problem_with("name", typed):
        raise Invalid(problem)
    return typed


def _typed(draft: NewAccount) -> str | None:
    """The name as it was typed; blanks alone are none."""
    return draft.name if text.tidy(draft.name) else None

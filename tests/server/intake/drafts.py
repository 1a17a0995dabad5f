"""New accounts to ask for, and what came of it."""

from typing import Any

import pytest

from server.accounts.models import Account, AccountStaff, AccountType
from server.audit.models import AuditEvent
from server.contacts.draft import ContactDraft
from server.contacts.models import AccountContact, Contact
from server.core.database import in_firm
from server.core.errors import Invalid
from server.core.ids import new_id
from server.folders.models import Folder
from server.intake.create_account import create_account
from server.intake.draft import InvitationChoice, NewAccount, NewLink
from server.invitations.models import Invitation
from server.mail.models import Email
from tests.factories.offices import Office

INDIVIDUAL, COMPANY = AccountType.INDIVIDUAL, AccountType.COMPANY
SEND, SKIP = InvitationChoice(send=True), InvitationChoice(send=False)


def ana(**more: Any) -> ContactDraft:
    """A contact nobody has yet."""
    return ContactDraft(**({"first_name": "Ana", "last_name": "Pop", "email": f"{new_id('con')}@ana.example"} | more))


def one(**more: Any) -> NewLink:
    """A link with a new contact."""
    return NewLink(**({"contact": ana()} | more))


async def problems_of(office: Office, draft: NewAccount) -> list[tuple[str, str]]:
    """What the account is refused for, and that nothing of it is there."""
    before = await counts(office)
    with pytest.raises(Invalid) as refused:
        await create_account(office.executive, draft)
    assert await counts(office) == before
    return [(problem.field, problem.code) for problem in refused.value.problems]


async def counts(office: Office) -> list[int]:
    """The number of rows of everything an account is made of."""

    async def count() -> list[int]:
        nouns = (Account, Contact, AccountContact, AccountStaff, Folder, Invitation, Email, AuditEvent)
        return [await noun.all().count() for noun in nouns]

    return await in_firm(office.id, count)


async def made(office: Office, draft: NewAccount, **who: Any) -> Account:
    """The account that comes of it."""
    account_id = await create_account(who.get("actor", office.executive), draft)
    return await in_firm(office.id, lambda: Account.get(id=account_id))


async def links_of(office: Office, account: Account) -> list[AccountContact]:
    """Its links, in order, each with its contact."""
    rows = AccountContact.filter(account_id=account.id).order_by("id").prefetch_related("contact")
    return await in_firm(office.id, lambda: rows)

"""Everything at once on the same few people and accounts: nothing waits in a circle, and the rules still hold."""

import asyncio
import traceback
from collections.abc import Coroutine
from random import Random
from typing import Any

from server.accounts.models import Account, AccountType
from server.accounts.update import update_account
from server.contacts.models import AccountContact, Contact
from server.contacts.update import update_details
from server.core.database import in_firm
from server.core.errors import DomainError
from server.intake.add_contact import add_contact
from server.intake.archive_account import archive_account, restore_account
from server.intake.create_account import create_account
from server.intake.draft import InvitationChoice, NewAccount, NewLink
from server.intake.remove_contact import remove_contact
from server.intake.set_access import set_access
from server.invitations.models import OPEN, Invitation
from tests.factories.offices import Office, office_of
from tests.factories.people import Client, client_of


async def one_of(office: Office, clients: list[Client], random: Random) -> None:
    """Any change of any of them, as they are now."""
    client, other = random.sample(clients, 2)
    contact = await in_firm(office.id, lambda: Contact.get(id=client.contact.id))
    account = await in_firm(office.id, lambda: Account.get(id=other.account.id))
    links = list(await in_firm(office.id, lambda: AccountContact.all()))
    link_id = random.choice(links).id if links else client.link.id
    send = InvitationChoice(send=random.random() < 0.5)
    new = NewLink(contact_id=contact.id, login=random.random() < 0.5, invitation=send)
    changes: list[Coroutine[Any, Any, Any]] = [
        set_access(office.owner, link_id, login=random.random() < 0.5, invitation=send),
        set_access(office.owner, link_id, notify=random.random() < 0.5),
        add_contact(office.owner, account.id, new),
        remove_contact(office.owner, link_id),
        archive_account(office.owner, account.id),
        restore_account(office.owner, account.id),
        restore_account(office.owner, account.id),
        update_account(office.owner, account.id, account.version, name=f"Name {random.randrange(6)}"),
        update_details(office.owner, contact.id, contact.version, {"first_name": f"Name {random.randrange(6)}"}),
        create_account(office.owner, NewAccount(type=AccountType.INDIVIDUAL, contacts=(new,))),
    ]
    chosen = random.choice(changes)
    for change in changes:
        if change is not chosen:
            change.close()
    await chosen


async def test_300_changes_side_by_side_end_well_or_with_a_refusal() -> None:  # security.md R1, R2
    office = await office_of()
    clients = [await client_of(office.id, active=number == 0) for number in range(4)]
    random = Random(1)
    results = await asyncio.gather(*(one_of(office, clients, random) for _ in range(300)), return_exceptions=True)
    faults = [result for result in results if result is not None and not isinstance(result, DomainError)]
    for fault in faults:
        traceback.print_exception(fault)
    assert faults == []
    assert sum(result is None for result in results) > 100

    async def useless() -> list[Invitation]:
        found = []
        for invitation in await Invitation.filter(**OPEN):
            links = AccountContact.filter(contact_id=invitation.contact_id, login=True, account__lifecycle="ACTIVE")
            if not await links.exists():
                found.append(invitation)
        return found

    assert await in_firm(office.id, useless) == [], "nobody holds an open link that leads nowhere"
    accounts = await in_firm(office.id, lambda: Account.all())
    assert len({account.number for account in accounts}) == len(accounts)

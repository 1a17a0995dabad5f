"""Who may know of which account, contact, link, folder and event."""

from typing import Any

from tortoise.models import Model

from server.accounts.models import Account, Lifecycle
from server.accounts.scope import visible_accounts
from server.audit import record as audit
from server.audit.models import AuditEvent
from server.audit.scope import visible_events
from server.contacts.models import AccountContact, Contact
from server.contacts.scope import visible_contacts, visible_links
from server.core.actor import Actor, ActorKind
from server.core.database import in_firm
from server.core.errors import NotFound
from server.core.scope import require
from server.folders.models import Folder, FolderAccess
from server.folders.predefined import lay_out
from server.folders.scope import visible_folders
from tests.factories.offices import office_of
from tests.factories.people import account_of, client_of, link_of

SCOPES: dict[type[Model], Any] = {
    Account: visible_accounts,
    Contact: visible_contacts,
    AccountContact: visible_links,
    Folder: visible_folders,
    AuditEvent: visible_events,
}


async def seen(actor: Actor, model: type[Model], firm_id: str | None = None) -> set[str]:
    """The ids of the rows of a table that the actor may know of, asked one by one as every door asks."""

    async def work() -> set[str]:
        found = set[str]()
        for row in await model.all():
            try:
                found.add(str((await require(model, row.pk, SCOPES[model](actor))).pk))
            except NotFound:
                continue
        return found

    return await in_firm(firm_id or actor.firm_id, work)


async def test_a_client_sees_the_accounts_with_login_on_and_of_them_no_private_folder() -> None:  # CON-8, DOC-4
    office = await office_of()
    client, other = await client_of(office.id, active=True), await client_of(office.id, active=True)

    async def more() -> tuple[str, str]:
        off, archived = await account_of(office.id), await account_of(office.id, lifecycle=Lifecycle.ARCHIVED)
        await link_of(off, client.contact, login=False)
        await link_of(archived, client.contact)
        for account in (client.account, other.account, off, archived):
            await lay_out(office.id, account.id, "en")
            await audit.record(office.owner, "account.updated", account_id=account.id)
        return str(off.id), str(archived.id)

    off, archived = await in_firm(office.id, more)
    assert await seen(client.actor, Account) == {client.account.id}
    assert await seen(client.actor, Contact) == {client.contact.id}
    assert await seen(client.actor, AccountContact) == {client.link.id}
    assert await seen(client.actor, AuditEvent) == set()
    folders = await in_firm(office.id, lambda: Folder.filter(account_id=client.account.id))
    assert await seen(client.actor, Folder) == {f.id for f in folders if f.access is not FolderAccess.PRIVATE}
    assert {off, archived} < await seen(office.analyst, Account)
    for model in (Account, Contact, AccountContact, Folder):
        rows = await in_firm(office.id, lambda model=model: model.all())  # type: ignore[misc]  # mypy: the lambda's default
        assert await seen(office.analyst, model) == {row.pk for row in rows}


async def test_staff_see_the_timelines_and_only_who_runs_the_firm_sees_the_rest() -> None:  # ACC-11
    office = await office_of()
    client = await client_of(office.id)

    async def record() -> None:
        await audit.record(office.owner, "account.updated", account_id=client.account.id)
        await audit.record(office.owner, "firm.updated")

    await in_firm(office.id, record)
    assert len(await seen(office.admin, AuditEvent)) == 2
    assert len(await seen(office.analyst, AuditEvent)) == 1


async def test_nobody_and_strangers_see_nothing() -> None:  # security.md T1
    office, stranger = await office_of(), await office_of()
    client = await client_of(office.id)
    nobody = Actor(kind=ActorKind.STRANGER, firm_id=office.id)
    foreign_client = (await client_of(stranger.id)).actor
    for model in (Account, Contact, AccountContact, Folder, AuditEvent):
        assert await seen(nobody, model) == set()
        assert await seen(stranger.owner, model, stranger.id) & {client.account.id, client.contact.id} == set()
        assert await seen(foreign_client, model, office.id) == set()

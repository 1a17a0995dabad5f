from datetime import timedelta

from server.accounts.models import Account, Lifecycle
from server.contacts.portal import PORTAL_ACCESS
from server.core import clock
from server.core.actor import Actor
from server.core.database import fetch, in_firm
from server.core.scope import Condition
from server.invitations import accept, revoke
from server.invitations.scope import pending_links, visible_invitations
from tests.factories.invitations import GOOD_PASSWORD, invited, somewhere
from tests.factories.offices import Office, office_of
from tests.factories.people import Client, client_of


async def rows(office: Office, table: str, condition: Condition) -> set[str]:
    sql = f"SELECT t.id FROM {table} t WHERE {condition.sql.format(t='t')}"
    found = await in_firm(office.id, lambda: fetch(sql, *condition.values))
    return {row["id"] for row in found}


async def access_of(client: Client) -> str:
    expression = PORTAL_ACCESS.format(t="t", now="$2::timestamptz")
    sql = f"SELECT {expression} AS access FROM account_contacts t WHERE t.id = $1"
    found = await in_firm(client.link.firm_id, lambda: fetch(sql, client.link.id, clock.now()))
    return str(found[0]["access"])


async def test_pending_are_those_with_login_on_at_an_active_account_who_are_not_in_yet() -> None:  # INV-4, ACC-7
    office, other = await office_of(), await office_of()
    waiting, skipped = (await invited(office)).client, await client_of(office.id)
    await client_of(office.id, active=True)
    await client_of(office.id, login=False)
    archived = await client_of(office.id)
    await in_firm(office.id, lambda: Account.filter(id=archived.account.id).update(lifecycle=Lifecycle.ARCHIVED))
    await invited(other)
    assert await rows(office, "account_contacts", pending_links(office.analyst)) == {
        waiting.link.id,
        skipped.link.id,
    }


async def test_clients_and_strangers_see_neither_list_nor_invitation() -> None:
    office = await office_of()
    one = await invited(office)
    for actor in (one.client.actor, Actor(kind=one.client.actor.kind, firm_id=office.id)):
        assert await rows(office, "account_contacts", pending_links(actor)) == set()
        assert await rows(office, "invitations", visible_invitations(actor)) == set()
    assert await rows(office, "invitations", visible_invitations(office.analyst)) == {one.invitation.id}


async def test_the_portal_access_of_a_link_is_the_true_one_all_the_way() -> None:  # CON-9, INV-1
    office = await office_of()
    client = await client_of(office.id)
    assert await access_of(client) == "NOT_INVITED"
    one = await invited(office)
    assert await access_of(one.client) == "PENDING"
    with clock.at(one.invitation.expires_at):
        assert await access_of(one.client) == "EXPIRED"
    with clock.at(one.invitation.expires_at - timedelta(seconds=1)):
        assert await access_of(one.client) == "PENDING"
    await revoke.revoke(office.owner, one.invitation.id)
    assert await access_of(one.client) == "NOT_INVITED"
    other = await invited(office)
    await accept.accept(other.token, GOOD_PASSWORD, address=somewhere(), device="")
    assert await access_of(other.client) == "ACTIVE"

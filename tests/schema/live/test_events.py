"""What is told of, to whom, and what happens when nobody reads or nobody hears."""

import asyncio
import socket as stdlib
from typing import Any

import asyncpg
import pytest

from schema.live import socket
from server.audit import record as audit
from server.core.changes import MOST_WAITING, Change, Changes, Missed
from server.core.database import credentials, in_firm
from server.identity import sessions
from server.identity.models import Door
from server.invitations import accept
from tests.factories.invitations import GOOD_PASSWORD, invited, somewhere
from tests.factories.offices import Office, office_of
from tests.factories.people import account_of, client_of
from tests.schema.live.talking import HOST, Served, signed_in

ALL = "subscription { accountChanged { actions account { id name portalStatus } } }"
WAYS = """
subscription ($id: ID) {
  invitationChanged(accountId: $id) {
    actions
    accountContact { portalAccess account { id } contact { name } invitation { state } }
  }
}
"""


async def change(office: Office, account_id: str | None, *actions: str, subject_id: str | None = None) -> None:
    """Something happens to an account."""

    async def work() -> None:
        for action in actions or ("account.updated",):
            await audit.record(office.owner, action, account_id=account_id, subject_id=subject_id)

    await in_firm(office.id, work)


async def an_account(office: Office, **more: Any) -> str:
    return str((await in_firm(office.id, lambda: account_of(office.id, **more))).id)


async def test_a_change_is_told_with_the_account_as_it_is_now(server: Served) -> None:
    office = await office_of()
    account_id = await an_account(office, name="Olive Tree")
    async with server.inside(await signed_in(office)) as talk:
        await talk.subscribe(query=ALL)
        await change(office, account_id, "account.updated", "contact.added", "account.updated")
        told = await talk.told()
        assert told == {
            "accountChanged": {
                "actions": ["account.updated", "contact.added"],
                "account": {"id": account_id, "name": "Olive Tree", "portalStatus": "OFFLINE"},
            }
        }
        await talk.silent()


async def test_one_account_is_watched_alone(server: Served) -> None:
    office = await office_of()
    mine, other = await an_account(office), await an_account(office)
    async with server.inside(await signed_in(office)) as talk:
        await talk.subscribe(id=mine)
        await change(office, other)
        await change(office, mine)
        assert (await talk.told())["accountChanged"]["account"]["id"] == mine
        await talk.silent()


async def test_an_activation_is_told_live(server: Served) -> None:  # INV-8
    office = await office_of()
    waiting = await invited(office)
    async with server.inside(await signed_in(office)) as talk:
        await talk.subscribe("account", ALL)
        await talk.subscribe("way", WAYS, id=waiting.client.account.id)
        await accept.accept(waiting.token, GOOD_PASSWORD, address=somewhere(), device="")
        messages = {(message := await talk.hear())["id"]: message["payload"]["data"] for _ in range(2)}
        assert messages["account"]["accountChanged"]["account"]["portalStatus"] == "ACTIVE"
        assert messages["way"]["invitationChanged"] == {
            "actions": ["contact.activated"],
            "accountContact": {
                "portalAccess": "ACTIVE",
                "account": {"id": waiting.client.account.id},
                "contact": {"name": waiting.client.contact.name},
                "invitation": {"state": "ACCEPTED"},
            },
        }


async def test_what_is_rolled_back_is_never_told(server: Served) -> None:
    office = await office_of()
    account_id = await an_account(office)

    async def work() -> None:
        await audit.record(office.owner, "account.updated", account_id=account_id)
        raise LookupError

    async with server.inside(await signed_in(office)) as talk:
        await talk.subscribe()
        with pytest.raises(LookupError):
            await in_firm(office.id, work)
        await talk.silent()


async def test_no_firm_hears_of_another(server: Served) -> None:  # T1
    here, there = await office_of(), await office_of()
    foreign = await an_account(there)
    async with server.inside(await signed_in(here)) as talk, server.inside(await signed_in(there)) as neighbour:
        await talk.subscribe("all", ALL)
        await talk.subscribe("that", id=foreign)
        await talk.subscribe("bare", "subscription { accountChanged { actions } }")
        await neighbour.subscribe()
        await change(there, foreign)
        assert (await neighbour.told())["accountChanged"]["account"]["id"] == foreign
        # an event of the own firm that names a foreign account: there is no such account to be told of
        await change(here, foreign)
        await talk.silent()


async def test_an_announcement_that_names_foreign_rows_tells_nothing(server: Served) -> None:  # T1, T3
    here, there = await office_of(), await office_of()
    foreign, own = await client_of(there.id), await client_of(here.id)
    async with server.inside(await signed_in(here)) as talk:
        for number, query in enumerate((ALL, WAYS, "subscription { invitationChanged { actions } }")):
            await talk.subscribe(str(number), query)
        ids = (foreign.account.id, foreign.contact.id, there.id, here.id, own.contact.id, "';--", "-", "")
        for account_id in ids:
            for subject_id in (*ids, own.account.id):
                server.changes.hear(f"{here.id} contact.activated {account_id} {subject_id}")
        server.changes.hear(f"{there.id} contact.activated {own.account.id} {own.contact.id}")
        await talk.silent()
        server.changes.hear(f"{here.id} contact.activated {own.account.id} {own.contact.id}")
        assert {(await talk.hear())["id"] for _ in range(3)} == {"0", "1", "2"}


async def test_clients_watch_nothing_and_strangers_do_not_come_in(server: Served) -> None:
    office = await office_of()
    client = await client_of(office.id, active=True)
    token = await in_firm(
        office.id,
        lambda: sessions.start(client.actor.user_id, office.id, Door.PORTAL, client.contact.id, 0, "", ""),
    )
    server.app.state.development = True  # so that the refusal is the permission's, not that of an unknown text
    try:
        async with server.inside(token, Door.PORTAL) as talk:
            for query in (ALL, WAYS, "subscription { accountChanged { actions } }"):
                await talk.say("subscribe", "1", {"query": query})
                refusal = await talk.hear()
                assert refusal["type"] == "error"
                assert refusal["payload"][0]["extensions"]["code"] == "NOT_FOUND"
    finally:
        server.app.state.development = False
    async with server.inside(token, Door.PORTAL) as talk:
        await talk.say("subscribe", "1", {"query": ALL})
        assert (await talk.hear())["payload"][0]["extensions"]["code"] == "OPERATION_NOT_REGISTERED"


async def test_a_failing_field_is_masked_and_the_next_event_comes(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:  # G8
    office = await office_of()
    account_id = await an_account(office)
    async with server.inside(await signed_in(office)) as talk:
        await talk.subscribe()
        with monkeypatch.context() as broken:

            def fail(*_: object) -> None:
                raise ValueError("CANARY of our inside")

            broken.setattr("schema.changes.subscriptions.select", fail)
            await change(office, account_id)
            message = await talk.hear()
        assert message["type"] == "error"
        assert message["payload"][0]["extensions"]["code"] == "INTERNAL"
        assert message["payload"][0]["extensions"]["requestId"]
        assert "CANARY" not in str(message)
        await talk.subscribe()
        await change(office, account_id)
        await talk.told()


async def test_whoever_does_not_read_holds_nobody_up_and_costs_little(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "SENDING", 1.0)
    office = await office_of()
    account_id = await an_account(office, name="x" * 100)
    much = " ".join(f"name{number}: name" for number in range(95))
    token = await signed_in(office)
    small = stdlib.socket()
    small.setsockopt(stdlib.SOL_SOCKET, stdlib.SO_RCVBUF, 4096)
    small.connect((HOST, server.port))
    async with (
        server.inside(token) as reader,
        server.talk(f"sid-staff={token}", sock=small, close_timeout=0) as sleeper,
    ):
        await sleeper.say("connection_init", payload={"door": "STAFF"})
        await sleeper.hear()
        await sleeper.subscribe("1", f"subscription {{ accountChanged {{ account {{ {much} }} }} }}")
        sleeper.connection.transport.pause_reading()
        await reader.subscribe(query=ALL)
        for _ in range(60):
            await change(office, account_id)
            await reader.told(within=0.9)
        async with asyncio.timeout(5):  # given up: its watch and its place are free again
            while server.app.state.guests._counted[office.owner.person_id] > 1:
                await asyncio.sleep(0.05)


async def test_too_many_changes_at_once_are_not_told_one_by_one(server: Served) -> None:
    office = await office_of()
    account_id = await an_account(office)
    async with server.inside(await signed_in(office)) as talk:
        await talk.subscribe()
        await in_firm(
            office.id,
            lambda: audit.record_each(office.owner, "account.updated", [account_id, *(f"acc_{n}" for n in range(300))]),
        )
        code, reason = await talk.closed()
        assert code == 1012
        assert reason == "Please read again"


async def test_the_line_to_the_database_is_cut_and_everybody_reads_again(server: Served, database_url: str) -> None:
    office = await office_of()
    account_id = await an_account(office)
    token = await signed_in(office)
    owner = await asyncpg.connect(**credentials(database_url))
    async with server.inside(token) as talk:
        await talk.subscribe()
        assert await owner.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE application_name = 'antesala changes' AND datname = current_database()"
        )
        assert (await talk.closed())[0] == 1012
    await owner.close()
    await server.changes.listens.wait()
    async with server.inside(token) as talk:
        await talk.subscribe()
        await change(office, account_id)
        await talk.told()


async def test_a_watch_holds_the_same_thing_once_and_gives_up_when_it_is_too_far_behind() -> None:
    changes = Changes()
    with changes.watched("firm_a", lambda change: change.account_id) as watch:
        for action in ("one", "two", "one"):
            changes.hear(f"firm_a {action} acc_1 -")
        changes.hear("firm_a three acc_2 con_1")
        changes.hear("firm_b four acc_1 -")
        changes.hear("firm_a five - con_1")
        changes.hear("")
        assert await watch.next() == ("acc_1", ["one", "two"])
        assert await watch.next() == ("acc_2", ["three"])
        for number in range(MOST_WAITING + 1):
            watch.offer(Change("many", f"acc_{number}"))
        with pytest.raises(Missed):
            await watch.next()
    with changes.watched("firm_a", lambda change: change.account_id) as watch:
        changes.hear("firm_a")
        with pytest.raises(Missed):
            await watch.next()
    assert changes._watches == {}

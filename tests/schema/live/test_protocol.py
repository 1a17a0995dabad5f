"""graphql-transport-ws to the letter, on the wire."""

import pytest
from websockets.exceptions import InvalidStatus

from schema.live import socket
from schema.live.socket import LONGEST_MESSAGE, MOST_OPERATIONS
from tests.factories.offices import office_of
from tests.schema.live.talking import ACCOUNTS, ORIGIN, Served, served, signed_in
from tests.server.web.browser import application


async def test_the_first_message_is_acknowledged_and_pings_are_answered(server: Served) -> None:
    token = await signed_in(await office_of())
    async with server.talk(f"sid-staff={token}") as talk:
        assert talk.connection.subprotocol == "graphql-transport-ws"
        await talk.say("ping", payload={"n": 1})
        assert await talk.hear() == {"type": "pong", "payload": {"n": 1}}
        await talk.say("connection_init")
        assert await talk.hear() == {"type": "connection_ack"}
        await talk.say("pong")
        await talk.say("ping")
        assert await talk.hear() == {"type": "pong"}


async def test_another_protocol_is_not_spoken(server: Served) -> None:
    for protocol in (None, "graphql-ws"):
        async with server.talk(protocol=protocol) as talk:
            assert await talk.closed() == (4406, "Subprotocol not acceptable")


async def test_who_says_nothing_is_closed(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    assert socket.PATIENCE == 3
    monkeypatch.setattr(socket, "PATIENCE", 0.1)
    async with server.talk() as talk:
        await talk.say("ping")
        assert await talk.closed() == (4408, "Connection initialisation timeout")


async def test_nobody_subscribes_before_saying_who_they_are(server: Served) -> None:
    token = await signed_in(await office_of())
    async with server.talk(f"sid-staff={token}") as talk:
        await talk.say("subscribe", "1", {"query": ACCOUNTS})
        assert await talk.closed() == (4401, "Unauthorized")


@pytest.mark.parametrize("cookie", ["", "sid-staff=nothing", f"sid-staff={'x' * 200}", "sid-portal={token}"])
async def test_without_a_session_of_the_door_nobody_comes_in(server: Served, cookie: str) -> None:
    token = await signed_in(await office_of())
    async with server.talk(cookie.format(token=token)) as talk:
        await talk.say("connection_init", payload={"door": "STAFF"})
        assert await talk.closed() == (4401, "Unauthorized")


async def test_the_first_message_comes_once(server: Served) -> None:
    async with server.inside(await signed_in(await office_of())) as talk:
        await talk.say("connection_init")
        assert await talk.closed() == (4429, "Too many initialisation requests")


@pytest.mark.parametrize(
    "message",
    [
        "", "null", "[]", "{", '"ping"', "{}", '{"type": 1}', '{"type": "next", "id": "1"}', '{"type": "subscribe"}',
        '{"type": "subscribe", "id": ""}', '{"type": "subscribe", "id": 1, "payload": {"query": "{ a }"}}',
        '{"type": "subscribe", "id": "1"}', '{"type": "subscribe", "id": "1", "payload": {}}',
        '{"type": "subscribe", "id": "1", "payload": []}', '{"type": "subscribe", "id": "1", "payload": {"query": 1}}',
        '{"type": "subscribe", "id": "1", "payload": {"query": "{ a }", "variables": 1}}',
        '{"type": "complete"}', '{"type": "ping", "payload": 1}', b"\x00\x01",
    ],
)  # fmt: skip
async def test_what_is_no_message_ends_the_conversation(server: Served, message: str | bytes) -> None:
    async with server.inside(await signed_in(await office_of())) as talk:
        await talk.connection.send(message)
        code, reason = await talk.closed()
        assert code == 4400
        assert reason


async def test_an_id_names_one_operation_until_that_is_complete(server: Served) -> None:
    async with server.inside(await signed_in(await office_of())) as talk:
        await talk.subscribe("a")
        await talk.say("complete", "a")
        await talk.subscribe("a")
        await talk.say("complete", "unknown")
        await talk.say("subscribe", "a", {"query": ACCOUNTS})
        assert await talk.closed() == (4409, "Subscriber for a already exists")


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ viewer { id } }", "BAD_REQUEST"),
        ("mutation { signOut { done } }", "BAD_REQUEST"),
        ("subscription { accountChanged { actions } invitationChanged { actions } }", "GRAPHQL_INVALID"),
        ("subscription { nothing }", "GRAPHQL_INVALID"),
        ("subscription {", "GRAPHQL_INVALID"),
        ("subscription ($id: ID!) { accountChanged(id: $id) { actions } }", "GRAPHQL_INVALID"),
        ("subscription { accountChanged { actions account { timeline(first: 500) { nodes { changes { old } } } contacts"
         " { account { timeline(first: 500) { nodes { changes { old } } } } } } } }", "QUERY_TOO_COMPLEX"),
    ],
)  # fmt: skip
async def test_an_operation_that_cannot_run_is_refused_and_the_socket_stays(
    server: Served, query: str, code: str
) -> None:
    async with server.inside(await signed_in(await office_of())) as talk:
        await talk.say("subscribe", "1", {"query": query})
        refusal = await talk.hear()
        assert (refusal["type"], refusal["id"]) == ("error", "1")
        assert refusal["payload"][0]["extensions"]["code"] == code
        await talk.subscribe("1")


async def test_an_operation_that_is_not_registered_is_refused(server: Served) -> None:
    async with server.inside(await signed_in(await office_of())) as talk:
        for more in ({}, {"query": ""}):
            await talk.say("subscribe", "1", {"documentId": f"sha256:{'0' * 64}", **more})
            refusal = await talk.hear()
            assert refusal["payload"][0]["extensions"]["code"] == "OPERATION_NOT_REGISTERED"


async def test_a_socket_holds_so_many_subscriptions(server: Served) -> None:
    async with server.inside(await signed_in(await office_of())) as talk:
        for number in range(MOST_OPERATIONS):
            await talk.subscribe(str(number))
        await talk.say("subscribe", "more", {"query": ACCOUNTS})
        refusal = await talk.hear()
        assert (refusal["type"], refusal["id"]) == ("error", "more")
        assert refusal["payload"][0]["extensions"]["code"] == "LIMIT_REACHED"
        await talk.say("complete", "0")
        await talk.subscribe("more")


async def test_a_person_and_a_firm_hold_so_many_sockets(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    office = await office_of()
    token = await signed_in(office)
    monkeypatch.setattr("schema.live.guests.MOST_OF_A_PERSON", 2)
    async with server.inside(token), server.inside(token):
        async with server.talk(f"sid-staff={token}") as third:
            await third.say("connection_init")
            assert (await third.closed())[0] == 1013
        monkeypatch.setattr("schema.live.guests.MOST_OF_A_FIRM", 2)
        async with server.talk(f"sid-staff={await signed_in(office, 'admin')}") as colleague:
            await colleague.say("connection_init")
            assert (await colleague.closed())[0] == 1013
    async with server.inside(token):
        pass


async def test_one_address_does_not_fill_the_door(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schema.live.guests.MOST_FROM_ONE_ADDRESS", 2)
    token = await signed_in(await office_of())
    async with server.talk(), server.talk(), server.talk(f"sid-staff={token}") as third:
        assert (await third.closed())[0] == 1013
    async with server.inside(token):
        pass


async def test_a_message_that_is_too_long_ends_the_socket(server: Served) -> None:  # G4
    async with server.inside(await signed_in(await office_of())) as talk:
        await talk.connection.send("x" * (LONGEST_MESSAGE + 1))
        assert (await talk.closed())[0] == 1009


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null", "https://127.0.0.1", f"{ORIGIN}.evil.example"])
async def test_a_foreign_page_gets_no_socket(server: Served, origin: str | None) -> None:  # A14
    token = await signed_in(await office_of())
    with pytest.raises(InvalidStatus) as refusal:
        async with server.talk(f"sid-staff={token}", origin=origin):
            pass
    answer = refusal.value.response
    assert answer.status_code == 403
    assert b"ORIGIN_REFUSED" in (answer.body or b"")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_another_name_and_another_path_get_no_socket(server: Served) -> None:  # A18, T5
    from websockets.asyncio.client import connect

    for path, host, status in (("/graphql", "evil.example", 400), ("/", "127.0.0.1", 403), ("/x", "127.0.0.1", 403)):
        with pytest.raises(InvalidStatus) as refusal:
            async with connect(
                f"ws://{host}:{server.port}{path}",
                host="127.0.0.1",
                origin=ORIGIN,  # type: ignore[arg-type]  # websockets' own kinds of text
                proxy=None,
            ):
                pass
        assert refusal.value.response.status_code == status


async def test_subscriptions_need_the_socket(server: Served) -> None:
    import httpx

    token = await signed_in(await office_of())
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}") as client:
        answer = await client.post("/graphql", json={"query": ACCOUNTS}, headers={"Cookie": f"sid-staff={token}"})
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


async def test_a_server_that_stops_closes_its_sockets() -> None:
    office = await office_of()
    token = await signed_in(office)
    async with served(application(ORIGIN)) as server, server.inside(token) as talk:
        await talk.subscribe()
        server.server.should_exit = True
        assert (await talk.closed())[0] == 1012

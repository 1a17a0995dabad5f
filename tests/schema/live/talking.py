"""A program that talks graphql-transport-ws to the application behind a real server."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import orjson
import uvicorn
from starlette.applications import Starlette
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from schema.live.socket import LONGEST_MESSAGE
from server.core.changes import Changes
from server.core.database import in_firm
from server.identity import sessions
from server.identity.models import Door
from server.staff.models import StaffMember
from tests.factories.offices import Office
from tests.factories.people import user_of
from tests.server.web.browser import application

HOST = "127.0.0.1"
ORIGIN = f"http://{HOST}"
ACCOUNTS = "subscription ($id: ID) { accountChanged(id: $id) { actions account { id name } } }"
SOON = 5.0
MEANWHILE = 0.3
"""Seconds in which what should not come would have come."""


class Quiet(uvicorn.Server):
    """Leaves the test's signals alone."""

    @contextlib.contextmanager
    def capture_signals(self) -> Any:
        """Capture none."""
        yield


@dataclass
class Served:
    """A running server."""

    app: Starlette
    port: int
    server: Quiet

    @property
    def changes(self) -> Changes:
        """What its process hears."""
        found: Changes = self.app.state.changes
        return found

    @contextlib.asynccontextmanager
    async def talk(
        self,
        cookie: str = "",
        *,
        origin: str | None = ORIGIN,
        protocol: str | None = "graphql-transport-ws",
        **more: Any,
    ) -> AsyncIterator["Talk"]:
        """Open a socket."""
        headers = {"Host": HOST} | ({"Cookie": cookie} if cookie else {})
        async with connect(
            f"ws://{HOST}:{self.port}/graphql",
            origin=origin,  # type: ignore[arg-type]  # websockets' own kinds of text
            subprotocols=[protocol] if protocol else None,  # type: ignore[list-item]  # websockets' own kinds of text
            additional_headers={name: value for name, value in headers.items() if name != "Host"},
            compression=None,
            proxy=None,
            **more,
        ) as connection:
            yield Talk(connection)

    @contextlib.asynccontextmanager
    async def inside(self, token: str, door: Door = Door.STAFF) -> AsyncIterator["Talk"]:
        """Open a socket and say who one is."""
        async with self.talk(f"sid-{door.value.lower()}={token}") as talk:
            await talk.say("connection_init", payload={"door": door.value})
            assert await talk.hear() == {"type": "connection_ack"}
            yield talk


@dataclass
class Talk:
    """One socket."""

    connection: ClientConnection

    async def say(self, kind: str, name: str | None = None, payload: Any = None) -> None:
        """Send a message."""
        message = (
            {"type": kind} | ({"id": name} if name else {}) | ({"payload": payload} if payload is not None else {})
        )
        await self.connection.send(orjson.dumps(message).decode())

    async def hear(self, within: float = SOON) -> dict[str, Any]:
        """The next message."""
        async with asyncio.timeout(within):
            found: dict[str, Any] = orjson.loads(await self.connection.recv())
        return found

    async def subscribe(self, name: str = "1", query: str = ACCOUNTS, **variables: Any) -> None:
        """Subscribe, and wait until it stands."""
        await self.say("subscribe", name, {"query": query, "variables": variables})
        await self.say("ping")
        assert await self.hear() == {"type": "pong"}

    async def told(self, within: float = SOON) -> dict[str, Any]:
        """The data of the next event."""
        message = await self.hear(within)
        assert message["type"] == "next", message
        data: dict[str, Any] = message["payload"]["data"]
        return data

    async def silent(self, meanwhile: float = MEANWHILE) -> None:
        """Nothing comes."""
        try:
            message = await self.hear(meanwhile)
        except TimeoutError:
            return
        raise AssertionError(message)

    async def closed(self, within: float = SOON) -> tuple[int, str]:
        """The code and reason it is closed with; what still comes before is passed over."""
        async with asyncio.timeout(within):
            with contextlib.suppress(ConnectionClosed):
                while True:
                    await self.connection.recv()
        return self.connection.close_code or 0, self.connection.close_reason or ""


@contextlib.asynccontextmanager
async def served(app: Starlette | None = None) -> AsyncIterator[Served]:
    """The application on a port of its own."""
    app = app or application(ORIGIN)
    listener = socket.create_server((HOST, 0))
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # so that who does not read is noticed soon
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        lifespan="off",
        ws_max_size=LONGEST_MESSAGE,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=5,
    )
    server = Quiet(config)
    serving = asyncio.create_task(server.serve([listener]))
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield Served(app, listener.getsockname()[1], server)
    finally:
        server.should_exit = True
        await serving
        listener.close()


async def signed_in(office: Office, who: str = "owner") -> str:
    """The token of a colleague's fresh session."""
    member_id, user_id = getattr(office, who).person_id, await user_of()

    async def work() -> str:
        await StaffMember.filter(id=member_id).update(user_id=user_id)
        return await sessions.start(user_id, office.id, Door.STAFF, member_id, 0, "", "")

    return await in_firm(office.id, work)

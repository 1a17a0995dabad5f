"""`/graphql` as a socket: one conversation by graphql-transport-ws, from the first message to the last."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

import structlog
from graphql import ExecutionResult, GraphQLError
from starlette.websockets import WebSocket, WebSocketDisconnect

from schema.asked import Malformed, in_message
from schema.context import Context
from schema.errors import formatted
from schema.live import protocol
from schema.live.guests import Guests
from schema.live.protocol import Closed
from schema.registered import Operations, document_for
from schema.run import subscribe
from server.core.actor import Actor
from server.core.changes import Changes, Interest, Missed, Watch
from server.core.errors import LimitReached
from server.core.faults import is_database_fault, place_of
from server.web.authentication import Held, held_by

log = structlog.get_logger("antesala.web")

LONGEST_MESSAGE: Final = 256 * 1024
"""Bytes; the web server ends a socket that sends more (1009)."""
MOST_OPERATIONS: Final = 20
"""Subscriptions of one socket at a time."""
PATIENCE: Final = 3.0
"""Seconds for the first message."""
SENDING: Final = 10.0
"""Seconds until somebody who does not read is given up."""
LOOK_EVERY: Final = 30.0
"""Seconds after which the session is looked at, though nothing happens."""


async def socket(websocket: WebSocket) -> None:
    """Hold one conversation. Expects the origin checked, and a stranger as the actor (both are `web`'s part)."""
    conversation = Conversation(websocket)
    begun = time.perf_counter()
    end = await conversation.hold()
    log.info(
        "socket",
        request_id=conversation.context.request_id,
        code=end.code,
        said=conversation.said,
        seconds=round(time.perf_counter() - begun, 1),
    )


class Conversation:
    """One socket: its session, its running subscriptions, and the one way out of it, which is `Closed`."""

    def __init__(self, websocket: WebSocket) -> None:
        state = websocket.app.state
        self.context = Context(websocket.scope["actor"], websocket.scope.get("request_id", ""), state.development)
        self.said = 0
        self._socket = websocket
        self._changes: Changes = state.changes
        self._guests: Guests = state.guests
        self._operations: Operations = state.operations
        self._tasks = asyncio.TaskGroup()
        self._running: dict[str, asyncio.Task[None]] = {}

    async def hold(self) -> Closed:
        """Talk until one side ends it; how it ended."""
        offered = protocol.NAME in self._socket.scope["subprotocols"]
        await self._socket.accept(protocol.NAME if offered else None)
        end = await self._talk() if offered else Closed(4406, "Subprotocol not acceptable")
        if end.code is not None:
            with contextlib.suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
                async with asyncio.timeout(SENDING):
                    await self._socket.close(end.code, end.reason)
        return end

    async def _talk(self) -> Closed:
        try:
            async with self._tasks:
                with self._guests.at_the_door(self.context.actor.address):
                    held, actor = await self._greet()
                with self._guests.inside(actor):
                    self.context.actor = actor
                    await self._say("connection_ack")
                    self._tasks.create_task(self._mind(held))
                    await self._listen(held)
        except ExceptionGroup as group:
            ends = list(_leaves(group))
            return next((each for each in ends if isinstance(each, Closed)), None) or self._fault(ends[0])
        raise AssertionError("a conversation ends by Closed")

    async def _greet(self) -> tuple[Held, Actor]:
        """The session that the first message comes with."""
        try:
            async with asyncio.timeout(PATIENCE):
                while (message := await self._hear())["type"] in ("ping", "pong"):
                    await self._answer_ping(message)
        except TimeoutError:
            raise protocol.too_slow_to_begin() from None
        if message["type"] != "connection_init":
            raise protocol.unauthorized()
        door = (message.get("payload") or {}).get("door")
        found = await held_by(self._socket, door if isinstance(door, str) else "")
        if found is None:
            raise protocol.unauthorized()
        return found

    async def _listen(self, held: Held) -> None:
        while True:
            message = await self._hear()
            match message["type"]:
                case "ping" | "pong":
                    await self._answer_ping(message)
                case "subscribe":
                    await self._begin(protocol.id_of(message), message.get("payload"), held)
                case "complete":
                    if task := self._running.pop(protocol.id_of(message), None):
                        task.cancel()
                case "connection_init":
                    raise protocol.begun_twice()
                case _:
                    raise protocol.bad_request("Message has an unexpected type")

    async def _begin(self, name: str, payload: Any, held: Held) -> None:
        """Start an operation. The next message is read when it stands, so a pong tells that it does."""
        if name in self._running:
            raise protocol.already_subscribed(name)
        context = replace(self.context)
        if len(self._running) >= MOST_OPERATIONS:
            await self._refuse(name, context, GraphQLError("", original_error=LimitReached()))
            return
        stands = asyncio.Event()
        context.watched = partial(self._watched, context, held, stands)
        self._running[name] = self._tasks.create_task(self._operate(name, context, payload, stands))
        await stands.wait()

    async def _operate(self, name: str, context: Context, payload: Any, stands: asyncio.Event) -> None:
        try:
            asked = in_message(protocol.operation(payload))
            at_portal = context.actor.is_client
            document = document_for(context, asked, self._operations, at_portal=at_portal)
            results = await subscribe(context, document, asked.variables, asked.operation)
            if isinstance(results, ExecutionResult):
                await self._refuse(name, context, *results.errors or ())
                return
            async with contextlib.aclosing(results):
                async for result in results:
                    await self._tell(name, context, result)
            await self._say("complete", name)
        except Malformed as reason:
            raise protocol.bad_request(str(reason)) from None
        except (Closed, WebSocketDisconnect):
            raise
        except Exception as error:
            if is_database_fault(error):
                raise
            await self._refuse(name, context, GraphQLError("", original_error=error))
        finally:
            stands.set()
            if self._running.get(name) is asyncio.current_task():
                del self._running[name]

    @contextlib.contextmanager
    def _watched(
        self, context: Context, held: Held, stands: asyncio.Event, interest: Interest
    ) -> Iterator[AsyncIterator[tuple[str, list[str]]]]:
        with self._changes.watched(context.actor.firm_id, interest) as watch:
            stands.set()
            yield _Told(watch, context, partial(self._look, held))

    async def _mind(self, held: Held) -> None:
        """End the conversation when the session ends, though nothing else happens."""
        me = self.context.actor.person_id
        with self._changes.watched(
            self.context.actor.firm_id, lambda change: me if change.subject_id == me else None
        ) as watch:
            while True:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_EVERY):
                        await _next(watch)
                await self._look(held)

    async def _look(self, held: Held) -> Actor:
        """Who it is, as things stand this moment."""
        actor = await held.actor()
        if actor is None:
            raise protocol.unauthorized()
        if not actor.permissions >= self.context.actor.permissions:
            raise protocol.forbidden()
        return actor

    async def _tell(self, name: str, context: Context, result: ExecutionResult) -> None:
        answer: dict[str, Any] = {"data": result.data}
        if result.errors:
            answer["errors"] = [formatted(error, context) for error in result.errors]
        await self._say("next", name, answer)

    async def _refuse(self, name: str, context: Context, *errors: GraphQLError) -> None:
        await self._say("error", name, [formatted(error, context) for error in errors])

    async def _answer_ping(self, message: dict[str, Any]) -> None:
        if message["type"] == "ping":
            await self._say("pong", payload=message.get("payload"))

    async def _hear(self) -> dict[str, Any]:
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            raise Closed(None)
        return protocol.read(message.get("text"))

    async def _say(self, kind: str, name: str | None = None, payload: Any = None) -> None:
        try:
            async with asyncio.timeout(SENDING):
                await self._socket.send_text(protocol.written(kind, name, payload))
        except TimeoutError:
            raise Closed(None) from None
        self.said += 1

    def _fault(self, error: Exception) -> Closed:
        if isinstance(error, WebSocketDisconnect):
            return Closed(None)
        if is_database_fault(error):
            return protocol.try_later()
        log.error("fault", request_id=self.context.request_id, kind=type(error).__name__, where=place_of(error))
        return protocol.failed()


class _Told:
    """The changes of a watch, each told only to a session that has just been looked at."""

    def __init__(self, watch: Watch, context: Context, look: Callable[[], Awaitable[Actor]]) -> None:
        self._watch = watch
        self._context = context
        self._look = look

    def __aiter__(self) -> "_Told":
        return self

    async def __anext__(self) -> tuple[str, list[str]]:
        happened = await _next(self._watch)
        self._context.actor = await self._look()
        return happened


async def _next(watch: Watch) -> tuple[str, list[str]]:
    try:
        return await watch.next()
    except Missed:
        raise protocol.missed() from None


def _leaves(group: ExceptionGroup[Exception]) -> Iterator[Exception]:
    for each in group.exceptions:
        if isinstance(each, ExceptionGroup):
            yield from _leaves(each)
        else:
            yield each

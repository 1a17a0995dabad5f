"""The one way to the database: a unit of work.

A unit opens a transaction, tells PostgreSQL for which firm it acts (row-level security does the rest), and runs in a
task of its own under a shield: a client that drops, or a time limit around the caller, can neither leave the
transaction half-way nor cost the pool a connection.
"""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, cast
from urllib.parse import parse_qsl, unquote, urlsplit

import asyncpg
from tortoise import Tortoise
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContextPooled
from tortoise.connection import get_connection, get_connections
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from server.core.actor import Actor

T = TypeVar("T")
P = ParamSpec("P")

APP_ROLE = "antesala_app"
"""Sees one firm: the role of every connection."""

SYSTEM_ROLE = "antesala_system"
"""Sees all firms: for the doors (whose firm is not known yet) and the worker."""

MODEL_MODULES = tuple(
    f"server.{noun}.models"
    for noun in (
        "audit",
        "mail",
        "identity",
        "firms",
        "staff",
        "tags",
        "accounts",
        "contacts",
        "folders",
        "invitations",
    )
)

_LIMITS = {
    "statement_timeout": "5s",
    "lock_timeout": "2s",
    "idle_in_transaction_session_timeout": "10s",
}


async def _leave_as_it_is(_: asyncpg.Connection) -> None:
    """Nothing of ours outlives its transaction, so a connection that is given back needs no round trip to clean it."""


_POOL: dict[str, Any] = {
    "min_size": 1,
    "reset": _leave_as_it_is,
    "max_cached_statement_lifetime": 0,
}
"""Statements stay prepared, for planning one costs as much as running it; but not those beyond 15 kB, which nobody asks
often and of which each would hold half a megabyte in PostgreSQL."""

_PLANNER = {"random_page_cost": "1.1", "jit": "off"}
"""Disks have no heads any more, and our reads are short: rather by an index than a table read and sorted."""

_unit: ContextVar[str | None] = ContextVar("unit_of_work", default=None)
_running: set[asyncio.Task[Any]] = set()

_EVERY_FIRM = "*"
_ELSEWHERE = "a unit of work cannot reach into another firm's"


def credentials(url: str) -> dict[str, Any]:
    """What asyncpg needs, read from a PostgreSQL URL; a unix socket stands as `?host=/folder`."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    found: dict[str, Any] = {
        "host": query.pop("host", None) or parts.hostname or "localhost",
        "port": int(query.pop("port", 0) or parts.port or 5432),
        "user": unquote(parts.username or query.pop("user", "") or "antesala"),
        "password": unquote(parts.password) if parts.password else None,
        "database": parts.path.lstrip("/") or "antesala",
    }
    if mode := query.pop("sslmode", None):
        found["ssl"] = mode
    return found


def configuration(url: str, *, role: str | None = APP_ROLE, pool: int = 10) -> dict[str, Any]:
    """Tortoise's configuration; with `role=None` the connection keeps the rights of the URL's user (migrations)."""
    settings = {"application_name": "antesala", "timezone": "UTC"}
    if role:
        settings |= _LIMITS | _PLANNER | {"role": role}
    return {
        "connections": {
            "default": {
                "engine": "tortoise.backends.asyncpg",
                "credentials": credentials(url) | _POOL | {"max_size": pool, "server_settings": settings},
            }
        },
        "apps": {
            "antesala": {
                "models": list(MODEL_MODULES),
                "default_connection": "default",
                "migrations": "server.migrations",
            }
        },
        "use_tz": True,
        "timezone": "UTC",
    }


async def connect(url: str, *, pool: int = 10) -> None:
    """Open the pool of this process. Refuses a database user whom row-level security does not bind."""
    await Tortoise.init(config=configuration(url, pool=pool), _enable_global_fallback=True)
    rows = await get_connection("default").execute_query_dict(
        "SELECT rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user"
    )
    if rows[0]["free"]:
        raise RuntimeError("the application's database role is not bound by row-level security")


async def disconnect() -> None:
    """Let the running units finish, then close the pool."""
    if _running:
        await asyncio.wait(_running, timeout=10)
    await Tortoise.close_connections()


async def in_firm(firm_id: str, work: Callable[[], Awaitable[T]], *, read_only: bool = False) -> T:
    """Run `work` in a transaction that sees the rows of one firm; joins the unit that is already open for it."""
    return await _run(firm_id, work, read_only=read_only)


async def across_firms(work: Callable[[], Awaitable[T]]) -> T:
    """Run `work` in a transaction that sees every firm. Only for doors and the worker."""
    return await _run(_EVERY_FIRM, work, read_only=False)


FIRM_FIRST: Final = "firm AS MATERIALIZED (SELECT set_config('app.firm_id', $1, true) AS id)"
"""The first part of a statement for `read`: tells PostgreSQL for which firm it is asked, until it is answered."""


_BEGINS = f"WITH {FIRM_FIRST}"


def for_firm(expression: str) -> str:
    """An expression of a statement that begins with `FIRM_FIRST`, looked at only when the firm is set.

    `CASE` is what PostgreSQL promises to evaluate in order. Were the order wrong, there would be no rows: nothing but
    this statement has set a firm.
    """
    return f"CASE WHEN (SELECT id FROM firm) = $1 THEN {expression} END"


async def read(firm_id: str, sql: str, values: Sequence[object]) -> Sequence[Any]:
    """The only row of one reading statement of ours, made with `FIRM_FIRST` and `for_firm`; `values` follow the firm.

    One round trip, outside of any unit or in the one that is open for the firm. A connection that died at rest is left
    for another.
    """
    if not sql.startswith(_BEGINS):
        raise RuntimeError("a reading statement begins with FIRM_FIRST")
    current = _unit.get()
    if current == firm_id:
        async with _client().acquire_connection() as connection:
            return cast("Sequence[Any]", await connection.fetchrow(sql, firm_id, *values))
    if current is not None:
        raise RuntimeError(_ELSEWHERE)
    async with _pool().acquire() as connection:
        try:
            return cast("Sequence[Any]", await connection.fetchrow(sql, firm_id, *values))
        except Exception:
            if not _is_gone(connection):
                raise
    await _pool().expire_connections()  # the others at rest died with it
    return cast("Sequence[Any]", await _pool().fetchrow(sql, firm_id, *values))


def firm_work(
    verb: Callable[Concatenate[Actor, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[Actor, P], Coroutine[Any, Any, T]]:
    """Make a verb, whose first argument is the actor, one unit of work in the actor's firm."""

    async def unit(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await in_firm(actor.firm_id, lambda: verb(actor, *args, **kwargs))

    functools.update_wrapper(unit, verb)
    return unit


async def savepoint(work: Callable[[], Awaitable[T]]) -> T:
    """Run a part of a unit whose failure must not sink the whole: its own writes are undone, the error goes on."""
    async with in_transaction():
        return await work()


@asynccontextmanager
async def unique(constraint: str, error: Exception) -> Any:
    """Turn the breach of one named unique constraint or index into the kind error."""
    try:
        async with in_transaction():
            yield
    except IntegrityError as breach:
        if constraint in str(breach):
            raise error from breach
        raise


async def fetch(sql: str, *values: object) -> list[dict[str, Any]]:
    """The rows of one statement of ours, in the unit that is open; in none, by itself."""
    if _unit.get() is None:
        return [dict(row) for row in await _pool().fetch(sql, *values)]
    return await get_connection("default").execute_query_dict(sql, list(values))


async def execute(sql: str, *values: object) -> int:
    """Run one writing statement of ours in the unit that is open; the number of rows it touched."""
    touched, _ = await get_connection("default").execute_query(sql, list(values))
    return touched


async def _run(scope: str, work: Callable[[], Awaitable[T]], *, read_only: bool) -> T:
    current = _unit.get()
    if current == scope:
        return await work()
    if current is not None:
        raise RuntimeError(_ELSEWHERE)
    task = asyncio.create_task(_transaction(scope, work, read_only))
    _running.add(task)
    task.add_done_callback(_finished)
    return await asyncio.shield(task)


async def _transaction(scope: str, work: Callable[[], Awaitable[T]], read_only: bool) -> T:
    _unit.set(scope)
    async with _begin() as connection:
        if scope == _EVERY_FIRM:
            await connection.execute_query("SELECT set_config('role', $1, true)", [SYSTEM_ROLE])
        else:
            await connection.execute_query(
                "SELECT set_config('app.firm_id', $1, true), set_config('transaction_read_only', $2, true)",
                [scope, "on" if read_only else "off"],
            )
        return await work()


class _Transaction(TransactionContextPooled):
    """Tortoise's, which forgets a connection whose BEGIN fails: the pool would be a slot smaller for good.

    One that died at rest, as after a restart of the database, is given back, and BEGIN tried once more on another.
    """

    async def __aenter__(self) -> TransactionalDBClient:
        """Begin."""
        try:
            return await self._begin()
        except Exception:
            return await self._begin()

    async def _begin(self) -> TransactionalDBClient:
        self.client._connection = None
        try:
            return await super().__aenter__()
        except BaseException:
            if (held := self.client._connection) is not None:
                await self.client._parent._pool.release(held)
                get_connections().reset(self.token)
            raise


def _pool() -> asyncpg.Pool:
    pool = _client()._pool
    assert pool is not None
    return pool


def _is_gone(connection: Any) -> bool:
    """Whether the connection died; the pool takes a dead one from its holder at once."""
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True


def _client() -> AsyncpgDBClient:
    return cast("AsyncpgDBClient", get_connection("default"))


def _begin() -> _Transaction:
    client = _client()
    return _Transaction(TransactionWrapper(client), client._pool_init_lock)


def _finished(task: asyncio.Task[Any]) -> None:
    _running.discard(task)
    if not task.cancelled():
        task.exception()

"""What resolvers call: `await select(info, Account).page(…)`."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

import orjson

from schema.context import Info
from schema.reading import complete
from schema.reading.keyset import page
from schema.reading.selection import Selection, selection_of
from schema.reading.spec import Sort
from schema.reading.statement import Statement
from server.core.database import fetch, in_firm
from server.core.errors import NotFound, Unauthenticated
from server.core.scope import ALL, Condition

T = TypeVar("T")

MOST_FOR_STAFF = 500
MOST_FOR_CLIENTS = 100


@dataclass(frozen=True, slots=True)
class Select(Generic[T]):
    """A read of one type for the field that is being resolved. Runs one statement, sees what the actor may see."""

    info: Info
    cls: type[T]
    selection: Selection
    condition: Condition = ALL

    def where(self, sql: str, *values: object) -> "Select[T]":
        """Narrow by SQL over the row `{t}`, with `{0}`, `{1}` … for the values."""
        if self.condition is ALL:
            return Select(self.info, self.cls, self.selection, Condition(sql, values))
        shifted = sql.format(*(f"{{{n + len(self.condition.values)}}}" for n in range(len(values))), t="{t}")
        joined = Condition(f"({self.condition.sql}) AND ({shifted})", (*self.condition.values, *values))
        return Select(self.info, self.cls, self.selection, joined)

    async def one(self, row_id: str) -> T:
        """The row with this id; NOT_FOUND for an unknown and for a stranger's alike."""
        found = await self.where("{t}.id = {0}", row_id).first()
        if found is None:
            raise NotFound
        return found

    async def first(self) -> T | None:
        """The first row, or null."""
        statement = self._statement()
        sql, finish = statement.single(self.cls, self.selection, self.condition)
        return cast("T | None", complete.complete(await self._run(statement, sql), finish))

    async def all(self, order: str = "{t}.id") -> list[T]:
        """Every row, in order."""
        statement = self._statement()
        sql, finish = statement.listed(self.cls, self.selection, self.condition, order)
        rows: list[Any] = await self._run(statement, sql)
        return [cast("T", complete.complete(row, finish)) for row in rows]

    async def page(
        self,
        sort: Sort,
        first: int | None,
        after: str | None,
        last: int | None = None,
        before: str | None = None,
    ) -> Any:
        """One page as a connection."""
        statement = self._statement()
        wanted = page(first, after, last, before, most=statement.most)
        sql, finish = statement.connection(self.cls, self.selection, self.condition, sort, wanted)
        return complete.connection(await self._run(statement, sql), finish, wanted)

    def _statement(self) -> Statement:
        actor = self.info.context.actor
        if not actor.firm_id:
            raise Unauthenticated
        return Statement(actor, MOST_FOR_STAFF if actor.is_staff else MOST_FOR_CLIENTS)

    async def _run(self, statement: Statement, sql: str) -> Any:
        rows = await in_firm(
            statement.actor.firm_id,
            lambda: fetch(f"SELECT ({sql})::text AS found", *statement.values),
            read_only=True,
        )
        found = rows[0]["found"]
        return None if found is None else orjson.loads(found)


def select(info: Info, cls: type[T], at: str | None = None, concrete: str | None = None) -> Select[T]:
    """Begin a read for the field that is being resolved, or for the field `at` below it (of a payload)."""
    selection = selection_of(info._raw_info, concrete)
    return Select(info, cls, selection.below(at) if at else selection)

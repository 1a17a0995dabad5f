"""What resolvers call: `await select(info, Account).page(…)`."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from schema.context import Info
from schema.reading import keyset
from schema.reading.reader import PLANNED, Reader
from schema.reading.spec import Sort
from server.core.errors import NotFound
from server.core.scope import ALL, Condition

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Select(Generic[T]):
    """A read of one type for the field that is being resolved. Runs one statement, sees what the actor may see.

    What comes back is for the executor (`ready.Ready`): resolvers pass it on and do not look into it.
    """

    info: Info
    cls: type[T]
    at: str | None = None
    concrete: str | None = None
    condition: Condition = ALL

    def where(self, sql: str, *values: object) -> "Select[T]":
        """Narrow by SQL over the row `{t}`, with `{0}`, `{1}` … for the values."""
        return self.meeting(Condition(sql, values))

    def meeting(self, condition: Condition) -> "Select[T]":
        """Narrow by a condition."""
        if self.condition is not ALL:
            condition = self.condition.and_(condition)
        return Select(self.info, self.cls, self.at, self.concrete, condition)

    async def one(self, row_id: str) -> T:
        """The row with this id; NOT_FOUND for an unknown and for a stranger's alike."""
        found = await self.where("{t}.id = {0}", row_id).first()
        if found is None:
            raise NotFound
        return found

    async def first(self) -> T | None:
        """The first row, or null."""
        return cast("T | None", await self._reader.first(self))

    async def all(self, order: str = "{t}.id") -> list[T]:
        """Every row, in order."""
        return cast("list[T]", await self._reader.all(self, order))

    async def page(
        self,
        sort: Sort,
        first: int | None,
        after: str | None,
        last: int | None = None,
        before: str | None = None,
    ) -> Any:
        """One page as a connection."""
        wanted = keyset.page(first, after, last, before, most=keyset.most_of(self.info.context.actor))
        keyset.refuse_foreign(wanted, sort)
        return await self._reader.page(self, sort, wanted)

    @property
    def _reader(self) -> Reader:
        return self.info.context.reader or PLANNED


def select(info: Info, cls: type[T], at: str | None = None, concrete: str | None = None) -> Select[T]:
    """Begin a read for the field that is being resolved, or for the field `at` below it (of a payload).

    `concrete` names the type that an interface stands for here.
    """
    return Select(info, cls, at, concrete)

"""Which rows an actor may know of, said once as a condition and used by every reader."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TypeVar

from tortoise.models import Model

from server.core.database import FIRM_FIRST, fetch, for_firm, read
from server.core.errors import NotFound

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Another way to the rows of a condition than to look at each; the texts take the condition's values.

    `rows` is true of every row that meets the condition, and finds them by an index. Where they are many, walking the
    list in its order fills a page faster: so many rows of `sample` as `looks` says are tried first.

    Where what is looked for stands together in that order, `before` and `after` are true of the rows around it; the
    other texts need to be right for these only.
    """

    rows: str
    looks: str
    sample: str
    before: str | None = None
    after: str | None = None

    def told(self, tell: Callable[[str], str]) -> "Shortcut":
        """The same in other words."""
        texts = (getattr(self, each.name) for each in fields(self))
        return Shortcut(*(text and tell(text) for text in texts))


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL over a row named `{t}`, with `{0}`, `{1}` … for `values`; the database sees to the firm.

    A `shortcut` changes no answer, only the way to it.
    """

    sql: str
    values: tuple[object, ...] = ()
    shortcut: Shortcut | None = None

    @property
    def text(self) -> tuple[str, Shortcut | None]:
        """All of it but the values."""
        return self.sql, self.shortcut

    def and_(self, other: "Condition") -> "Condition":
        """Both; of two shortcuts the first stays."""
        places = [f"{{{len(self.values) + n}}}" for n in range(len(other.values))]

        def shifted(text: str) -> str:
            return text.format(*places, t="{t}")

        shortcut = self.shortcut
        if not shortcut and other.shortcut:
            shortcut = other.shortcut.told(shifted)
        return Condition(f"({self.sql}) AND ({shifted(other.sql)})", (*self.values, *other.values), shortcut)


ALL = Condition("true")
NONE = Condition("false")


async def is_seen(firm_id: str, table: str, *conditions: Condition) -> bool:
    """Whether the firm has such a row, within all the conditions."""
    texts: list[str] = []
    values: list[object] = []
    for condition in conditions:
        marks = [f"${len(values) + n}" for n in range(2, 2 + len(condition.values))]  # the firm is $1
        texts.append(f"({condition.sql.format(*marks, t='t')})")
        values += condition.values
    seen = for_firm(f"EXISTS (SELECT FROM {table} t WHERE {' AND '.join(texts)})")
    [found] = await read(firm_id, f"WITH {FIRM_FIRST} SELECT {seen}", values)
    return bool(found)


async def require(model: type[M], row_id: str, visible: Condition) -> M:
    """The row, if it is there and within the condition; NOT_FOUND for both a stranger's id and an unknown one."""
    marks = [f"${n}" for n in range(2, 2 + len(visible.values))]
    condition = visible.sql.format(*marks, t="t")
    found = await fetch(
        f"SELECT t.* FROM {model._meta.db_table} t WHERE t.id = $1 AND ({condition})", row_id, *visible.values
    )
    if not found:
        raise NotFound
    return model._init_from_db(**found[0])  # as Tortoise itself makes rows; `get` would ask a second time

"""The read path as anybody would write it first: one small statement for every field, made when graphql-core asks.

Slow and obviously right, this is what the planned read path is held against. It shares with it what types say of
themselves (`@reads`) and the spelling of cursors, and nothing else. Fields below a row are read one after the other on
a connection of its own that blocks, so errors come in one order: graphql-core's, depth first.
"""

from dataclasses import dataclass
from typing import Any

import orjson

from schema.reading import keyset
from schema.reading.keyset import Page, encode
from schema.reading.select import Select
from schema.reading.spec import Derived, Linked, Many, One, Paged, Sort, Spec, Sql, named, spec_of
from server.core import clock
from server.core.actor import Actor
from server.core.database import fetch, in_firm
from server.core.errors import NotFound, Unauthenticated
from server.core.scope import Condition
from tests.schema.desk import Desk


class _Text:
    """A statement in the making: text with marks, and the values they stand for."""

    def __init__(self) -> None:
        self.values: list[object] = []

    def bind(self, value: object) -> str:
        self.values.append(value)
        return f"${len(self.values)}"

    def where(self, condition: Condition, alias: str) -> str:
        return "(" + condition.sql.format(*map(self.bind, condition.values), t=alias) + ")"

    def expression(self, sql: str, alias: str) -> str:
        now = f"{self.bind(clock.now())}::timestamptz" if "{now}" in sql else ""
        return sql.format(t=alias, now=now)

    def visible(self, spec: Spec, actor: Actor, alias: str) -> str:
        if spec.staff_only and actor.is_client:
            raise NotFound
        return self.where(spec.visible(actor), alias)


@dataclass(frozen=True)
class NaiveRow:
    """One row somebody may see. Nothing of it is known but its id until a field is asked for."""

    desk: Desk
    actor: Actor
    cls: type
    id: str

    def __getitem__(self, key: str) -> str:
        """The name of the type, which is all that graphql-core asks of a `Node` itself."""
        assert key == "__typename"
        return self.cls.__name__

    def field(self, name: str, arguments: dict[str, Any]) -> Any:
        """The value of one field."""
        source = spec_of(self.cls).source(name)
        if isinstance(source, Sql):
            text = _Text()
            expression = text.expression(source.expression, "t")
            return self._rows(text, f"SELECT {expression} AS value", "", "")[0]["value"]
        if isinstance(source, Derived):
            return source.make({need: self.field(need, {}) for need in source.needs})
        if isinstance(source, Paged):
            return self._paged(source, arguments)
        return self._related(source)

    def _related(self, source: One | Many | Linked) -> Any:
        cls, text = named(source.type), _Text()
        tables = [_table(cls, "c")]
        if isinstance(source, Linked):
            tables.append(f"{source.table} x")
            on = f"x.{source.parent} = t.id AND x.{source.child} = c.id"
        else:
            on = source.on.format(t="t", c="c")
        where = f" AND ({on}) AND {text.visible(spec_of(cls), self.actor, 'c')}"
        order = f" ORDER BY {source.order.format(t='t', c='c')}" if source.order else ""
        found = self._rows(text, "SELECT c.id", "".join(f", {each}" for each in tables), where + order)
        rows = [NaiveRow(self.desk, self.actor, cls, row["id"]) for row in found]
        return next(iter(rows), None) if isinstance(source, One) else rows

    def _paged(self, source: Paged, arguments: dict[str, Any]) -> "NaivePage":
        given = [arguments.get(name) for name in ("first", "after", "last", "before")]
        wanted = keyset.page(*given, most=keyset.most_of(self.actor))
        keyset.refuse_foreign(wanted, source.sort)
        cls, text = named(source.type), _Text()
        parent = text.bind(self.id)
        on = (
            f"EXISTS (SELECT 1 FROM {_table(self.cls, 'p')} WHERE p.id = {parent} AND {source.on.format(t='p', c='c')})"
        )
        sql = _listing(text, cls, self.actor, on, source.sort, wanted)
        return NaivePage.of(self.desk, self.actor, cls, self.desk.rows(self.actor.firm_id, sql, text.values), wanted)

    def _rows(self, text: _Text, select: str, tables: str, rest: str) -> list[Any]:
        sql = f"{select} FROM {_table(self.cls, 't')}{tables} WHERE t.id = {text.bind(self.id)}{rest}"
        return self.desk.rows(self.actor.firm_id, sql, text.values)


@dataclass(frozen=True)
class NaiveEdge:
    """A row and its cursor."""

    node: NaiveRow
    cursor: str


@dataclass(frozen=True)
class NaivePageInfo:
    """Where the page stands."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@dataclass(frozen=True)
class NaivePage:
    """A page, cut in Python out of the whole list."""

    edges: list[NaiveEdge]
    page_info: NaivePageInfo
    total_count: int

    @property
    def nodes(self) -> list[NaiveRow]:
        """The rows alone."""
        return [edge.node for edge in self.edges]

    @staticmethod
    def of(desk: Desk, actor: Actor, cls: type, whole: list[Any], wanted: Page) -> "NaivePage":
        """Cut it out: what lies beyond the cursor, from the near end."""
        beyond = [row for row in whole if row["beyond"]]
        near = beyond[max(0, len(beyond) - wanted.size) :] if wanted.backward else beyond[: wanted.size]
        more, began = len(beyond) > wanted.size, wanted.start is not None
        edges = [
            NaiveEdge(NaiveRow(desk, actor, cls, row["id"]), encode(list(orjson.loads(row["keys"])))) for row in near
        ]
        return NaivePage(
            edges,
            NaivePageInfo(
                has_next_page=began if wanted.backward else more,
                has_previous_page=more if wanted.backward else began,
                start_cursor=edges[0].cursor if edges else None,
                end_cursor=edges[-1].cursor if edges else None,
            ),
            len(whole),
        )


def _table(cls: type, alias: str) -> str:
    return f"{spec_of(cls).table} {alias}"


def _listing(text: _Text, cls: type, actor: Actor, condition: str, sort: Sort, wanted: Page) -> str:
    """The ids of the whole list in order, with their sort keys, and whether each lies beyond the cursor."""
    keys = [(key.format(t="c"), kind) for key, kind in keyset.keys_of(sort)]
    beyond = "true"
    if wanted.start is not None:
        start = wanted.start
        marks = [f"{text.bind(each)}::text::{kind}" for each, (_, kind) in zip(start, keys, strict=True)]
        sign = "<" if sort.descending is not wanted.backward else ">"
        beyond = " OR ".join(
            "("
            + " AND ".join(
                [f"{key} = {mark}" for (key, _), mark in zip(keys[:n], marks[:n], strict=True)]
                + [f"{keys[n][0]} {sign} {marks[n]}"]
            )
            + ")"
            for n in range(len(keys))
        )
    texts = ", ".join(f"({key})::text" for key, _ in keys)
    order = ", ".join(f"{key} {'DESC' if sort.descending else 'ASC'}" for key, _ in keys)
    return (
        f"SELECT c.id, json_build_array({texts})::text AS keys, ({beyond}) AS beyond FROM {_table(cls, 'c')}"
        f" WHERE ({condition}) AND {text.visible(spec_of(cls), actor, 'c')} ORDER BY {order}"
    )


@dataclass(frozen=True)
class NaiveReader:
    """Stands where the planned reader stands in the context: `select(…).one/first/all/page` come here."""

    desk: Desk

    async def first(self, wanted: Select[Any]) -> Any:
        """The first row, or null."""
        return next(iter(await self._all(wanted, " LIMIT 1")), None)

    async def all(self, wanted: Select[Any], order: str) -> list[NaiveRow]:
        """Every row, in order."""
        return await self._all(wanted, f" ORDER BY {order.format(t='c')}")

    async def page(self, wanted: Select[Any], sort: Sort, page: Page) -> NaivePage:
        """One page."""
        actor, text = _actor_of(wanted), _Text()
        sql = _listing(text, wanted.cls, actor, text.where(wanted.condition, "c"), sort, page)
        rows = await in_firm(actor.firm_id, lambda: fetch(sql, *text.values))
        return NaivePage.of(self.desk, actor, wanted.cls, rows, page)

    async def _all(self, wanted: Select[Any], rest: str) -> list[NaiveRow]:
        """Read in the unit that is open, so a mutation finds what it has just written."""
        actor, text = _actor_of(wanted), _Text()
        condition, visible = text.where(wanted.condition, "c"), text.visible(spec_of(wanted.cls), actor, "c")
        sql = f"SELECT c.id FROM {_table(wanted.cls, 'c')} WHERE {condition} AND {visible}{rest}"
        rows = await in_firm(actor.firm_id, lambda: fetch(sql, *text.values))
        return [NaiveRow(self.desk, actor, wanted.cls, row["id"]) for row in rows]


def _actor_of(wanted: Select[Any]) -> Actor:
    actor: Actor = wanted.info.context.actor
    if not actor.firm_id:
        raise Unauthenticated
    return actor

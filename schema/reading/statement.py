"""The one statement of a read: rows as JSON, nested as deep as the query is.

Only metadata of the schema becomes SQL text; everything from a request is a parameter.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from schema.reading.keyset import Page, page
from schema.reading.selection import Selected, Selection
from schema.reading.spec import Derived, Paged, Related, Sort, Spec, Sql, named, spec_of
from server.core import clock
from server.core.actor import Actor
from server.core.errors import Invalid, NotFound, Problem
from server.core.scope import Condition

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00")
"""A moment as PostgreSQL writes it into our cursors; Python reads many more forms, some of which it refuses."""

_CHUNK = 40
"""Fields a `json_build_object` takes here; PostgreSQL's functions take 100 arguments."""


@dataclass(slots=True)
class Finish:
    """What is left to do in Python once the rows of a level are there."""

    derived: list[tuple[str, Derived]] = field(default_factory=list)
    below: list[tuple[str, "Finish"]] = field(default_factory=list)
    pages: list[tuple[str, "Finish", Page]] = field(default_factory=list)


@dataclass(slots=True)
class Statement:
    """Builds the text and collects the parameters of one read by one actor."""

    actor: Actor
    most: int
    values: list[object] = field(default_factory=list)
    _aliases: int = 0

    def bind(self, value: object) -> str:
        """The mark of a new parameter."""
        self.values.append(value)
        return f"${len(self.values)}"

    def alias(self) -> str:
        """A fresh name for a row."""
        self._aliases += 1
        return f"t{self._aliases}"

    def where(self, condition: Condition, alias: str) -> str:
        """A condition over the row of this alias."""
        marks = [self.bind(value) for value in condition.values]
        return f"({condition.sql.format(*marks, t=alias)})"

    def visible(self, spec: Spec, alias: str) -> str:
        """The rows of this type that the actor may know of."""
        if spec.staff_only and self.actor.is_client:
            raise NotFound
        return self.where(spec.visible(self.actor), alias)

    def single(self, cls: type, selection: Selection, condition: Condition) -> tuple[str, Finish]:
        """The first row that meets the condition."""
        spec, alias = spec_of(cls), self.alias()
        row, finish = self.row(spec, selection, alias)
        sql = (
            f"SELECT {row} FROM {spec.table} {alias}"
            f" WHERE {self.where(condition, alias)} AND {self.visible(spec, alias)} LIMIT 1"
        )
        return sql, finish

    def listed(self, cls: type, selection: Selection, condition: Condition, order: str) -> tuple[str, Finish]:
        """All rows that meet the condition, as one array."""
        spec, alias = spec_of(cls), self.alias()
        row, finish = self.row(spec, selection, alias)
        sql = (
            f"SELECT coalesce(json_agg({row} ORDER BY {order.format(t=alias)}), '[]') FROM {spec.table} {alias}"
            f" WHERE {self.where(condition, alias)} AND {self.visible(spec, alias)}"
        )
        return sql, finish

    def connection(
        self, cls: type, selection: Selection, condition: Condition, sort: Sort, wanted: Page
    ) -> tuple[str, Finish]:
        """One page as `{rows: [{node, keys}], total}`; one row more than asked tells whether another page follows."""
        spec, alias, outer = spec_of(cls), self.alias(), self.alias()
        filtered = f"{self.where(condition, alias)} AND {self.visible(spec, alias)}"
        descending = sort.descending is not wanted.backward
        direction = "DESC" if descending else "ASC"
        keys = (*sort.keys, ("{t}.id", "text"))
        beyond = ""
        if wanted.start is not None:
            _refuse_foreign(wanted, keys)
            marks = [f"{self.bind(value)}::text::{kind}" for value, (_, kind) in zip(wanted.start, keys, strict=True)]
            left = ", ".join(key.format(t=alias) for key, _ in keys)
            beyond = f" AND ({left}) {'<' if descending else '>'} ({', '.join(marks)})"
        order = ", ".join(f"{key.format(t=alias)} {direction}" for key, _ in keys)
        outer_order = ", ".join(f"{key.format(t=outer)} {direction}" for key, _ in keys)
        nodes = selection.below("nodes")
        nodes.add(selection.below("edges", "node"))
        row, finish = self.row(spec, nodes, outer)
        key_texts = ", ".join(f"({key.format(t=outer)})::text" for key, _ in keys)
        rows = (
            f"(SELECT coalesce(json_agg(json_build_object('node', {row}, 'keys', json_build_array({key_texts}))"
            f" ORDER BY {outer_order}), '[]') FROM (SELECT {alias}.* FROM {spec.table} {alias}"
            f" WHERE {filtered}{beyond} ORDER BY {order} LIMIT {self.bind(wanted.size + 1)}) {outer})"
        )
        total = (
            f"(SELECT count(*) FROM {spec.table} {alias} WHERE {filtered})" if "total_count" in selection else "null"
        )
        return f"SELECT json_build_object('rows', {rows}, 'total', {total})", finish

    def row(self, spec: Spec, selection: Selection, alias: str) -> tuple[str, Finish]:
        """The row as a JSON object of the fields asked for, and what is left to do with it."""
        finish = Finish()
        columns: dict[str, str] = {}
        for name, selected in selection.fields.items():
            self._field(spec, name, selected, alias, columns, finish)
        parts = [f"'{name}', {expression}" for name, expression in columns.items()]
        chunks = [parts[n : n + _CHUNK] for n in range(0, len(parts), _CHUNK)] or [[]]
        objects = [f"json_build_object({', '.join(chunk)})" for chunk in chunks]
        if len(objects) == 1:
            return objects[0], finish
        return "(" + " || ".join(f"{text}::jsonb" for text in objects) + ")", finish

    def _field(
        self,
        spec: Spec,
        name: str,
        selected: list[Selected],
        alias: str,
        columns: dict[str, str],
        finish: Finish,
    ) -> None:
        source = spec.source(name)
        if name in columns:
            return
        if isinstance(source, Sql):
            columns[name] = source.expression.format(t=alias, now=_Lazily(self._now))
        elif isinstance(source, Derived):
            for need in source.needs:
                self._field(spec, need, [], alias, columns, finish)
            finish.derived.append((name, source))
        elif isinstance(source, Related):
            columns[name], below = self._related(source, _merged(selected), alias)
            finish.below.append((name, below))
        elif isinstance(source, Paged):
            for each in _by_key(selected):
                columns[each.key], below, wanted = self._paged(source, each, alias)
                finish.pages.append((each.key, below, wanted))

    def _now(self) -> str:
        return f"{self.bind(clock.now())}::timestamptz"

    def _related(self, source: Related, selection: Selection, alias: str) -> tuple[str, Finish]:
        spec, child = spec_of(named(source.type)), self.alias()
        row, finish = self.row(spec, selection, child)
        places = {"t": alias, "c": child, "x": f"{child}x"}
        join = f"{source.via} {child}x, " if source.via else ""
        body = f" FROM {join}{spec.table} {child} WHERE {source.on.format(**places)} AND {self.visible(spec, child)}"
        order = source.order.format(**places)
        if source.many:
            return f"(SELECT coalesce(json_agg({row} ORDER BY {order}), '[]'){body})", finish
        return f"(SELECT {row}{body} ORDER BY {order} LIMIT 1)", finish

    def _paged(self, source: Paged, selected: Selected, alias: str) -> tuple[str, Finish, Page]:
        wanted = page(
            selected.arguments.get("first"),
            selected.arguments.get("after"),
            selected.arguments.get("last"),
            selected.arguments.get("before"),
            most=self.most,
        )
        on = Condition(source.on.format(t=alias, c="{t}"))
        sql, finish = self.connection(named(source.type), selected.below, on, source.sort, wanted)
        return f"({sql})", finish, wanted


class _Lazily:
    """A value for `format` that is made only where the text asks for it."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __format__(self, _: str) -> str:
        return self._make()


def _refuse_foreign(wanted: Page, keys: tuple[tuple[str, str], ...]) -> None:
    """A cursor of another list, or of another order of this one, is refused."""
    start = wanted.start or ()
    if len(start) != len(keys) or not all(_reads_as(kind, value) for value, (_, kind) in zip(start, keys, strict=True)):
        raise Invalid(Problem("before" if wanted.backward else "after", "CURSOR_INVALID"))


def _reads_as(kind: str, value: str) -> bool:
    if kind != "timestamptz":
        return True
    try:
        return _MOMENT.fullmatch(value) is not None and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _by_key(selected: list[Selected]) -> list[Selected]:
    """One for each key: what is asked twice under one key has the same arguments, by validation."""
    keys: dict[str, list[Selected]] = {}
    for each in selected:
        keys.setdefault(each.key, []).append(each)
    return [Selected(key, same[0].arguments, _merged(same)) for key, same in keys.items()]


def _merged(selected: list[Selected]) -> Selection:
    merged = Selection()
    for each in selected:
        merged.add(each.below)
    return merged

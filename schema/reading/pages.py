"""Connections: pages of rows by keyset, at the root and inside rows."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from graphql import GraphQLObjectType

from schema.reading import completion, keyset
from schema.reading.completion import Answer, Maker
from schema.reading.frame import Frame
from schema.reading.keyset import Page
from schema.reading.selection import TYPENAME, Asked, object_type
from schema.reading.spec import Paged, Sort, Spec, is_of_parent, named, spec_of
from schema.reading.statement import Call, Parameter
from schema.reading.values import Keyed
from server.core.scope import Condition, Shortcut

if TYPE_CHECKING:
    from schema.reading.plan import Planner

Rows = Sequence[int]
Part = Callable[[Answer], Callable[[Rows, Page, bool, Any], Any]]
"""Of an answer: what makes one field of a connection of the rows it shows, whether there are more, and their total."""


def root_page(
    planner: "Planner", nodes: Any, on: GraphQLObjectType, spec: Spec, condition: Condition, sort: Sort, page: Page
) -> Maker:
    """The page of a root field: a list with one connection. The cursor it starts at is that of each call."""
    alias = planner.statement.alias()
    given, visible = planner.given(condition, alias), planner.visible(spec, alias)
    filtered = f"{given.sql} AND {visible}"
    starts = [_start(n) for n in range(len(page.start or ()))]
    rows, order = _limited(planner, alias, spec, filtered, sort, page, starts, given.shortcut)
    level = planner.statement.level(rows, order, page.size)
    connection = _Connection(planner, Frame(level, alias, unique=True), spec, sort, page)
    total: Maker = _unasked
    asked = planner.selection.below(nodes, on)
    if any(each.name == "total_count" for each in asked):
        if given.shortcut:
            by = given.shortcut
            filtered += f" AND ({by.rows} OR NOT ({by.before} OR {by.after}))" if by.before else f" AND {by.rows}"
        count = planner.statement.level(f"(SELECT count(*) AS n FROM {spec.table} {alias} WHERE {filtered}) counted")
        total = completion.column(count.number, count.column("counted.n"))
    make = connection.object(on, asked)
    return lambda answer: [make(answer)(range(len(connection.ids(answer))), total(answer)[0])]


def nested_page(planner: "Planner", frame: Frame, source: Paged, asked: Asked) -> Maker:
    """A connection inside each row; its arguments are part of the plan."""
    given = {name: asked.arguments.get(name) for name in ("first", "after", "last", "before")}
    page = keyset.page(**given, most=keyset.most_of(planner.actor))
    keyset.refuse_foreign(page, source.sort)
    spec, child = spec_of(named(source.type)), planner.statement.alias()
    visible = planner.visible(spec, child)
    parents, told = frame.beside(source.on)
    starts = [_constant(value) for value in page.start or ()]
    filtered = f"({told.format(c=child)}) AND {visible}"
    rows, order = _limited(planner, child, spec, filtered, source.sort, page, starts)
    level = planner.statement.level(f"{parents} CROSS JOIN LATERAL {rows}", order)
    below = Frame(level, child, unique=frame.unique and is_of_parent(source.on))
    ids, parent = frame.ids, below.column(frame.parent_id())
    fields = planner.selection.below(asked.nodes, object_type(asked))
    total = completion.constant(ids, None)
    if any(each.name == "total_count" for each in fields):
        here = f"({source.on.format(t=frame.alias, c=child)}) AND {visible}"
        total = frame.column(f"(SELECT count(*) FROM {spec.table} {child} WHERE {here})")
    make = _Connection(planner, below, spec, source.sort, page).object(object_type(asked), fields)

    def made(answer: Answer) -> list[Any]:
        rows_of: dict[Any, list[int]] = {}
        for number, each in enumerate(parent(answer)):
            rows_of.setdefault(each, []).append(number)
        connection = make(answer)
        return [
            connection(rows_of.get(each, ()), count) for each, count in zip(ids(answer), total(answer), strict=True)
        ]

    return made


def _limited(
    planner: "Planner",
    alias: str,
    spec: Spec,
    filtered: str,
    sort: Sort,
    page: Page,
    starts: Sequence[Parameter],
    shortcut: Shortcut | None = None,
) -> tuple[str, str]:
    """The rows of one page and one more, and their order once more.

    With a shortcut, the statement holds both ways to them and PostgreSQL goes the one that is faster this time.
    """
    keys = keyset.keys_of(sort)
    descending = sort.descending is not page.backward
    direction = "DESC" if descending else "ASC"
    expressions = [key.format(t=alias) for key, _ in keys]
    order = " ORDER BY " + ", ".join(f"{expression} {direction}" for expression in expressions)
    beyond = ""
    if starts:
        marks = [
            f"{planner.statement.bind(start)}::text::{kind}" for start, (_, kind) in zip(starts, keys, strict=True)
        ]
        beyond = f" AND ({', '.join(expressions)}) {'<' if descending else '>'} ({', '.join(marks)})"
    source = f"{spec.table} {alias}"
    rows = f"SELECT {alias}.* FROM {source} WHERE {filtered}{beyond}"
    if shortcut:
        rows = _shortened(alias, source, filtered, beyond, order, page.size + 1, shortcut, descending=descending)
    return f"({rows}{order} LIMIT {page.size + 1}) {alias}", order


def _shortened(
    alias: str, source: str, filtered: str, beyond: str, order: str, most: int, by: Shortcut, *, descending: bool
) -> str:
    """The rows of a page, part of the list by part, and only while it is not full (decision 0028).

    In each part it is first tried to walk it; else what the shortcut finds is fetched.
    """
    limited = f"{order} LIMIT {most}"
    begin, tried = f"SELECT {alias}.* FROM {source} WHERE", f"FROM {source} WHERE {by.sample}{beyond}"
    # `coalesce`: what the planner cannot look into it takes for true of half the rows, and walks
    walked = f"{begin} coalesce({filtered}, false){beyond}"
    fetched = f"{begin} {filtered}{beyond} AND {by.rows}"
    parts = {"looks": f"SELECT {by.looks} AS n"}
    regions = ["true"]
    if by.before and by.after:
        regions = [by.before, f"NOT ({by.before} OR {by.after})", by.after][:: -1 if descending else 1]
    full: list[str] = []
    for number, region in enumerate(regions):
        here = f"{region} AND {' + '.join(full) or 0} < {most}"
        if region.startswith("NOT "):
            parts[f"rows{number}"] = f"{walked} AND {here}{limited}"
        else:
            hit = f"SELECT {filtered} AS hit {tried} AND {region}{order} LIMIT (SELECT n FROM looks)"
            walk = f"EXISTS (SELECT FROM ({hit}) tried WHERE hit)"
            if len(regions) > 1:  # a part without a hit that is short is soon walked too
                walk += f" OR NOT EXISTS (SELECT {tried} AND {region}{order} OFFSET (SELECT n FROM looks))"
            parts[f"way{number}"] = f"SELECT {walk} AS walk"
            way = f"(SELECT walk FROM way{number})"
            parts[f"rows{number}"] = (
                f"({walked} AND {here} AND {way}{limited}) UNION ALL ({fetched} AND {here} AND NOT {way}{limited})"
            )
        full.append(f"(SELECT count(*) FROM rows{number})")
    made = ", ".join(f"{name} AS MATERIALIZED ({text})" for name, text in parts.items())
    rows = " UNION ALL ".join(f"SELECT * FROM rows{number}" for number in range(len(regions)))
    return f"WITH {made} SELECT * FROM ({rows}) {alias}"


class _Connection:
    """Makes connections of the rows of one level."""

    def __init__(self, planner: "Planner", frame: Frame, spec: Spec, sort: Sort, page: Page) -> None:
        self.planner = planner
        self.frame = frame
        self.spec = spec
        self.sort = sort
        self.page = page
        self.ids = frame.ids

    def object(
        self, on: GraphQLObjectType, asked: Sequence[Asked]
    ) -> Callable[[Answer], Callable[[Rows, Any], dict[str, Any]]]:
        """The connection of some rows, in their order, and their total."""
        parts = [(each.key, self._part(on, each)) for each in asked]
        page = self.page

        def begin(answer: Answer) -> Callable[[Rows, Any], dict[str, Any]]:
            made: type[dict[str, Any]] = Keyed if answer.raw else dict
            makers = [(key, part(answer)) for key, part in parts]

            def connection(rows: Rows, total: Any) -> dict[str, Any]:
                shown = rows[: page.size]
                more = len(rows) > page.size
                shown = shown[::-1] if page.backward else shown
                return made((key, make(shown, page, more, total)) for key, make in makers)

            return connection

        return begin

    def _part(self, on: GraphQLObjectType, asked: Asked) -> Part:
        if asked.name == TYPENAME:
            return lambda _: lambda *_: on.name
        if asked.name == "total_count":
            return lambda _: lambda _rows, _page, _more, total: total
        if asked.name == "page_info":
            return self._page_info(asked)
        return _of_rows(self._nodes(asked) if asked.name == "nodes" else self._edges(asked))

    def _nodes(self, asked: Asked) -> Maker:
        return self.planner.object(self.frame, self.spec, object_type(asked), asked.nodes)

    def _edges(self, asked: Asked) -> Maker:
        kind = object_type(asked)
        fields = self.planner.selection.below(asked.nodes, kind)
        made: dict[str, Callable[[Asked], Maker]] = {
            "node": self._nodes,
            "cursor": lambda _: completion.cursors(self._keys()),
        }
        makers = [
            completion.constant(self.ids, kind.name) if each.name == TYPENAME else made[each.name](each)
            for each in fields
        ]
        if not fields:
            return completion.constant(self.ids, {})
        return completion.objects([each.key for each in fields], makers)

    def _keys(self) -> list[Maker]:
        texts = [f"({key.format(t=self.frame.alias)})::text" for key, _ in keyset.keys_of(self.sort)]
        return [self.frame.column(text) for text in texts]

    def _page_info(self, asked: Asked) -> Part:
        kind = object_type(asked)
        fields = [(each.key, each.name) for each in self.planner.selection.below(asked.nodes, kind)]
        keys = self._keys() if any(name in ("start_cursor", "end_cursor") for _, name in fields) else []

        def part(answer: Answer) -> Callable[[Rows, Page, bool, Any], Any]:
            made, columns = (Keyed if answer.raw else dict), [key(answer) for key in keys]

            def cursor(row: int) -> str:
                return keyset.encode([column[row] for column in columns])

            def info(rows: Rows, page: Page, more: bool, _total: Any) -> dict[str, Any]:
                came_from = page.start is not None
                facts = {
                    TYPENAME: kind.name,
                    "has_next_page": came_from if page.backward else more,
                    "has_previous_page": more if page.backward else came_from,
                    "start_cursor": cursor(rows[0]) if columns and rows else None,
                    "end_cursor": cursor(rows[-1]) if columns and rows else None,
                }
                return made((key, facts[name]) for key, name in fields)

            return info

        return part


def _of_rows(maker: Maker) -> Part:
    def part(answer: Answer) -> Callable[[Rows, Page, bool, Any], Any]:
        values = maker(answer)
        return lambda rows, _page, _more, _total: [values[row] for row in rows]

    return part


def _unasked(_: Answer) -> Sequence[Any]:
    return (None,)


def _start(n: int) -> Parameter:
    def start(call: Call) -> object:
        page = cast("Page", call.page)
        return cast("tuple[str, ...]", page.start)[n]

    return start


def _constant(value: object) -> Parameter:
    return lambda _: value

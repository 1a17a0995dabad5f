"""A plan: the statement of one read, and the function that makes the answer of its columns.

A plan is made of the schema and of what is asked; no value of a request is in it but sizes and cursors of nested
pages. Every level carries the condition of who may see its rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson
from graphql import GraphQLError, GraphQLObjectType, get_named_type, get_nullable_type, is_leaf_type

from schema.reading import completion, pages
from schema.reading.completion import Answer, Maker
from schema.reading.frame import Frame
from schema.reading.keyset import Page
from schema.reading.selection import TYPENAME, Asked, Selection, object_type
from schema.reading.spec import Derived, Linked, Many, One, Sort, Spec, Sql, is_of_parent, named, spec_of
from schema.reading.statement import Call, Parameter, Statement
from schema.reading.values import Part, Unfit
from server.core.actor import Actor
from server.core.errors import DomainError, NotFound
from server.core.scope import Condition

FENCE: Final = "OFFSET 0"
"""Keeps PostgreSQL from reading a whole table once where an index gives the few rows beside each row: of a prepared
statement it cannot know how large the firm is."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`sql` gives one row of JSON texts, `widths` tells how many columns each level has."""

    sql: str
    parameters: Sequence[Parameter]
    widths: Sequence[int]
    make: Callable[[Answer], Any]

    def values(self, call: Call) -> list[object]:
        """The parameters of the statement."""
        return [parameter(call) for parameter in self.parameters]

    def answer(self, texts: Sequence[str]) -> tuple[Any, bool]:
        """The finished answer, and whether it is: else graphql-core has to complete it (`values.Keyed`)."""
        levels = self._levels(texts)
        try:
            return self.make(Answer(levels)), True
        except Unfit:
            return self.make(Answer(levels, raw=True)), False

    def _levels(self, texts: Sequence[str]) -> list[list[list[Any]]]:
        arrays = iter(texts)
        levels = []
        for width in self.widths:
            columns: list[list[Any]] = []
            while len(columns) < width:
                columns += orjson.loads(next(arrays))
            levels.append(columns if columns[0] else [[] for _ in columns])
        return levels


def plan_first(selection: Selection, nodes: Any, kind: str, cls: type, actor: Actor, condition: Condition) -> Plan:
    """The first row that meets the condition, or null."""
    planner = Planner(selection, actor)
    made = planner.listed(nodes, kind, cls, condition, limit=1)
    return planner.plan(lambda answer: next(iter(made(answer)), None))


def plan_all(
    selection: Selection, nodes: Any, kind: str, cls: type, actor: Actor, condition: Condition, order: str
) -> Plan:
    """Every row that meets the condition, in order."""
    planner = Planner(selection, actor)
    made = planner.listed(nodes, kind, cls, condition, order=order)
    return planner.plan(lambda answer: [*made(answer)])


def plan_page(
    selection: Selection,
    nodes: Any,
    kind: str,
    cls: type,
    actor: Actor,
    condition: Condition,
    sort: Sort,
    page: Page,
) -> Plan:
    """One page of the rows that meet the condition, as a connection."""
    planner = Planner(selection, actor)
    made = pages.root_page(planner, nodes, selection.object_type(kind), spec_of(cls), condition, sort, page)
    return planner.plan(lambda answer: made(answer)[0])


class Planner:
    """Walks what is asked once, and adds levels, joins and columns to the statement, makers to the answer."""

    def __init__(self, selection: Selection, actor: Actor) -> None:
        self.selection = selection
        self.actor = actor
        self.statement = Statement()

    def plan(self, make: Callable[[Answer], Any]) -> Plan:
        """What was planned."""
        widths = [len(level.columns) for level in self.statement.levels]
        return Plan(self.statement.text(), self.statement.parameters, widths, make)

    def listed(
        self, nodes: Any, kind: str, cls: type, condition: Condition, *, order: str = "", limit: int | None = None
    ) -> Maker:
        """The rows of the root that meet the condition."""
        spec, alias = spec_of(cls), self.statement.alias()
        where = f"{self.given(condition, alias).sql} AND {self.visible(spec, alias)}"
        rows = f"(SELECT {alias}.* FROM {spec.table} {alias} WHERE {where}{f' LIMIT {limit}' if limit else ''}) {alias}"
        level = self.statement.level(rows, f" ORDER BY {order.format(t=alias)}" if order else "")
        return self.object(Frame(level, alias, unique=True), spec, self.selection.object_type(kind), nodes)

    def object(self, frame: Frame, spec: Spec, kind: GraphQLObjectType, nodes: Any) -> Maker:
        """The rows of a frame as objects."""
        try:
            asked = self.selection.below(nodes, kind)
        except GraphQLError as refusal:
            return completion.refused(frame.ids, refusal)
        if not asked:
            return completion.constant(frame.ids, {})
        makers = [self._field(frame, spec, kind, each) for each in asked]
        return completion.objects([each.key for each in asked], makers)

    def given(self, condition: Condition, alias: str) -> Condition:
        """The condition of the call over the row of this alias, as it stands in the statement."""
        marks = [self.statement.bind(_value(n)) for n in range(len(condition.values))]

        def told(text: str) -> str:
            return f"({text.format(*marks, t=alias)})"

        shortcut = condition.shortcut and condition.shortcut.told(told)
        return Condition(told(condition.sql), shortcut=shortcut)

    def visible(self, spec: Spec, alias: str) -> str:
        """The rows of this type that the actor may know of; the values are asked anew at each call."""
        if spec.staff_only and self.actor.is_client:
            raise NotFound
        condition = spec.visible(self.actor)
        marks = [self.statement.bind(_seen_value(spec, n)) for n in range(len(condition.values))]
        return f"({condition.sql.format(*marks, t=alias)})"

    def _field(self, frame: Frame, spec: Spec, on: GraphQLObjectType, asked: Asked) -> Maker:
        if asked.name == TYPENAME:
            return completion.constant(frame.ids, on.name)
        source = spec.source(asked.name)
        try:
            if isinstance(source, Sql):
                return self._column(frame, source, asked)
            if isinstance(source, Derived):
                return self._derived(frame, spec, source, asked)
            if isinstance(source, One):
                return completion.checked(asked.field.type, self._one(frame, source, asked))
            if isinstance(source, Many):
                return self._many(frame, source, asked)
            if isinstance(source, Linked):
                return self._linked(frame, source, asked)
            return pages.nested_page(self, frame, source, asked)
        except DomainError as refusal:
            return completion.refused(frame.ids, refusal)

    def _column(self, frame: Frame, source: Sql, asked: Asked) -> Maker:
        made = self._sql(frame, source)
        if is_leaf_type(get_nullable_type(asked.field.type)):
            return completion.leaves(asked.field.type, made)
        return completion.values(asked.field.type, self._parts(asked), made)

    def _sql(self, frame: Frame, source: Sql) -> Maker:
        return frame.column(source.expression.format(t=frame.alias, now=self.statement.now()))

    def _derived(self, frame: Frame, spec: Spec, source: Derived, asked: Asked) -> Maker:
        needs = []
        for need in source.needs:
            below = spec.source(need)
            assert isinstance(below, Sql), f"{need} is no column"
            needs.append(self._sql(frame, below))
        made = completion.derived(source.needs, needs, source.make)
        return completion.values(asked.field.type, self._parts(asked), made)

    def _one(self, frame: Frame, source: One, asked: Asked) -> Maker:
        spec, child = spec_of(named(source.type)), self.statement.alias()
        on = f"({source.on.format(t=frame.alias, c=child)}) AND {self.visible(spec, child)}"
        order = f" ORDER BY {source.order.format(t=frame.alias, c=child)}" if source.order else ""
        row = f"SELECT {child}.* FROM {spec.table} {child} WHERE {on}{order} LIMIT 1"
        frame.level.joins.append(f"LEFT JOIN LATERAL ({row}) {child} ON true")
        joined = Frame(frame.level, child, unique=False, joined=True)
        return completion.spread(
            frame.column(f"{child}.id"), self.object(joined, spec, object_type(asked), asked.nodes)
        )

    def _many(self, frame: Frame, source: Many, asked: Asked) -> Maker:
        spec, child = spec_of(named(source.type)), self.statement.alias()
        visible = self.visible(spec, child)
        parents, on = frame.beside(source.on)
        rows = f"SELECT {child}.* FROM {spec.table} {child} WHERE ({on.format(c=child)}) AND {visible} {FENCE}"
        order = f" ORDER BY {source.order.format(c=child)}"
        level = self.statement.level(f"{parents} CROSS JOIN LATERAL ({rows}) {child}", order)
        below = Frame(level, child, unique=frame.unique and is_of_parent(source.on))
        inner = self.object(below, spec, object_type(asked), asked.nodes)
        return completion.grouped(frame.ids, below.column(frame.parent_id()), inner)

    def _linked(self, frame: Frame, source: Linked, asked: Asked) -> Maker:
        spec, link, child = spec_of(named(source.type)), self.statement.alias(), self.statement.alias()
        visible = self.visible(spec, child)
        parents, on = frame.beside(f"{link}.{source.parent} = {{t}}.id")
        hung = f"SELECT {link}.* FROM {source.table} {link} WHERE {on} {FENCE}"
        level = self.statement.level(
            f"{parents} CROSS JOIN LATERAL ({hung}) {link}"
            f" JOIN {spec.table} {child} ON {child}.id = {link}.{source.child}",
            f" WHERE {visible} ORDER BY {source.order.format(c=child)}",
        )
        inner = self.object(Frame(level, child, unique=False), spec, object_type(asked), asked.nodes)
        parent = completion.column(level.number, level.column(frame.parent_id()))
        return completion.grouped(frame.ids, parent, inner)

    def _parts(self, asked: Asked) -> list[Part]:
        """What is asked of the objects within a value."""
        kind = get_named_type(asked.field.type)
        if not isinstance(kind, GraphQLObjectType):
            return []
        return [
            Part(each.key, each.name, each.field.type, self._parts(each))
            for each in self.selection.below(asked.nodes, kind)
        ]


def _value(n: int) -> Parameter:
    return lambda call: call.condition.values[n]


def _seen_value(spec: Spec, n: int) -> Parameter:
    return lambda call: spec.visible(call.actor).values[n]

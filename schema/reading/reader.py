"""The planned reader: of what a resolver selects it makes a plan, once, and runs its statement."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from graphql import GraphQLResolveInfo, get_named_type
from graphql.execution.collect_fields import FieldDetails

from schema.reading import plan, plans
from schema.reading.keyset import Page
from schema.reading.plan import Plan
from schema.reading.ready import Ready
from schema.reading.selection import Selection
from schema.reading.spec import Sort
from schema.reading.statement import Call
from server.core.actor import Actor
from server.core.database import read
from server.core.errors import Unauthenticated

if TYPE_CHECKING:
    from schema.reading.select import Select

fallbacks: Counter[str] = Counter()
"""How many answers graphql-core had to complete, by the type that was read."""


class Reader(Protocol):
    """What can answer a selection. There is another one in the tests, to compare with."""

    async def first(self, wanted: "Select[Any]") -> Any:
        """The first row, or None."""

    async def all(self, wanted: "Select[Any]", order: str) -> Any:
        """Every row."""

    async def page(self, wanted: "Select[Any]", sort: Sort, page: Page) -> Any:
        """One page."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A field to answer: its key, and the object type that is read."""

    key: str
    kind: str
    nodes: list[FieldDetails] | None = None
    """None: those of the field itself."""


_Make = Callable[[Selection, list[FieldDetails], str, Actor], Plan]


class Planned:
    """One statement for each field that is answered."""

    async def first(self, wanted: "Select[Any]") -> Ready | None:
        """The first row, or None. Nothing is read for a payload whose object is not asked for."""
        found = await self._ready(
            wanted,
            ("first",),
            None,
            lambda selection, nodes, kind, actor: plan.plan_first(
                selection, nodes, kind, wanted.cls, actor, wanted.condition
            ),
        )
        return None if found.values and None in found.values.values() else found

    async def all(self, wanted: "Select[Any]", order: str) -> Ready:
        """Every row."""
        return await self._ready(
            wanted,
            ("all", order),
            None,
            lambda selection, nodes, kind, actor: plan.plan_all(
                selection, nodes, kind, wanted.cls, actor, wanted.condition, order
            ),
        )

    async def page(self, wanted: "Select[Any]", sort: Sort, page: Page) -> Ready:
        """One page."""
        return await self._ready(
            wanted,
            ("page", sort, page.size, page.backward, page.start is None),
            page,
            lambda selection, nodes, kind, actor: plan.plan_page(
                selection, nodes, kind, wanted.cls, actor, wanted.condition, sort, page
            ),
        )

    async def _ready(
        self,
        wanted: "Select[Any]",
        how: tuple[Any, ...],
        page: Page | None,
        make: "_Make",
    ) -> Ready:
        info, actor = wanted.info._raw_info, wanted.info.context.actor
        if not actor.firm_id:
            raise Unauthenticated
        call = Call(actor, wanted.condition, page)
        values: dict[str, Any] = {}
        complete = True
        for place in _places(wanted):
            asked = (place.key, wanted.cls, actor.kind, actor.permissions, wanted.condition.text, *how)
            found = plans.plan_for(info, asked, partial(_planned, info, place, actor, make))
            texts = await read(actor.firm_id, found.sql, found.values(call))
            values[place.key], fits = found.answer(texts)
            complete = complete and fits
        if not complete:
            fallbacks[wanted.cls.__name__] += 1
        return Ready(values, complete, wanted.concrete)


PLANNED = Planned()


def _planned(info: GraphQLResolveInfo[Any], place: _Place, actor: Actor, make: _Make) -> Plan:
    selection = Selection(info)
    return make(selection, place.nodes or selection.root, place.kind, actor)


def _places(wanted: "Select[Any]") -> list[_Place]:
    """The field that is being resolved, or those below it that ask for `wanted.at`, each under its key."""
    info = wanted.info._raw_info
    named = get_named_type(info.return_type)
    if wanted.at is None:
        return [_Place(str(info.path.key), wanted.concrete or named.name)]
    selection = Selection(info)
    return [
        _Place(asked.key, get_named_type(asked.field.type).name, asked.nodes)
        for asked in selection.below(selection.root, selection.object_type(named.name))
        if asked.name == wanted.at
    ]

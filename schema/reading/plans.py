"""Plans that were made, kept for the next call of the same shape."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final

from graphql import GraphQLResolveInfo

from schema.reading.plan import Plan
from schema.reading.selection import variables_below

HEAVIEST: Final = 1_000_000
"""Characters of SQL that all kept plans may have together: some hundreds of usual plans, 20 MB with all they hold.
Who makes a new plan with every request, by cursors of nested pages, fills no more than that."""
KEPT: Final = 2_000
"""Fields whose variables are known."""
ABSENT: Final = object()

_plans: "OrderedDict[Hashable, Plan]" = OrderedDict()
_weight = 0
_variables: "OrderedDict[Hashable, tuple[str, ...]]" = OrderedDict()


def plan_for(info: GraphQLResolveInfo[Any], asked: Hashable, make: Callable[[], Plan]) -> Plan:
    """The plan of the field that is being resolved.

    The same for the same nodes at the same place in the same document (directives may leave nodes of a field out), the
    same `asked` (what is read, by whom, how), and the same values of the variables below the field.
    """
    nodes = tuple(node.loc and node.loc.start for node in info.field_nodes)
    name = info.operation.name and info.operation.name.value
    place = (info.context.document.number, name, *info.path.as_list(), nodes)
    values: Any = info.variable_values
    shape = tuple(_frozen(values.get(name, ABSENT)) for name in _names(place, info))
    return _kept((place, asked, shape), make)


def _names(place: Hashable, info: GraphQLResolveInfo[Any]) -> tuple[str, ...]:
    found = _variables.get(place)
    if found is None:
        found = _variables[place] = variables_below(info)
        if len(_variables) > KEPT:
            _variables.popitem(last=False)
    return found


def _kept(key: Hashable, make: Callable[[], Plan]) -> Plan:
    global _weight
    found = _plans.get(key)
    if found is not None:
        _plans.move_to_end(key)
        return found
    found = _plans[key] = make()
    _weight += len(found.sql)
    while _weight > HEAVIEST and len(_plans) > 1:
        _, gone = _plans.popitem(last=False)
        _weight -= len(gone.sql)
    return found


def forget() -> None:
    """Keep none of the plans that were made."""
    global _weight
    _plans.clear()
    _weight = 0


def _frozen(value: Any) -> Hashable:
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    if isinstance(value, dict):
        return tuple((name, _frozen(each)) for name, each in value.items())
    frozen: Hashable = value
    return frozen

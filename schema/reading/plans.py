"""Plans that were made, kept for the next call of the same shape."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from graphql import GraphQLResolveInfo

from schema.reading.plan import Plan
from schema.reading.selection import variables_below

T = TypeVar("T")

KEPT: Final = 1_000
ABSENT: Final = object()

_plans: "OrderedDict[Hashable, Plan]" = OrderedDict()
_variables: "OrderedDict[Hashable, tuple[str, ...]]" = OrderedDict()


def plan_for(info: GraphQLResolveInfo[Any], asked: Hashable, make: Callable[[], Plan]) -> Plan:
    """The plan of the field that is being resolved.

    The same for the same nodes at the same place in the same document (directives may leave nodes of a field out), the
    same `asked` (what is read, by whom, how), and the same values of the variables below the field.
    """
    nodes = tuple(node.loc and node.loc.start for node in info.field_nodes)
    name = info.operation.name and info.operation.name.value
    place = (info.context.document.number, name, *info.path.as_list(), nodes)
    names = _kept(_variables, place, lambda: variables_below(info))
    values: Any = info.variable_values
    shape = tuple(_frozen(values.get(name, ABSENT)) for name in names)
    return _kept(_plans, (place, asked, shape), make)


def _kept(kept: "OrderedDict[Hashable, T]", key: Hashable, make: Callable[[], T]) -> T:
    found = kept.get(key)
    if found is None:
        found = kept[key] = make()
        if len(kept) > KEPT:
            kept.popitem(last=False)
    else:
        kept.move_to_end(key)
    return found


def _frozen(value: Any) -> Hashable:
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    if isinstance(value, dict):
        return tuple((name, _frozen(each)) for name, each in value.items())
    return value  # type: ignore[no-any-return]

"""From inputs to what the business takes, and the unit of work of a mutation."""

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, TypeVar

import strawberry

from schema.address import AddressInput
from schema.context import Info
from server.core.address import Address
from server.core.database import in_firm

T = TypeVar("T")


async def in_unit(info: Info, work: Callable[[], Awaitable[T]]) -> T:
    """A change and the reading of its result, in one unit of work of whoever is signed in."""
    return await in_firm(info.context.signed_in.firm_id, work)


def given(value: Any, *without: str) -> dict[str, Any]:
    """The fields of an update input that were given, null among them; enums of ours as their values."""
    changes = {name: each for name, each in vars(value).items() if each is not strawberry.UNSET}
    return {name: plain(each) for name, each in changes.items() if name not in without}


def plain(value: Any) -> Any:
    """An input's value as the business takes it."""
    if isinstance(value, AddressInput):
        return address(value)
    if isinstance(value, Enum) and not isinstance(value, str):
        return value.value
    return value


def address(value: AddressInput | None) -> Address | None:
    """A postal address."""
    return Address(**vars(value)) if value else None

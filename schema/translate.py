"""From inputs to what the business takes, and the unit of work of a mutation."""

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, TypeVar

import strawberry

from schema.accounts.inputs import AccountContactInput, AddressInput, ContactInput, InvitationChoice
from schema.context import Info
from server.contacts.draft import ContactDraft
from server.core.address import Address
from server.core.database import in_firm
from server.intake import draft

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


def invitation(value: InvitationChoice | None) -> draft.InvitationChoice | None:
    """Send or skip."""
    return draft.InvitationChoice(send=value.send, message=value.message) if value else None


def contact(value: ContactInput) -> ContactDraft:
    """A person to create."""
    return ContactDraft(
        first_name=value.first_name,
        last_name=value.last_name,
        email=value.email,
        phone=value.phone,
        phone_country=value.phone_country,
        address=address(value.address),
        language=value.language.value if value.language else None,
    )


def new_link(value: AccountContactInput) -> draft.NewLink:
    """A contact for an account."""
    return draft.NewLink(
        contact_id=value.contact_id,
        contact=contact(value.contact) if value.contact else None,
        login=value.login,
        notify=value.notify,
        sync=value.sync,
        commercial=value.commercial,
        operational=value.operational,
        invitation=invitation(value.invitation),
    )

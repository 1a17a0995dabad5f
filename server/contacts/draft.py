"""A contact as somebody typed it, before it is checked."""

from dataclasses import dataclass

from server.core.address import Address


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """`phone` as typed or E.164; `phone_country` is needed where it has no + prefix (CON-1)."""

    first_name: str
    last_name: str
    email: str | None = None
    phone: str | None = None
    phone_country: str | None = None
    address: Address | None = None
    language: str | None = None

"""Postal addresses."""

import strawberry


@strawberry.type(description="A postal address.")
class Address:
    """Stored as one value."""

    street: str | None
    city: str | None
    postal_code: str | None
    region: str | None
    country: str | None = strawberry.field(description="ISO 3166-1 alpha-2.")


@strawberry.input(description="A postal address.")
class AddressInput:
    """Given as a whole."""

    street: str | None = None
    city: str | None = None
    postal_code: str | None = None
    region: str | None = None
    country: str | None = strawberry.field(default=None, description="ISO 3166-1 alpha-2.")

"""Contacts and their links to accounts."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.address import Address
from schema.paging import Node
from schema.reading.spec import derived, many, one, reads, sql
from schema.scalars import Language, PortalAccess
from schema.staff.types import full_name
from server.contacts.email_change import PENDING_EMAIL
from server.contacts.portal import PORTAL_ACCESS
from server.contacts.scope import visible_contacts, visible_links

if TYPE_CHECKING:
    from schema.accounts.types import Account
    from schema.invitations.types import Invitation


@reads(
    "contacts",
    visible_contacts,
    name=derived(("first_name", "last_name"), full_name),
    active=sql("({t}.user_id IS NOT NULL)"),
    pending_email=sql(PENDING_EMAIL),
    accounts=many("schema.contacts.types:AccountContact", on="{c}.contact_id = {t}.id"),
)
@strawberry.type(description="A real person, once per firm, linked to any number of accounts.")
class Contact(Node):
    """For staff."""

    first_name: str
    last_name: str
    name: str = strawberry.field(description="First and last name.")
    email: str | None
    pending_email: str | None = strawberry.field(
        description="The new address of an active person, until they confirm it (CON-9)."
    )
    phone: str | None = strawberry.field(description="E.164.")
    phone_country: str | None = strawberry.field(description="The chosen country, ISO 3166-1 alpha-2.")
    address: Address | None
    language: Language | None
    active: bool = strawberry.field(description="Has accepted an invitation.")
    activated_at: datetime | None
    last_seen_at: datetime | None
    created_at: datetime
    version: int
    accounts: list[Annotated["AccountContact", strawberry.lazy("schema.contacts.types")]]


@reads(
    "account_contacts",
    visible_links,
    portal_access=sql(PORTAL_ACCESS),
    account=one("schema.accounts.types:Account", on="{c}.id = {t}.account_id"),
    contact=one("schema.contacts.types:Contact", on="{c}.id = {t}.contact_id"),
    invitation=one("schema.invitations.types:Invitation", on="{c}.contact_id = {t}.contact_id", order="{c}.id DESC"),
)
@strawberry.type(description="The link of one contact to one account: toggles, rights, and state of the portal.")
class AccountContact(Node):
    """For staff."""

    account: Annotated["Account", strawberry.lazy("schema.accounts.types")]
    contact: Contact
    login: bool = strawberry.field(description="May come into the portal of this account.")
    notify: bool = strawberry.field(description="Gets the notices and e-mails of this account.")
    sync: bool = strawberry.field(description="E-mails with this person appear in the account.")
    commercial: bool = strawberry.field(description="First point of contact for agreement and invoices.")
    operational: bool = strawberry.field(description="Gets the automatic notices of cases and workflows.")
    portal_access: PortalAccess
    created_at: datetime
    version: int
    invitation: Annotated["Invitation", strawberry.lazy("schema.invitations.types")] | None = strawberry.field(
        description="The newest invitation of this person."
    )

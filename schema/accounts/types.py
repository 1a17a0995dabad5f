"""Accounts, for staff and as their clients see them."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.address import Address
from schema.audit.types import AuditEvent
from schema.folders.types import Folder
from schema.paging import Connection, Node
from schema.reading.spec import Sort, linked, many, paged, reads, sql
from schema.scalars import PortalStatus
from schema.staff.types import StaffMember
from schema.tags.types import Tag
from server.accounts.models import AccountType, Category, Lifecycle, Stage
from server.accounts.scope import visible_accounts
from server.contacts.portal import PORTAL_STATUS

if TYPE_CHECKING:
    from schema.contacts.types import AccountContact

FOLDERS = many("schema.folders.types:Folder", on="{c}.account_id = {t}.id", order="{c}.position, {c}.id")


@reads(
    "accounts",
    visible_accounts,
    portal_status=sql(PORTAL_STATUS),
    contacts=many("schema.contacts.types:AccountContact", on="{c}.account_id = {t}.id"),
    staff=linked(
        "schema.staff.types:StaffMember",
        "account_staff",
        parent="account_id",
        child="staff_id",
        order="{c}.first_name, {c}.last_name, {c}.id",
    ),
    tags=linked(
        "schema.tags.types:Tag", "account_tags", parent="account_id", child="tag_id", order="{c}.name_key, {c}.id"
    ),
    folders=FOLDERS,
    timeline=paged("schema.audit.types:AuditEvent", on="{c}.account_id = {t}.id", sort=Sort((), descending=True)),
)
@strawberry.type(description="An entity the firm deals with; never a login.")
class Account(Node):
    """For staff; clients see `PortalAccount`."""

    number: int = strawberry.field(description="Short, unique in the firm, never used again.")
    name: str
    type: AccountType
    company_name: str | None
    company_address: Address | None
    category: Category
    stage: Stage
    lifecycle: Lifecycle
    portal_status: PortalStatus
    created_at: datetime
    last_activity_at: datetime
    archived_at: datetime | None
    version: int = strawberry.field(description="Hand it back with an update; an older one is refused as STALE.")
    contacts: list[Annotated["AccountContact", strawberry.lazy("schema.contacts.types")]] = strawberry.field(
        description="The people behind the account, with the toggles and rights of each."
    )
    staff: list[StaffMember] = strawberry.field(description="Who looks after it, by name.")
    tags: list[Tag] = strawberry.field(description="By name.")
    folders: list[Folder]

    @strawberry.field(description="Who changed what and when, newest first (ACC-11).")
    def timeline(
        self, info: strawberry.Info, first: int | None = None, after: str | None = None
    ) -> Connection[AuditEvent]:
        """Read with the account, page and all."""
        raise NotImplementedError


@reads("accounts", visible_accounts, staff_only=False, waiting_count=sql("0"), folders=FOLDERS)
@strawberry.type(description="An account as its client sees it in the portal.")
class PortalAccount(Node):
    """Only what a client may know."""

    name: str
    number: int
    waiting_count: int = strawberry.field(description="What waits for the person here.")
    folders: list[Folder] = strawberry.field(description="Those the client may look into.")

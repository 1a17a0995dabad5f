"""The types: fields are attributes of the rows, relations ask a loader."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, cast

import strawberry

from benchmarks.peers.conventional.loaders import Loaders
from server.accounts import models as accounts
from server.contacts import models as contacts
from server.core.actor import Actor
from server.tags.models import TagColor

for kind in (accounts.AccountType, accounts.Category, accounts.Stage, TagColor):
    strawberry.enum(cast("type[Enum]", kind))


@dataclass(slots=True)
class Context:
    """Who asks, and the loaders of the request."""

    actor: Actor
    loaders: Loaders


Info = strawberry.Info[Context, None]


@strawberry.type
class Tag:
    id: strawberry.ID
    name: str
    color: TagColor


@strawberry.type
class StaffMember:
    id: strawberry.ID
    first_name: str
    last_name: str


@strawberry.type
class Contact:
    id: strawberry.ID
    first_name: str
    last_name: str
    email: str | None
    phone: str | None


@strawberry.type
class AccountContact:
    id: strawberry.ID
    login: bool
    notify: bool
    sync: bool
    commercial: bool
    operational: bool
    contact: Contact
    account: "Account"


@strawberry.type
class Account:
    id: strawberry.ID
    number: int
    name: str
    type: accounts.AccountType
    category: accounts.Category
    stage: accounts.Stage
    created_at: datetime

    @strawberry.field
    async def contacts(self, info: Info) -> list[AccountContact]:
        return cast("list[AccountContact]", await info.context.loaders.contacts.load(self.id))

    @strawberry.field
    async def staff(self, info: Info) -> list[StaffMember]:
        return cast("list[StaffMember]", await info.context.loaders.staff.load(self.id))

    @strawberry.field
    async def tags(self, info: Info) -> list[Tag]:
        return cast("list[Tag]", await info.context.loaders.tags.load(self.id))


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class AccountEdge:
    cursor: str
    node: Account


@strawberry.type
class AccountConnection:
    edges: list[AccountEdge]
    nodes: list[Account]
    page_info: PageInfo


@strawberry.enum
class AccountSort(Enum):
    NAME_ASC = "NAME_ASC"


@strawberry.input
class SetAccessInput:
    id: strawberry.ID
    notify: bool


@strawberry.type
class SetAccessPayload:
    account_contact: AccountContact


def connection(rows: list[accounts.Account], first: int) -> AccountConnection:
    """A page of rows, of which there may be one more than asked for."""
    nodes = cast("list[Account]", rows[:first])
    edges = [AccountEdge(cursor=_cursor(row), node=node) for row, node in zip(rows, nodes, strict=False)]
    page_info = PageInfo(has_next_page=len(rows) > first, end_cursor=edges[-1].cursor if edges else None)
    return AccountConnection(edges=edges, nodes=nodes, page_info=page_info)


def payload(link: contacts.AccountContact) -> SetAccessPayload:
    """The link after the change."""
    return SetAccessPayload(account_contact=cast("Any", link))


def _cursor(row: accounts.Account) -> str:
    return urlsafe_b64encode(f"{row.name_key}/{row.id}".encode()).decode()

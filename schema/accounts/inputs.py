"""What staff send about accounts."""

from enum import Enum

import strawberry

from schema.address import AddressInput
from schema.contacts.inputs import AccountContactInput
from schema.scalars import PortalStatus
from server.accounts.models import AccountType, Category, Stage


@strawberry.enum(description="The sub-lists of accounts (ACC-7). All but ARCHIVED leave archived accounts out.")
class AccountList(Enum):
    """Tabs of the list."""

    ALL = "ALL"
    ARCHIVED = "ARCHIVED"
    OFFLINE = "OFFLINE"
    PENDING_ACTIVATION = "PENDING_ACTIVATION"


@strawberry.enum(description="Orders of the list of accounts.")
class AccountSort(Enum):
    """Every order ends in the id."""

    CREATED_ASC = "CREATED_ASC"
    CREATED_DESC = "CREATED_DESC"
    LAST_ACTIVITY_DESC = "LAST_ACTIVITY_DESC"
    NAME_ASC = "NAME_ASC"
    NAME_DESC = "NAME_DESC"


@strawberry.input(description="Narrows a list; the values of one field are alternatives, the fields hold together.")
class AccountFilter:
    """Filters of ACC-6 that stand so far."""

    category: list[Category] | None = None
    stage: list[Stage] | None = None
    type: list[AccountType] | None = None
    portal_status: list[PortalStatus] | None = None
    staff_id: strawberry.ID | None = strawberry.field(default=None, description="Looked after by this colleague.")
    tag_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="Carries any of these tags.")
    all_tag_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="Carries all of these tags.")
    no_tag_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="Carries none of these tags.")


@strawberry.input(description="An account with everything that is made with it, all or nothing (ACC-1).")
class CreateAccountInput:
    """An empty name is derived (ACC-2)."""

    type: AccountType
    name: str | None = None
    company_name: str | None = None
    company_address: AddressInput | None = None
    category: Category = Category.CLIENT
    stage: Stage = Stage.CLIENT
    contacts: list[AccountContactInput] = strawberry.field(default_factory=list)
    staff_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Beside the creator and everybody with default access (TEAM-4)."
    )
    tag_ids: list[strawberry.ID] = strawberry.field(default_factory=list)


@strawberry.input(description="What changes; a field that is left out stays as it is.")
class UpdateAccountInput:
    """Refused as STALE where the version is not the newest."""

    id: strawberry.ID
    version: int
    name: str | None = strawberry.UNSET
    type: AccountType | None = strawberry.UNSET
    company_name: str | None = strawberry.UNSET
    company_address: AddressInput | None = strawberry.UNSET
    category: Category | None = strawberry.UNSET
    stage: Stage | None = strawberry.UNSET
    staff_ids: list[strawberry.ID] | None = strawberry.UNSET
    tag_ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="All the tags it is to carry."
    )


@strawberry.input(description="One more contact for an account.")
class AddContactInput:
    """New or existing."""

    account_id: strawberry.ID
    contact: AccountContactInput

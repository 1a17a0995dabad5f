"""A new account, and a new link of a contact to one, as somebody asked for them."""

from dataclasses import dataclass

from server.accounts.models import AccountType, Category, Stage
from server.contacts.draft import ContactDraft
from server.core.address import Address


@dataclass(frozen=True, slots=True)
class InvitationChoice:
    """What happens when login is turned on: *Send*, with a message or without, or *Skip* (INV-1)."""

    send: bool
    message: str | None = None


@dataclass(frozen=True, slots=True)
class NewLink:
    """A contact for an account: exactly one of `contact_id` (link an existing one) and `contact` (make it)."""

    contact_id: str | None = None
    contact: ContactDraft | None = None
    login: bool = False
    notify: bool = True
    sync: bool = True
    commercial: bool = False
    operational: bool = False
    invitation: InvitationChoice | None = None


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account with everything that is made with it, all or nothing (ACC-1)."""

    type: AccountType
    name: str | None = None
    company_name: str | None = None
    company_address: Address | None = None
    category: Category = Category.CLIENT
    stage: Stage = Stage.CLIENT
    contacts: tuple[NewLink, ...] = ()
    staff_ids: tuple[str, ...] = ()
    tag_ids: tuple[str, ...] = ()

"""Accounts, contacts and links, straight into the tables: for tests of what comes after."""

from dataclasses import dataclass
from typing import Any

from server.accounts.models import Account, AccountType
from server.contacts.models import AccountContact, Contact
from server.core import clock, ids, normalise
from server.core.actor import Actor, ActorKind
from server.core.database import across_firms, in_firm
from server.identity.models import User


@dataclass(frozen=True)
class Client:
    """An account with one contact and the link between them."""

    account: Account
    contact: Contact
    link: AccountContact

    @property
    def actor(self) -> Actor:
        """The actor this contact is once signed in to the portal."""
        return Actor(
            kind=ActorKind.CLIENT,
            firm_id=str(self.contact.firm_id),
            person_id=str(self.contact.id),
            user_id=str(self.contact.user_id or ""),
            name=self.contact.name,
        )


async def account_of(firm_id: str, name: str | None = None, **more: Any) -> Account:
    """An account with the next free number."""
    account_id = ids.new_id("acc")
    name = name or f"Account {account_id[-10:]}"
    number = await Account.filter(firm_id=firm_id).count() + 1_000
    values: dict[str, Any] = {
        "id": account_id,
        "firm_id": firm_id,
        "number": number,
        "name": name,
        "name_key": normalise.key(name),
        "type": AccountType.INDIVIDUAL,
        "search_words": normalise.searchable(name, str(number)),
        "created_at": clock.now(),
        "last_activity_at": clock.now(),
    }
    return await Account.create(**(values | more))


async def contact_of(firm_id: str, first_name: str = "Ana", **more: Any) -> Contact:
    """A contact with an e-mail of their own."""
    contact_id = ids.new_id("con")
    email = f"{first_name.lower()}.{contact_id[-12:]}@client.example"
    values: dict[str, Any] = {
        "id": contact_id,
        "firm_id": firm_id,
        "first_name": first_name,
        "last_name": "Popescu",
        "email": email,
        "email_key": normalise.key(email),
        "search_words": normalise.searchable(first_name, "Popescu", email),
        "created_at": clock.now(),
    }
    return await Contact.create(**(values | more))


async def link_of(account: Account, contact: Contact, **toggles: Any) -> AccountContact:
    """The link between the two, login on unless said otherwise."""
    values: dict[str, Any] = {
        "firm_id": account.firm_id,
        "account": account,
        "contact": contact,
        "login": True,
        "created_at": clock.now(),
    }
    return await AccountContact.create(**(values | toggles))


async def client_of(firm_id: str, *, login: bool = True, active: bool = False, **more: Any) -> Client:
    """One account with one contact; `active` gives the contact a login without a usable password."""
    user_id = await user_of() if active else None

    async def work() -> Client:
        account = await account_of(firm_id)
        extra: dict[str, Any] = {"user_id": user_id, "activated_at": clock.now()} if active else {}
        contact = await contact_of(firm_id, **(extra | more))
        return Client(account, contact, await link_of(account, contact, login=login))

    return await in_firm(firm_id, work)


async def user_of(email: str | None = None, password_hash: str = "none") -> str:
    """A login identity; its id."""
    user_id = ids.new_id("usr")
    email = email or f"{user_id}@login.example"

    async def work() -> str:
        await User.create(
            id=user_id,
            email=email,
            email_key=normalise.key(email),
            password_hash=password_hash,
            created_at=clock.now(),
            password_changed_at=clock.now(),
        )
        return user_id

    return await across_firms(work)

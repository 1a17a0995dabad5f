"""Changing contacts and their links."""

import strawberry

from schema.accounts.inputs import IdInput
from schema.accounts.types import Account
from schema.contacts.inputs import AddContactInput, SetAccessInput, UpdateContactInput
from schema.contacts.types import AccountContact, Contact
from schema.context import Info
from schema.reading.select import select
from schema.translate import given, in_unit, invitation, new_link
from server.intake import add_contact, change_contact, remove_contact, set_access


@strawberry.type(description="The contact after the change.")
class ContactPayload:
    """Read in the same unit of work."""

    contact: Contact


@strawberry.type(description="The link after the change.")
class AccountContactPayload:
    """Read in the same unit of work."""

    account_contact: AccountContact


@strawberry.type(description="The account without the link.")
class RemoveContactPayload:
    """The contact itself stays in the register."""

    account: Account
    removed_id: strawberry.ID


@strawberry.type
class ContactMutations:
    """For staff who manage accounts."""

    @strawberry.mutation(description="Changes a person; an active one confirms a new e-mail first (CON-9).")
    async def update_contact(self, info: Info, input: UpdateContactInput) -> ContactPayload:
        """STALE where somebody was faster."""

        async def work() -> ContactPayload:
            changes = given(input, "id", "version")
            await change_contact.update_contact(info.context.signed_in, input.id, input.version, **changes)
            return ContactPayload(contact=await select(info, Contact, at="contact").one(input.id))

        return await in_unit(info, work)

    @strawberry.mutation(description="Links one more contact to an account, new or existing (CON-2).")
    async def add_contact(self, info: Info, input: AddContactInput) -> AccountContactPayload:
        """With toggles, rights and invitation."""

        async def work() -> AccountContactPayload:
            link_id = await add_contact.add_contact(info.context.signed_in, input.account_id, new_link(input.contact))
            return await _payload(info, link_id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Unlinks a contact from an account, at once and for all doors (CON-3).")
    async def remove_contact(self, info: Info, input: IdInput) -> RemoveContactPayload:
        """The contact stays in the register."""

        async def work() -> RemoveContactPayload:
            account_id = await remove_contact.remove_contact(info.context.signed_in, input.id)
            account = await select(info, Account, at="account").one(account_id)
            return RemoveContactPayload(account=account, removed_id=input.id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Sets toggles and rights of a link; holds from the person's next request on.")
    async def set_access(self, info: Info, input: SetAccessInput) -> AccountContactPayload:
        """CON-3, CON-5, INV-1."""

        async def work() -> AccountContactPayload:
            await set_access.set_access(
                info.context.signed_in,
                input.id,
                login=input.login,
                notify=input.notify,
                sync=input.sync,
                commercial=input.commercial,
                operational=input.operational,
                invitation=invitation(input.invitation),
            )
            return await _payload(info, input.id)

        return await in_unit(info, work)


async def _payload(info: Info, link_id: str) -> AccountContactPayload:
    return AccountContactPayload(account_contact=await select(info, AccountContact, at="account_contact").one(link_id))

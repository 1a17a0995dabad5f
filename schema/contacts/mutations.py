"""Changing contacts and their links."""

import strawberry

from schema.contacts.inputs import SetAccessInput, UpdateContactInput
from schema.contacts.translate import invitation
from schema.contacts.types import AccountContact, Contact
from schema.context import Info
from schema.reading.select import select
from schema.translate import given, in_unit
from server.intake import change_contact, set_access


@strawberry.type(description="The contact after the change.")
class ContactPayload:
    """Read in the same unit of work."""

    contact: Contact


@strawberry.type(description="The link after the change.")
class AccountContactPayload:
    """Read in the same unit of work."""

    account_contact: AccountContact


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
            return await link_payload(info, input.id)

        return await in_unit(info, work)


async def link_payload(info: Info, link_id: str) -> AccountContactPayload:
    """The link, read for a mutation's answer."""
    return AccountContactPayload(account_contact=await select(info, AccountContact, at="account_contact").one(link_id))

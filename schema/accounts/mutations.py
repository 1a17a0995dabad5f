"""Changing accounts."""

import strawberry

from schema.accounts.inputs import AddContactInput, CreateAccountInput, UpdateAccountInput
from schema.accounts.types import Account
from schema.basics import IdInput
from schema.contacts.mutations import AccountContactPayload, link_payload
from schema.contacts.translate import new_link
from schema.context import Info
from schema.reading.select import select
from schema.translate import address, given, in_unit
from server.accounts import update
from server.intake import add_contact, archive_account, create_account, remove_contact
from server.intake.draft import NewAccount


@strawberry.type(description="The account after the change.")
class AccountPayload:
    """Read in the same unit of work."""

    account: Account


@strawberry.type(description="The account without the link.")
class RemoveContactPayload:
    """The contact itself stays in the register."""

    account: Account
    removed_id: strawberry.ID


async def _payload(info: Info, account_id: str) -> AccountPayload:
    return AccountPayload(account=await select(info, Account, at="account").one(account_id))


@strawberry.type
class AccountMutations:
    """For staff who manage accounts."""

    @strawberry.mutation(
        description="Creates an account with its contacts, links, folders, staff and invitations: all or nothing."
    )
    async def create_account(self, info: Info, input: CreateAccountInput) -> AccountPayload:
        """ACC-1."""
        wanted = NewAccount(
            type=input.type,
            name=input.name,
            company_name=input.company_name,
            company_address=address(input.company_address),
            category=input.category,
            stage=input.stage,
            contacts=tuple(new_link(each) for each in input.contacts),
            staff_ids=tuple(input.staff_ids),
            tag_ids=tuple(input.tag_ids),
        )

        async def work() -> AccountPayload:
            account_id = await create_account.create_account(info.context.signed_in, wanted)
            return await _payload(info, account_id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Changes the fields that are given.")
    async def update_account(self, info: Info, input: UpdateAccountInput) -> AccountPayload:
        """STALE where somebody was faster."""

        async def work() -> AccountPayload:
            changes = given(input, "id", "version")
            await update.update_account(info.context.signed_in, input.id, input.version, **changes)
            return await _payload(info, input.id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Archives an account: everything stays, its contacts lose the portal (ACC-7).")
    async def archive_account(self, info: Info, input: IdInput) -> AccountPayload:
        """Undone by `restoreAccount`."""

        async def work() -> AccountPayload:
            await archive_account.archive_account(info.context.signed_in, input.id)
            return await _payload(info, input.id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Brings an archived account back, its contacts' portal too.")
    async def restore_account(self, info: Info, input: IdInput) -> AccountPayload:
        """Undoes `archiveAccount`."""

        async def work() -> AccountPayload:
            await archive_account.restore_account(info.context.signed_in, input.id)
            return await _payload(info, input.id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Links one more contact to an account, new or existing (CON-2).")
    async def add_contact(self, info: Info, input: AddContactInput) -> AccountContactPayload:
        """With toggles, rights and invitation."""

        async def work() -> AccountContactPayload:
            link_id = await add_contact.add_contact(info.context.signed_in, input.account_id, new_link(input.contact))
            return await link_payload(info, link_id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Unlinks a contact from an account, at once and for all doors (CON-3).")
    async def remove_contact(self, info: Info, input: IdInput) -> RemoveContactPayload:
        """The contact stays in the register."""

        async def work() -> RemoveContactPayload:
            account_id = await remove_contact.remove_contact(info.context.signed_in, input.id)
            account = await select(info, Account, at="account").one(account_id)
            return RemoveContactPayload(account=account, removed_id=input.id)

        return await in_unit(info, work)

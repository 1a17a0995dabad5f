"""Inviting, and coming in by an invitation."""

import strawberry

from schema.basics import DonePayload, IdInput, TokenInput
from schema.contacts.types import AccountContact
from schema.context import Info
from schema.firms.look import look_of
from schema.invitations.inputs import AcceptInvitationInput, ConfirmEmailInput, InviteInput
from schema.invitations.types import OpenInvitationPayload, OpenLinkPayload
from schema.reading.select import select
from schema.translate import in_unit
from schema.viewer.read import ViewerPayload, come_in
from server.contacts import email_change
from server.invitations import accept, fresh, issue, revoke
from server.invitations.open import open_invitation
from server.words.say import say


@strawberry.type(description="Why one person could not be invited.")
class InviteFailure:
    """Stops no other."""

    id: strawberry.ID
    code: str
    message: str


@strawberry.type(description="Who was invited, and who was not.")
class InvitePayload:
    """A row that fails is reported and stops no other."""

    account_contacts: list[AccountContact]
    failures: list[InviteFailure]


@strawberry.type(description="How many people the job is going to invite.")
class InviteAllPayload:
    """The rest happens by itself."""

    count: int


@strawberry.type
class InvitationMutations:
    """For staff, and for people at the door."""

    @strawberry.mutation(description="Invites, or invites again, each by itself; a newer link voids the older (INV-4).")
    async def invite(self, info: Info, input: InviteInput) -> InvitePayload:
        """An active person gets no second invitation but the notice of access (INV-5)."""

        async def work() -> InvitePayload:
            actor = info.context.signed_in
            result = await issue.invite_many(actor, [str(each) for each in input.ids], input.message)
            links = select(info, AccountContact, at="account_contacts").where("{t}.id = ANY({0})", result.invited)
            failures = [
                InviteFailure(
                    id=strawberry.ID(each.id),
                    code=each.code,
                    message=say("errors", each.code, actor.language, **each.params),
                )
                for each in result.failures
            ]
            return InvitePayload(account_contacts=await links.all(), failures=failures)

        return await in_unit(info, work)

    @strawberry.mutation(description="Invites everybody on the list of pending activations again, by a job (INV-4).")
    async def invite_all_pending(self, info: Info) -> InviteAllPayload:
        """Answers at once."""
        return InviteAllPayload(count=await issue.invite_all_pending(info.context.signed_in))

    @strawberry.mutation(description="Makes the link of an invitation useless.")
    async def revoke_invitation(self, info: Info, input: IdInput) -> DonePayload:
        """The person stays NOT_INVITED."""
        await revoke.revoke(info.context.signed_in, input.id)
        return DonePayload()

    @strawberry.mutation(description="What the page behind an activation link shows; uses nothing up (INV-2).")
    async def open_invitation(self, info: Info, input: TokenInput) -> OpenInvitationPayload:
        """For strangers with a link."""
        found = await open_invitation(input.token, address=info.context.actor.address)
        return OpenInvitationPayload(
            state=found.state,
            door=found.door,
            firm=await look_of(found.firm_id),
            first_name=found.first_name,
            last_name=found.last_name,
            email=found.email,
            has_password=found.has_password,
        )

    @strawberry.mutation(description="Sets (or checks) the password, makes the person active, signs in; once (INV-2).")
    async def accept_invitation(self, info: Info, input: AcceptInvitationInput) -> ViewerPayload:
        """For strangers with a link."""
        context = info.context
        came = await accept.accept(
            input.token,
            input.password,
            first_name=input.first_name,
            last_name=input.last_name,
            address=context.actor.address,
            device=context.actor.device,
        )
        return await come_in(info, came)

    @strawberry.mutation(
        description="For an expired link: mails a fresh one to the invited address; always the same answer (INV-3)."
    )
    async def request_fresh_invitation(self, info: Info, input: TokenInput) -> DonePayload:
        """For strangers with an old link."""
        await fresh.request_fresh(input.token, address=info.context.actor.address)
        return DonePayload()

    @strawberry.mutation(description="What the page behind a confirmation link shows (CON-9).")
    async def open_email_confirmation(self, info: Info, input: TokenInput) -> OpenLinkPayload:
        """For strangers with a link."""
        found = await email_change.open_email_confirmation(input.token, address=info.context.actor.address)
        return OpenLinkPayload(state=found.state, firm=await look_of(found.firm_id), email=found.email)

    @strawberry.mutation(description="Confirms a new e-mail address with one's own password, once (CON-9).")
    async def confirm_email(self, info: Info, input: ConfirmEmailInput) -> DonePayload:
        """Ends the sessions under the old address."""
        actor = info.context.actor
        await email_change.confirm_email(input.token, input.password, address=actor.address, device=actor.device)
        return DonePayload()

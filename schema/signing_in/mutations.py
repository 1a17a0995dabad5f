"""Coming in, going out, and what is one's own."""

import strawberry

from schema.basics import DonePayload, TokenInput
from schema.context import Info
from schema.firms.look import look_of
from schema.invitations.types import OpenLinkPayload
from schema.signing_in.inputs import (
    ChangePasswordInput,
    RequestRecoveryInput,
    ResetPasswordInput,
    SignInInput,
    SwitchFirmInput,
    UpdateProfileInput,
)
from schema.translate import given, in_unit
from schema.viewer.read import ViewerPayload, come_in, enter, viewer
from server.identity import password_change, recovery, sessions, sign_in
from server.identity.models import Door
from server.intake import profile


@strawberry.type
class SigningInMutations:
    """For strangers, and for whoever is signed in."""

    @strawberry.mutation(description="Starts a session; the cookie comes with the answer. One refusal for all reasons.")
    async def sign_in(self, info: Info, input: SignInInput) -> ViewerPayload:
        """SEC-1, INV-9."""
        actor = info.context.actor
        came = await sign_in.sign_in(
            input.email,
            input.password,
            input.door,
            address=actor.address,
            device=actor.device,
        )
        return await come_in(info, came)

    @strawberry.mutation(description="Ends the session.")
    async def sign_out(self, info: Info) -> DonePayload:
        """Does nothing for a stranger."""
        actor = info.context.actor
        if actor.session_id:
            await sessions.sign_out(actor)
            info.context.cookies.append((Door.STAFF if actor.is_staff else Door.PORTAL, None))
        return DonePayload()

    @strawberry.mutation(description="Goes over to another firm of the same login, in a new session.")
    async def switch_firm(self, info: Info, input: SwitchFirmInput) -> ViewerPayload:
        """One of `viewer.otherFirms`."""
        return await come_in(info, await sign_in.switch_firm(info.context.signed_in, input.firm_id))

    @strawberry.mutation(description="Mails a link to set a new password; always the same answer (TEAM-7, INV-9).")
    async def request_recovery(self, info: Info, input: RequestRecoveryInput) -> DonePayload:
        """For strangers."""
        actor = info.context.actor
        await recovery.request(input.email, input.door, address=actor.address, language=actor.language)
        return DonePayload()

    @strawberry.mutation(description="What the page behind a recovery link shows; uses nothing up.")
    async def open_recovery(self, info: Info, input: TokenInput) -> OpenLinkPayload:
        """For strangers with a link."""
        found = await recovery.open_recovery(input.token, address=info.context.actor.address)
        return OpenLinkPayload(state=found.state, door=found.door, firm=await look_of(found.firm_id), email=found.email)

    @strawberry.mutation(description="Sets the new password, once, and ends every session of the person.")
    async def reset_password(self, info: Info, input: ResetPasswordInput) -> DonePayload:
        """Signs nobody in."""
        actor = info.context.actor
        await recovery.reset(input.token, input.password, address=actor.address, device=actor.device)
        return DonePayload()

    @strawberry.mutation(
        description="Changes one's own password and ends one's other sessions; the cookie is a new one."
    )
    async def change_password(self, info: Info, input: ChangePasswordInput) -> DonePayload:
        """Followed by a notice with time and device."""
        came = await password_change.change_password(info.context.signed_in, input.current, input.new)
        enter(info, came)
        return DonePayload()

    @strawberry.mutation(description="Changes one's own name and language.")
    async def update_profile(self, info: Info, input: UpdateProfileInput) -> ViewerPayload:
        """TEAM-7."""

        async def work() -> ViewerPayload:
            await profile.update_profile(info.context.signed_in, **given(input))
            return ViewerPayload(viewer=await viewer(info, at="viewer"))

        return await in_unit(info, work)

"""The invitation as it will arrive, before it is sent (INV-1)."""

from datetime import timedelta

from server.core import clock, text
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Invalid
from server.core.permissions import Permission
from server.firms.models import Firm
from server.invitations.emails import PortalInvitation
from server.invitations.message import checked_message
from server.mail.look import FirmLook, look_of
from server.mail.message import Link
from server.mail.render import Rendered, render


async def preview(
    actor: Actor,
    *,
    first_name: str | None = None,
    email: str | None = None,
    account_name: str,
    language: str | None = None,
    message: str | None = None,
) -> Rendered:
    """Render and forget: nothing is stored or sent, and the button leads nowhere.

    Written as for an address without a login, whatever the address: staff are not told (security.md E3).
    """
    words = checked_message("message", message)
    problems = [
        text.problem_with(field, value, limit=254)
        for field, value in (("firstName", first_name), ("email", email), ("accountName", account_name))
    ]
    if found := [problem for problem in problems if problem]:
        raise Invalid(*found)
    firm, look = await _around(actor)
    invitation = PortalInvitation(
        first_name=first_name or "",
        account_name=account_name,
        inviter_name=actor.name or firm.name,
        message=words,
        expires_at=clock.now() + timedelta(days=firm.client_invitation_days),
        has_login=False,
        link=Link("/activate"),
    )
    return render(invitation.kind, invitation.words(), language or firm.language, look)


@firm_work
async def _around(actor: Actor) -> tuple[Firm, FirmLook]:
    actor.needs(Permission.INVITE_CLIENTS)
    return await Firm.get(id=actor.firm_id), await look_of(actor.firm_id)

"""Accept an invitation: the one moment at which a person becomes active (INV-2)."""

from dataclasses import dataclass
from functools import partial

from server.core import clock, normalise
from server.core.database import across_firms, unique
from server.core.errors import Conflict, Invalid, Unauthenticated
from server.core.links import LinkState, refusal
from server.firms.models import Firm
from server.identity import attempts, guesses, passwords, sessions
from server.identity.models import Door, User
from server.identity.sessions import SignedIn
from server.invitations import activate
from server.invitations.models import OPEN, Invitation
from server.invitations.names import checked_names
from server.invitations.state import by_token, state_of

TRIES = 3
"""How often the whole is tried when the address gets its login elsewhere at the same moment."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Who accepts, as known before the password is looked at. Without `user_id` the address has no login yet."""

    invitation_id: str
    email: str
    personal: tuple[str, ...]
    language: str
    user_id: str | None
    password_hash: str | None


class LoginHasChanged(Exception):
    """Between looking and writing the address got a login, or its login another password."""


async def accept(
    token: str,
    password: str,
    *,
    first_name: str | None = None,
    last_name: str | None = None,
    address: str,
    device: str,
) -> SignedIn:
    """Use the link up, exactly once, and sign the person in.

    An address with a login proves itself by its password (SIGN_IN_FAILED, the link stays good); any other sets one.
    Names are for colleagues, who may correct what they were invited by. LINK_EXPIRED, LINK_REVOKED, LINK_SUPERSEDED,
    LINK_UNKNOWN, LINK_USED; LOGIN_IN_USE, STAFF_ELSEWHERE when the login cannot serve for this person.
    """
    names = checked_names(first_name, last_name)
    for _ in range(TRIES):
        invited = await across_firms(lambda: _look(token))
        if isinstance(invited, LinkState):
            if invited is LinkState.UNKNOWN:
                await guesses.count(address)
            raise refusal(invited)
        new_hash = await _proof(invited, password, address)
        try:
            return await across_firms(partial(_write, invited, new_hash, names, address=address, device=device))
        except LoginHasChanged:
            continue
    raise Conflict


async def _look(token: str) -> Invited | LinkState:
    invitation = await by_token(token)
    state = await state_of(invitation)
    if invitation is None or state is not LinkState.VALID:
        return state
    user = await User.get_or_none(email_key=normalise.key(invitation.email))
    firm = await Firm.get(id=invitation.firm_id)
    person = await activate.person_of(invitation)
    return Invited(
        invitation_id=invitation.id,
        email=invitation.email,
        personal=(invitation.email, person.first_name, person.last_name, firm.name),
        language=person.language or firm.language,
        user_id=user.id if user else None,
        password_hash=user.password_hash if user else None,
    )


async def _proof(invited: Invited, password: str, address: str) -> str | None:
    """The hash of a new login's password; None when the password is the one of the login that is there."""
    if invited.user_id:
        attempt = await attempts.count(invited.email, address)
        if not await passwords.verify(password, invited.password_hash):
            raise Unauthenticated("SIGN_IN_FAILED")
        await attempts.succeeded(attempt)
        return None
    if problem := passwords.problem_with("password", password, invited.personal):
        raise Invalid(problem)
    return await passwords.hash_password(password)


async def _write(
    invited: Invited, new_hash: str | None, names: dict[str, str], *, address: str, device: str
) -> SignedIn:
    invitation = await Invitation.get(id=invited.invitation_id)
    person = await activate.person_of(invitation, hold=True)
    await invitation.refresh_from_db()
    state = await state_of(invitation)
    if state is not LinkState.VALID:
        raise refusal(state)
    now = clock.now()
    if not await Invitation.filter(id=invitation.id, expires_at__gt=now, **OPEN).update(accepted_at=now):
        await invitation.refresh_from_db()
        state = await state_of(invitation)
        raise refusal(LinkState.USED if state is LinkState.VALID else state)
    user = await _login(invited, new_hash)
    await activate.activate(invitation, person, user, names)
    door = Door.PORTAL if invitation.contact_id else Door.STAFF
    return await sessions.begin(user.id, invitation.firm_id, door, person.id, user.epoch, address, device)


async def _login(invited: Invited, new_hash: str | None) -> User:
    user = await User.get_or_none(email_key=normalise.key(invited.email))
    if user or new_hash is None:
        if user is None or user.id != invited.user_id or user.password_hash != invited.password_hash:
            raise LoginHasChanged
        return user
    now = clock.now()
    async with unique("users_email_key", LoginHasChanged()):
        return await User.create(
            email=invited.email,
            email_key=normalise.key(invited.email),
            password_hash=new_hash,
            language=invited.language,
            created_at=now,
            password_changed_at=now,
        )

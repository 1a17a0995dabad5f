"""An active person's new address: it is theirs once they have confirmed it, with their own password (CON-9).

Without the password, whoever works at a firm could lead a person's login to a mailbox of their own.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from tortoise.expressions import F

from server.audit import record as audit
from server.contacts import check
from server.contacts.create import EMAIL_CONSTRAINT
from server.contacts.emails import EmailConfirmation
from server.contacts.models import AccountContact, Contact, EmailChange
from server.core import clock, ids, normalise, tokens
from server.core.actor import Actor, ActorKind
from server.core.database import across_firms, unique
from server.core.errors import Conflict, Unauthenticated
from server.core.links import LinkState, is_shaped, refusal
from server.identity import attempts, guesses, passwords, sessions
from server.identity.models import User
from server.mail import outbox
from server.mail.message import Link

TOKEN_KIND = "antmail"
VALID_FOR: Final = timedelta(hours=24)
_OPEN = {"confirmed_at": None, "superseded_at": None}

PENDING_EMAIL: Final = (
    "(SELECT change.new_email FROM email_changes change WHERE change.contact_id = {t}.id"
    " AND change.confirmed_at IS NULL AND change.superseded_at IS NULL AND change.expires_at > {now}"
    " ORDER BY change.id DESC LIMIT 1)"
)
"""The address of a contact `{t}` that waits for its confirmation; null if there is none."""


@dataclass(frozen=True, slots=True)
class OpenedConfirmation:
    """Everything but the state is None unless it is VALID."""

    state: LinkState
    firm_id: str | None = None
    email: str | None = None


async def ask_for_confirmation(
    actor: Actor, contact: Contact, new_email: str, *, language: str, reply_to: str | None
) -> None:
    """Mail a link to the new address; the old one stays until it is confirmed. In the caller's unit, contact held."""
    await withdraw(contact.id)
    change_id, now = ids.new_id("emc"), clock.now()
    change = await EmailChange.create(
        id=change_id,
        firm_id=contact.firm_id,
        contact_id=contact.id,
        new_email=new_email,
        fingerprint=tokens.fingerprint(tokens.derived(TOKEN_KIND, change_id)),
        created_at=now,
        expires_at=now + VALID_FOR,
    )
    await outbox.queue(
        contact.firm_id,
        EmailConfirmation(
            first_name=contact.first_name,
            new_email=new_email,
            expires_at=change.expires_at,
            link=Link("/confirm-email", TOKEN_KIND, change.id),
        ),
        to=new_email,
        to_name=contact.name,
        language=language,
        key=f"confirm:{change.id}",
        subject_id=change.id,
        reply_to=reply_to,
    )
    await _record(actor, "email.change_requested", contact, new_email)


async def withdraw(contact_id: str) -> bool:
    """Make an unconfirmed change useless, and its mail if it has not left. Whether there was one."""
    change = await EmailChange.filter(contact_id=contact_id, **_OPEN).order_by("-id").first()
    if change is None:
        return False
    await EmailChange.filter(contact_id=contact_id, **_OPEN).update(superseded_at=clock.now())
    await outbox.cancel(change.id)
    return True


async def open_email_confirmation(token: str, *, address: str = "") -> OpenedConfirmation:
    """What a confirmation link leads to; reading changes nothing."""

    async def work() -> OpenedConfirmation:
        change = await _by_token(token)
        state = await _state_of(change)
        if change is None or state is not LinkState.VALID:
            return OpenedConfirmation(state)
        return OpenedConfirmation(state, change.firm_id, change.new_email)

    opened = await across_firms(work)
    if opened.state is LinkState.UNKNOWN:
        await guesses.count(address)
    return opened


async def confirm_email(token: str, password: str, *, address: str, device: str = "") -> None:
    """Make the new address the person's, and that of their login if it had the old one. Every session of it ends.

    SIGN_IN_FAILED for a wrong password (the link stays good), LINK_…, ADDRESS_IN_USE.
    """
    found = await across_firms(lambda: _look(token))
    if isinstance(found, LinkState):
        if found is LinkState.UNKNOWN:
            await guesses.count(address)
        raise refusal(found)
    change, user = found
    attempt = await attempts.count(user.email, address)
    if not await passwords.verify(password, user.password_hash):
        raise Unauthenticated("SIGN_IN_FAILED")
    await attempts.succeeded(attempt)
    await across_firms(lambda: _write(change.id, user.id))


async def _look(token: str) -> tuple[EmailChange, User] | LinkState:
    change = await _by_token(token)
    state = await _state_of(change)
    if change is None or state is not LinkState.VALID:
        return state
    contact = await Contact.get(id=change.contact_id)
    return change, await User.get(id=contact.user_id)


async def _write(change_id: str, user_id: str) -> None:
    change = await EmailChange.get(id=change_id)
    contact = await Contact.filter(id=change.contact_id).select_for_update().get()
    await change.refresh_from_db()
    state = await _state_of(change)
    if state is not LinkState.VALID or contact.user_id != user_id:
        raise refusal(state if state is not LinkState.VALID else LinkState.REVOKED)
    if not await EmailChange.filter(id=change.id, **_OPEN).update(confirmed_at=clock.now()):
        raise refusal(LinkState.USED)
    user = await User.filter(id=user_id).select_for_update().get()
    old_key, new_key = contact.email_key, normalise.key(change.new_email)
    actor = Actor(
        kind=ActorKind.CLIENT, firm_id=contact.firm_id, person_id=contact.id, user_id=user_id, name=contact.name
    )
    await _record(actor, "email.changed", contact, change.new_email)
    contact.email, contact.email_key = change.new_email, new_key
    async with unique(EMAIL_CONSTRAINT, Conflict("ADDRESS_IN_USE")):
        await Contact.filter(id=contact.id).update(
            email=change.new_email,
            email_key=new_key,
            search_words=check.search_words(contact),
            version=F("version") + 1,
        )
    if user.email_key == old_key:
        async with unique("users_email_key_key", Conflict("ADDRESS_IN_USE")):
            await User.filter(id=user.id).update(email=change.new_email, email_key=new_key, epoch=F("epoch") + 1)
    await sessions.end_all_of(user_id=user.id)


async def _by_token(token: str) -> EmailChange | None:
    if not is_shaped(token, TOKEN_KIND):
        return None
    return await EmailChange.get_or_none(fingerprint=tokens.fingerprint(token))


async def _state_of(change: EmailChange | None) -> LinkState:
    if change is None:
        return LinkState.UNKNOWN
    if change.confirmed_at:
        return LinkState.USED
    if change.superseded_at:
        return LinkState.SUPERSEDED
    if not await Contact.filter(id=change.contact_id).exclude(user_id=None).exists():
        return LinkState.REVOKED
    return LinkState.EXPIRED if change.expires_at <= clock.now() else LinkState.VALID


async def _record(actor: Actor, action: str, contact: Contact, new_email: str) -> None:
    accounts = await AccountContact.filter(contact_id=contact.id).order_by("id").values_list("account_id", flat=True)
    await audit.record_each(
        actor,
        action,
        map(str, accounts),
        subject_id=contact.id,
        subject_name=contact.name,
        changes={"email": [contact.email, new_email]},
    )

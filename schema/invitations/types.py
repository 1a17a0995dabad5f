"""Invitations, and the e-mails that carry them."""

from datetime import datetime

import strawberry

from schema.firms.types import FirmLook
from schema.paging import Node
from schema.reading.spec import many, one, reads, sql
from schema.scalars import InvitationState
from schema.staff.types import StaffMember
from server.identity.models import Door
from server.invitations.scope import visible_invitations
from server.invitations.state import LinkState
from server.mail.models import EmailState

STATE = (
    "CASE WHEN {t}.accepted_at IS NOT NULL THEN 'ACCEPTED' WHEN {t}.revoked_at IS NOT NULL THEN 'REVOKED'"
    " WHEN {t}.superseded_at IS NOT NULL THEN 'SUPERSEDED' WHEN {t}.expires_at <= {now} THEN 'EXPIRED'"
    " ELSE 'PENDING' END"
)


@reads("email_attempts", visible_invitations)
@strawberry.type(description="One try to hand an e-mail to the mail server.")
class EmailAttempt:
    """Written by the worker."""

    at: datetime
    state: EmailState
    reply: str | None = strawberry.field(description="What the mail server said.")


@reads(
    "emails",
    visible_invitations,
    attempts=many("schema.invitations.types:EmailAttempt", on="{c}.email_id = {t}.id"),
)
@strawberry.type(description="One e-mail on its way.")
class Email(Node):
    """Of the outbox (MAIL-1)."""

    kind: str = strawberry.field(description="Such as `PORTAL_INVITATION` or `REMINDER`.")
    to_address: str
    state: EmailState
    subject: str | None
    created_at: datetime
    accepted_at: datetime | None
    next_attempt_at: datetime | None
    last_reply: str | None = strawberry.field(description="The mail server's last reply.")
    attempts: list[EmailAttempt]


@reads(
    "invitations",
    visible_invitations,
    state=sql(STATE),
    sent_by=one("schema.staff.types:StaffMember", on="{c}.id = {t}.sent_by_id"),
    emails=many("schema.invitations.types:Email", on="{c}.subject_id = {t}.id"),
)
@strawberry.type(description="One e-mailed activation link, bound to the address it was mailed to.")
class Invitation(Node):
    """A newer one supersedes the older."""

    state: InvitationState
    email: str
    message: str | None = strawberry.field(description="The personal message.")
    sent_at: datetime
    expires_at: datetime
    opened_at: datetime | None = strawberry.field(description="When the link was first opened.")
    accepted_at: datetime | None
    sent_by: StaffMember | None
    emails: list[Email] = strawberry.field(description="Its e-mails, reminders too, oldest first.")


@strawberry.type(description="An e-mail as it will arrive; its link leads nowhere.")
class EmailPreview:
    """Rendered for the eye only."""

    subject: str
    html: str
    text: str
    to_address: str


@strawberry.type(description="What the page behind an activation link shows. All but the state is null unless VALID.")
class OpenInvitationPayload:
    """INV-2, INV-3."""

    state: LinkState
    door: Door | None = None
    firm: FirmLook | None = None
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    has_password: bool | None = strawberry.field(
        default=None, description="The address has a login already: ask for its password."
    )


@strawberry.type(description="What the page behind any other link shows. All but the state is null unless VALID.")
class OpenLinkPayload:
    """Password recovery, confirmation of an e-mail."""

    state: LinkState
    door: Door | None = None
    firm: FirmLook | None = None
    email: str | None = None

"""The outbox: e-mails that are to be sent, and every attempt at it."""

from enum import StrEnum
from typing import Any

from tortoise import fields

from server.core.models import FirmOwned, id_field, reference


class EmailState(StrEnum):
    """Where an e-mail stands on its way."""

    ACCEPTED = "ACCEPTED"
    CANCELLED = "CANCELLED"
    DEFERRED = "DEFERRED"
    FAILED = "FAILED"
    QUEUED = "QUEUED"
    SENDING = "SENDING"


class Email(FirmOwned):
    """One e-mail to one address, written in the transaction of the change that caused it (MAIL-1)."""

    id = id_field("eml")
    key = fields.CharField(max_length=160)
    """Unique in the firm: the same cause cannot mail the same person twice."""
    kind = fields.CharField(max_length=40)
    words: Any = fields.JSONField()
    """What the template needs, by name."""
    language = fields.CharField(max_length=2)
    to_address = fields.CharField(max_length=254)
    to_name = fields.CharField(max_length=200, default="")
    reply_to = fields.CharField(max_length=254, null=True)
    subject_id = reference(null=True, db_index=True)
    """The row this e-mail is about, such as an invitation."""
    account_id = reference(null=True)
    message_id = fields.CharField(max_length=255)
    subject = fields.CharField(max_length=255, null=True)
    state = fields.CharEnumField(EmailState, max_length=12, default=EmailState.QUEUED)
    attempt_count = fields.IntField(default=0)
    created_at = fields.DatetimeField()
    next_attempt_at = fields.DatetimeField(null=True)
    leased_until = fields.DatetimeField(null=True)
    accepted_at = fields.DatetimeField(null=True)
    last_reply = fields.CharField(max_length=500, null=True)

    class Meta:
        table = "emails"
        unique_together = (("firm_id", "key"),)


class EmailAttempt(FirmOwned):
    """One try to hand an e-mail to the mail server, with its reply."""

    id = id_field("ema")
    email: fields.ForeignKeyRelation[Email] = fields.ForeignKeyField(
        "antesala.Email", related_name="attempts", db_constraint=False, db_index=True
    )
    at = fields.DatetimeField()
    state = fields.CharEnumField(EmailState, max_length=12)
    reply = fields.CharField(max_length=500, null=True)

    class Meta:
        table = "email_attempts"

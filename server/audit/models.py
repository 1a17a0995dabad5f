"""The table of audit events; the application may only add to it."""

from typing import Any

from tortoise import fields

from server.core.models import FirmOwned, id_field, reference


class AuditEvent(FirmOwned):
    """One thing that happened: who, when, to what, from what to what. Read as the timeline of an account (ACC-11)."""

    id = id_field("aud")
    at = fields.DatetimeField()
    action = fields.CharField(max_length=60)
    actor_kind = fields.CharField(max_length=12)
    actor_id = reference(null=True)
    actor_name = fields.CharField(max_length=200)
    account_id = reference(null=True)
    subject_id = reference(null=True)
    subject_name = fields.CharField(max_length=200, null=True)
    changes: Any = fields.JSONField(default=dict)
    """`{"field": [old, new]}`; values are strings or null."""

    class Meta:
        table = "audit_events"
        indexes = (("firm_id", "account_id", "id"),)

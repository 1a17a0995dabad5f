"""Firms and their logos."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from server.core.models import FirmOwned, id_field


def reminder_days() -> list[int]:
    """The days after an invitation on which a reminder goes out, unless the firm says otherwise (INV-4)."""
    return [3, 10, 25]


class Firm(Model):
    """The tenant: a professional office. Its own id is its firm id for row-level security."""

    id = id_field("firm")
    name = fields.CharField(max_length=120)
    slug = fields.CharField(max_length=60, unique=True)
    email = fields.CharField(max_length=254, null=True)
    phone = fields.CharField(max_length=20, null=True)
    website = fields.CharField(max_length=200, null=True)
    address: Any = fields.JSONField(null=True)
    language = fields.CharField(max_length=2, default="en")
    time_zone = fields.CharField(max_length=60, default="Europe/Madrid")
    accent_color = fields.CharField(max_length=7, default="#2f5d8a")
    logo_sha = fields.CharField(max_length=64, null=True)
    allow_accounts_without_contacts = fields.BooleanField(default=False)
    tell_on_access_removed = fields.BooleanField(default=True)
    client_invitation_days = fields.IntField(default=30)
    staff_invitation_days = fields.IntField(default=7)
    reminder_days: Any = fields.JSONField(default=reminder_days)
    last_account_number = fields.IntField(default=0)
    created_at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "firms"


class FirmLogo(FirmOwned):
    """The picture a firm shows its clients, as re-encoded by us."""

    id = id_field("logo")
    sha = fields.CharField(max_length=64)
    content = fields.BinaryField()
    media_type = fields.CharField(max_length=20)

    class Meta:
        table = "firm_logos"
        unique_together = (("firm_id", "sha"),)

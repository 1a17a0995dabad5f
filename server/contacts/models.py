"""Contacts, and their links to accounts."""

from typing import Any

from tortoise import fields

from server.accounts.models import Account
from server.core.models import FirmOwned, id_field, reference


class Contact(FirmOwned):
    """A real person, once per firm, linked to any number of accounts."""

    id = id_field("con")
    first_name = fields.CharField(max_length=80)
    last_name = fields.CharField(max_length=80)
    email = fields.CharField(max_length=254, null=True)
    email_key = fields.CharField(max_length=254, null=True)
    phone = fields.CharField(max_length=20, null=True)
    phone_country = fields.CharField(max_length=2, null=True)
    address: Any = fields.JSONField(null=True)
    language = fields.CharField(max_length=2, null=True)
    search_words = fields.TextField(default="")
    user_id = reference(null=True, db_index=True)
    """The login of an active person; null until an invitation is accepted."""
    activated_at = fields.DatetimeField(null=True)
    last_seen_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "contacts"
        unique_together = (("firm_id", "email_key"), ("firm_id", "user_id"))

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


class AccountContact(FirmOwned):
    """The link of one contact to one account: its toggles and rights (CON-3, CON-5)."""

    id = id_field("lnk")
    account_id: str
    contact_id: str
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "antesala.Account", related_name="contact_links", db_constraint=False, db_index=True
    )
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "antesala.Contact", related_name="account_links", db_constraint=False, db_index=True
    )
    login = fields.BooleanField(default=False)
    notify = fields.BooleanField(default=True)
    sync = fields.BooleanField(default=True)
    commercial = fields.BooleanField(default=False)
    operational = fields.BooleanField(default=False)
    access_removed_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "account_contacts"
        unique_together = (("firm_id", "account_id", "contact_id"),)


class EmailChange(FirmOwned):
    """An active person's new address, waiting for that person to confirm it (CON-9)."""

    id = id_field("emc")
    contact_id: str
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "antesala.Contact", related_name="email_changes", db_constraint=False, db_index=True
    )
    new_email = fields.CharField(max_length=254)
    fingerprint = fields.CharField(max_length=64, unique=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    confirmed_at = fields.DatetimeField(null=True)
    superseded_at = fields.DatetimeField(null=True)

    class Meta:
        table = "email_changes"

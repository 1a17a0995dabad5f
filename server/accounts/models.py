"""Accounts and the staff who look after them."""

from enum import StrEnum
from typing import Any

from tortoise import fields

from server.core.models import FirmOwned, id_field, reference
from server.staff.models import StaffMember


class AccountType(StrEnum):
    """What the account is in law."""

    COMPANY = "COMPANY"
    INDIVIDUAL = "INDIVIDUAL"


class Category(StrEnum):
    """What the account is to the firm (ACC-4)."""

    BANK = "BANK"
    CLIENT = "CLIENT"
    COMPANY = "COMPANY"
    GOVERNMENT = "GOVERNMENT"
    OTHER = "OTHER"
    SUPPLIER = "SUPPLIER"


class Stage(StrEnum):
    """How far the account has come (ACC-4)."""

    CLIENT = "CLIENT"
    LEAD = "LEAD"
    PROSPECT = "PROSPECT"


class Lifecycle(StrEnum):
    """Whether the account is worked on (ACC-7)."""

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"


class Account(FirmOwned):
    """An entity the firm deals with; never a login."""

    id = id_field("acc")
    number = fields.IntField()
    name = fields.CharField(max_length=120)
    name_key = fields.CharField(max_length=240)
    """The name's form under which two names are the same (ACC-5)."""
    type = fields.CharEnumField(AccountType, max_length=12)
    company_name = fields.CharField(max_length=120, null=True)
    company_address: Any = fields.JSONField(null=True)
    category = fields.CharEnumField(Category, max_length=12, default=Category.CLIENT)
    stage = fields.CharEnumField(Stage, max_length=12, default=Stage.CLIENT)
    lifecycle = fields.CharEnumField(Lifecycle, max_length=12, default=Lifecycle.ACTIVE)
    search_words = fields.TextField(default="")
    created_by = reference(null=True)
    created_at = fields.DatetimeField()
    last_activity_at = fields.DatetimeField()
    archived_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)

    class Meta:
        table = "accounts"
        unique_together = (("firm_id", "number"), ("firm_id", "name_key"))


class AccountStaff(FirmOwned):
    """One staff member who looks after one account (TEAM-4)."""

    id = id_field("ast")
    account_id: str
    staff_id: str
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "antesala.Account", related_name="staff_links", db_constraint=False, db_index=True
    )
    staff: fields.ForeignKeyRelation[StaffMember] = fields.ForeignKeyField(
        "antesala.StaffMember", related_name="account_links", db_constraint=False, db_index=True
    )
    created_at = fields.DatetimeField()

    class Meta:
        table = "account_staff"
        unique_together = (("firm_id", "account_id", "staff_id"),)

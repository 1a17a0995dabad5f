"""Invitations: one e-mailed activation link each."""

from tortoise import fields

from server.contacts.models import AccountContact, Contact
from server.core.models import FirmOwned, id_field
from server.staff.models import StaffMember


class Invitation(FirmOwned):
    """An activation link for a contact or a staff member, bound to the address it was mailed to (INV-2).

    Open while `accepted_at`, `revoked_at` and `superseded_at` are null; at most one is open per person.
    """

    id = id_field("inv")
    contact_id: str | None
    account_contact_id: str | None
    staff_member_id: str | None
    sent_by_id: str | None
    contact: fields.ForeignKeyNullableRelation[Contact] = fields.ForeignKeyField(
        "antesala.Contact", related_name="invitations", db_constraint=False, null=True, db_index=True
    )
    account_contact: fields.ForeignKeyNullableRelation[AccountContact] = fields.ForeignKeyField(
        "antesala.AccountContact", related_name="invitations", db_constraint=False, null=True, db_index=True
    )
    """The link of a contact from which it was sent; null for staff, or once unlinked."""
    staff_member: fields.ForeignKeyNullableRelation[StaffMember] = fields.ForeignKeyField(
        "antesala.StaffMember", related_name="invitations", db_constraint=False, null=True, db_index=True
    )
    email = fields.CharField(max_length=254)
    message = fields.TextField(null=True)
    fingerprint = fields.CharField(max_length=64, unique=True)
    sent_by: fields.ForeignKeyNullableRelation[StaffMember] = fields.ForeignKeyField(
        "antesala.StaffMember", related_name="sent_invitations", db_constraint=False, null=True, db_index=True
    )
    sent_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    reminded = fields.IntField(default=0)
    """How many reminders went out by themselves (INV-4)."""
    opened_at = fields.DatetimeField(null=True)
    accepted_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    superseded_at = fields.DatetimeField(null=True)

    class Meta:
        table = "invitations"


OPEN = {"accepted_at": None, "revoked_at": None, "superseded_at": None}
"""The filter of invitations that are neither used nor void; they may be past their time."""

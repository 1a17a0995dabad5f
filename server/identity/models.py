"""Login identities and their sessions."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from server.core.models import FirmOwned, id_field, reference


class Door(StrEnum):
    """Through which door a person came in."""

    PORTAL = "PORTAL"
    STAFF = "STAFF"


class User(Model):
    """A login: one e-mail, one password; staff at one firm, client of others. Belongs to no firm."""

    id = id_field("usr")
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=254, unique=True)
    password_hash = fields.CharField(max_length=200)
    language = fields.CharField(max_length=2, default="en")
    epoch = fields.IntField(default=0)
    """Raised to end every session of this user in one statement."""
    created_at = fields.DatetimeField()
    password_changed_at = fields.DatetimeField()

    class Meta:
        table = "users"


class PasswordRecovery(Model):
    """One e-mailed link to set a new password: one hour, once. Belongs to no firm."""

    id = id_field("rec")
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("antesala.User", related_name=False)
    door = fields.CharEnumField(Door, max_length=6)
    firm_id = reference()
    fingerprint = fields.CharField(max_length=64, unique=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    superseded_at = fields.DatetimeField(null=True)

    class Meta:
        table = "password_recoveries"


class Session(FirmOwned):
    """One signed-in browser of one person at one firm. The cookie holds the token, this row its fingerprint."""

    id = id_field("ses")
    fingerprint = fields.CharField(max_length=64, unique=True)
    user_id = reference(db_index=True)
    door = fields.CharEnumField(Door, max_length=6)
    person_id = reference(db_index=True)
    """The staff member or the contact."""
    epoch = fields.IntField()
    created_at = fields.DatetimeField()
    last_seen_at = fields.DatetimeField()
    idle_until = fields.DatetimeField()
    absolute_until = fields.DatetimeField()
    address = fields.CharField(max_length=45)
    device = fields.CharField(max_length=200)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "sessions"

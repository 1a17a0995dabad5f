"""The folders of an account."""

from enum import StrEnum

from tortoise import fields

from server.accounts.models import Account
from server.core.models import FirmOwned, id_field, reference


class FolderAccess(StrEnum):
    """What clients may do in a folder; staff always may."""

    CLIENT_EDIT = "CLIENT_EDIT"
    CLIENT_VIEW = "CLIENT_VIEW"
    PRIVATE = "PRIVATE"


class Folder(FirmOwned):
    """One folder of one account; `parent_id` is null at the top."""

    id = id_field("fld")
    account_id: str
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "antesala.Account", related_name="folders", db_constraint=False, db_index=True
    )
    parent_id = reference(null=True, db_index=True)
    name = fields.CharField(max_length=120)
    name_key = fields.CharField(max_length=240)
    access = fields.CharEnumField(FolderAccess, max_length=12)
    position = fields.IntField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "folders"

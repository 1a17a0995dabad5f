"""Tags, and which accounts carry them (TEAM-8)."""

from enum import StrEnum

from tortoise import fields

from server.core.models import FirmOwned, id_field, reference


class TagColor(StrEnum):
    """The palette: every one is readable in light and dark."""

    BLUE = "BLUE"
    CYAN = "CYAN"
    GRAPE = "GRAPE"
    GRAY = "GRAY"
    GREEN = "GREEN"
    INDIGO = "INDIGO"
    LIME = "LIME"
    ORANGE = "ORANGE"
    PINK = "PINK"
    RED = "RED"
    TEAL = "TEAL"
    VIOLET = "VIOLET"
    YELLOW = "YELLOW"


class Tag(FirmOwned):
    """A name with a colour, once in the firm."""

    id = id_field("tag")
    name = fields.CharField(max_length=40)
    name_key = fields.CharField(max_length=160)
    """The name's form under which two names are the same."""
    color = fields.CharEnumField(TagColor, max_length=12, default=TagColor.GRAY)
    search_words = fields.TextField(default="")
    created_at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "tags"
        unique_together = (("firm_id", "name_key"),)


class AccountTag(FirmOwned):
    """One tag on one account."""

    id = id_field("atg")
    tag_id: str
    account_id = reference()
    tag: fields.ForeignKeyRelation[Tag] = fields.ForeignKeyField(
        "antesala.Tag", related_name="account_links", db_constraint=False
    )
    created_at = fields.DatetimeField()

    class Meta:
        table = "account_tags"
        unique_together = (("firm_id", "account_id", "tag_id"),)
        indexes = (("firm_id", "tag_id", "account_id"),)

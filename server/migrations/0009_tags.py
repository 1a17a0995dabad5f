"""Tags, and which accounts carry them (TEAM-8)."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops
from tortoise.migrations.operations import RunSQL

from server.core.isolation import inside, walls
from server.core.models import IdField
from server.tags.models import TagColor

STEPS = [
    walls("tags"),
    walls("account_tags"),
    # Tortoise makes a key of its own for a relation; ours, which cannot leave the firm, is the only one (0006).
    (["ALTER TABLE account_tags DROP CONSTRAINT IF EXISTS account_tags_tag_id_fkey"], []),
    inside("account_tags", "account_id", "accounts"),
    inside("account_tags", "tag_id", "tags"),
    (
        [
            "ALTER TABLE tags ADD COLUMN search tsvector"
            " GENERATED ALWAYS AS (to_tsvector('simple', search_words)) STORED"
        ],
        ["ALTER TABLE tags DROP COLUMN search"],
    ),
]


class Migration(migrations.Migration):
    """Two tables, walled."""

    dependencies = [("antesala", "0006_only_walled_keys")]
    operations = [
        ops.CreateModel(
            name="Tag",
            fields=[
                ("firm_id", fields.CharField(db_index=True, max_length=31)),
                ("id", IdField(primary_key=True, prefix="tag")),
                ("name", fields.CharField(max_length=40)),
                ("name_key", fields.CharField(max_length=160)),
                ("color", fields.CharEnumField(default=TagColor.GRAY, enum_type=TagColor, max_length=12)),
                ("search_words", fields.TextField(default="", unique=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "tags",
                "app": "antesala",
                "unique_together": (("firm_id", "name_key"),),
                "pk_attr": "id",
                "table_description": "A name with a colour, once in the firm.",
            },
            bases=["FirmOwned"],
        ),
        ops.CreateModel(
            name="AccountTag",
            fields=[
                ("firm_id", fields.CharField(db_index=True, max_length=31)),
                ("id", IdField(primary_key=True, prefix="atg")),
                ("account_id", fields.CharField(max_length=31)),
                (
                    "tag",
                    fields.ForeignKeyField(
                        "antesala.Tag",
                        source_field="tag_id",
                        db_constraint=False,
                        to_field="id",
                        related_name="account_links",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "account_tags",
                "app": "antesala",
                "unique_together": (("firm_id", "account_id", "tag_id"),),
                "indexes": [Index(fields=["firm_id", "tag_id", "account_id"])],
                "pk_attr": "id",
                "table_description": "One tag on one account.",
            },
            bases=["FirmOwned"],
        ),
        *(RunSQL(up, reverse_sql=down) for up, down in STEPS),
    ]

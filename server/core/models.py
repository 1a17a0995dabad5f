"""What every table has in common."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from server.core import ids


class IdField(fields.CharField[str]):
    """The primary key: a TypeID with this prefix, made in Python when the row is."""

    def __init__(self, prefix: str = "", **options: Any) -> None:
        self.prefix = prefix
        options = {"primary_key": True, "max_length": ids.LENGTH} | options
        super().__init__(**options)
        self.default = self._fresh if prefix else None
        self.validators = []  # an id that is too long is nobody's; to ask for it is no fault

    def _fresh(self) -> str:
        return ids.new_id(self.prefix)


def id_field(prefix: str) -> Any:
    """The id column of a table, typed for readers as any other column."""
    return IdField(prefix)


def reference(**options: Any) -> Any:
    """A column that holds the id of a row in a table this domain does not import."""
    return fields.CharField(max_length=ids.LENGTH, **options)


class FirmOwned(Model):
    """A row of one firm. Its policy and its composite keys stand in the migrations; a test compares both lists."""

    id: str
    firm_id = reference(db_index=True)

    class Meta:
        abstract = True

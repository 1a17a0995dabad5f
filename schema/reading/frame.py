"""The row that a part of a plan speaks of."""

from dataclasses import dataclass

from schema.reading import completion
from schema.reading.completion import Maker
from schema.reading.statement import Level


@dataclass(frozen=True, slots=True)
class Frame:
    """The row `alias` of each row of a level; a `joined` one may be absent, and then nothing is made of it."""

    level: Level
    alias: str
    unique: bool
    """No two rows of the level have the same row here."""
    joined: bool = False

    @property
    def ids(self) -> Maker:
        """The id of each row that is there."""
        return self.column(f"{self.alias}.id")

    @property
    def marks(self) -> Maker:
        """The id of each row, null where it is absent."""
        return completion.column(self.level.number, self.level.column(f"{self.alias}.id"))

    def column(self, expression: str) -> Maker:
        """The values of an expression over the rows that are there."""
        values = completion.column(self.level.number, self.level.column(expression))
        return completion.kept(self.marks, values) if self.joined else values

    def beside(self, on: str) -> tuple[str, str]:
        """See `Level.beside`."""
        return self.level.beside(on, self.alias, distinct=not self.unique)

    def parent_id(self) -> str:
        """See `Level.parent_id`."""
        return self.level.parent_id(self.alias)

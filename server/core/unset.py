"""The mark for "not given", where null is a value of its own."""

from enum import Enum
from typing import Final


class Unset(Enum):
    """The type of `UNSET`, for annotations."""

    UNSET = "UNSET"


UNSET: Final = Unset.UNSET

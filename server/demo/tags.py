"""The tags of the demo, and which accounts carry them (TEAM-8)."""

from random import Random
from typing import Any, Final

from server.core import normalise
from server.demo.office import Office
from server.tags.models import TagColor

_TAGS: Final = {
    "Monthly bookkeeping": (TagColor.BLUE, 30),
    "VAT quarterly": (TagColor.TEAL, 26),
    "Payroll": (TagColor.VIOLET, 18),
    "Year end": (TagColor.INDIGO, 16),
    "Personal tax return": (TagColor.CYAN, 16),
    "VIP": (TagColor.YELLOW, 7),
    "Pays late": (TagColor.RED, 6),
    "Paper by post": (TagColor.GRAY, 5),
    "Referred by a client": (TagColor.GREEN, 8),
    "Debt restructuring": (TagColor.ORANGE, 4),
    "New this year": (TagColor.PINK, 5),
}
"""Name, colour, and how often of a hundred accounts it comes."""


def make(office: Office) -> None:
    """Write the firm's tags."""
    since = office.rows["firms"][0]["created_at"]
    for name, (color, _) in _TAGS.items():
        office.tags[name] = office.add(
            "tags",
            "tag",
            since,
            name=name,
            name_key=normalise.key(name),
            color=color,
            search_words=normalise.searchable(name),
            created_at=since,
            version=1,
        )


def some(account_name: str) -> list[str]:
    """The names of those an account carries; of its own chance, so that the rest of the demo stays as it is."""
    random = Random(account_name)
    return sorted((name for name, (_, weight) in _TAGS.items() if random.random() * 100 < weight), key=normalise.key)


def put_on(office: Office, account: dict[str, Any], names: list[str]) -> None:
    """Put them on the account from its beginning."""
    at = account["created_at"]
    for name in names:
        office.add("account_tags", "atg", at, account_id=account["id"], tag_id=office.tags[name], created_at=at)

"""The tags of the demo, and which accounts carry them (TEAM-8)."""

from random import Random
from typing import Any, Final

from server.accounts.models import AccountType
from server.core import normalise
from server.demo.office import Office
from server.tags.models import TagColor

_TAGS: Final = {
    "Monthly bookkeeping": (TagColor.BLUE, 8, 45),
    "VAT quarterly": (TagColor.TEAL, 10, 40),
    "Payroll": (TagColor.VIOLET, 0, 30),
    "Year end": (TagColor.INDIGO, 0, 28),
    "Personal tax return": (TagColor.CYAN, 45, 0),
    "VIP": (TagColor.YELLOW, 6, 8),
    "Pays late": (TagColor.RED, 5, 7),
    "Paper by post": (TagColor.GRAY, 8, 3),
    "Referred by a client": (TagColor.GREEN, 10, 7),
    "Debt restructuring": (TagColor.ORANGE, 4, 4),
    "New this year": (TagColor.PINK, 5, 5),
}
"""Name, colour, and how often of a hundred it comes: on individuals, on companies."""


def make(office: Office) -> None:
    """Write the firm's tags."""
    since = office.rows["firms"][0]["created_at"]
    for name, (color, _, _) in _TAGS.items():
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


def some(account_name: str, type_: AccountType) -> list[str]:
    """The names of those an account carries; of its own chance, so that the rest of the demo stays as it is."""
    random = Random(account_name)
    worn = []
    for name, (_, individuals, companies) in _TAGS.items():
        weight = companies if type_ is AccountType.COMPANY else individuals
        if random.random() * 100 < weight:
            worn.append(name)
    return sorted(worn, key=normalise.key)


def put_on(office: Office, account: dict[str, Any], names: list[str]) -> None:
    """Put them on the account from its beginning."""
    at = account["created_at"]
    for name in names:
        office.add("account_tags", "atg", at, account_id=account["id"], tag_id=office.tags[name], created_at=at)

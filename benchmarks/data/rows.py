"""The rows of a firm, account by account. Nothing here is random but what a seed decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from benchmarks.data import words
from server.core import normalise

CONTACTS: Final = 3
TAGS: Final = 4
STAFF: Final = 2
BEGINNING: Final = datetime(2024, 1, 1, tzinfo=UTC)
OWNER_EMAIL: Final = "owner@firm-0.example"
AT_ONCE: Final = 10_000
"""Accounts whose rows are made and written together."""

BESIDE_ACCOUNTS: Final = ("contacts", "account_contacts", "account_staff", "account_tags")

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Rows by table. They may have columns that the table has not: those are left out when they are written."""


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm and where its rows stand in the counting of all rows."""

    index: int
    accounts: int
    first_account: int
    colleagues: int

    @property
    def id(self) -> str:
        return id_of("firm", self.index)


def firms(accounts: int, others: int = 9, accounts_of_others: int = 1_000) -> list[Firm]:
    """The large firm, and the others beside it."""
    found = [Firm(0, accounts, 0, 20)]
    for index in range(1, others + 1):
        before = found[-1]
        found.append(Firm(index, accounts_of_others, before.first_account + before.accounts, 20))
    return found


def id_of(prefix: str, number: int) -> str:
    """A well-formed id, in the order of the numbers."""
    return f"{prefix}_01jd0000ab{number:016d}"


def office(firm: Firm, password_hash: str) -> Rows:
    """The firm itself, its staff and its tags."""
    owner = id_of("usr", firm.index)
    email = f"owner@firm-{firm.index}.example"
    common = {"language": "en", "created_at": BEGINNING, "version": 1}
    login = {"email": email, "email_key": email, "password_hash": password_hash, "password_changed_at": BEGINNING}
    rows: Rows = {"users": [common | login | {"id": owner, "epoch": 0}]}
    rows["firms"] = [
        common
        | {
            "id": firm.id,
            "name": f"Firm {firm.index}",
            "slug": f"firm-{firm.index}",
            "time_zone": "Europe/Madrid",
            "accent_color": "#2f5d8a",
            "allow_accounts_without_contacts": False,
            "tell_on_access_removed": True,
            "client_invitation_days": 30,
            "staff_invitation_days": 7,
            "reminder_days": "[3, 10, 25]",
            "last_account_number": firm.accounts,
        }
    ]
    rows["staff_members"] = [_colleague(firm, place, common, owner) for place in range(firm.colleagues)]
    rows["tags"] = [
        common
        | {
            "id": id_of("tag", firm.index * 1000 + place),
            "firm_id": firm.id,
            "name": name,
            "name_key": normalise.key(name),
            "color": color,
            "search_words": normalise.searchable(name),
        }
        for place, (name, color) in enumerate(zip(words.TAGS, words.COLORS, strict=True))
    ]
    return rows


def _colleague(firm: Firm, place: int, common: Row, owner: str) -> Row:
    first, last = words.FIRST_NAMES[place], words.surnames()[0][place]
    email = f"{'owner' if place == 0 else f'colleague-{place}'}@firm-{firm.index}.example"
    return common | {
        "id": id_of("stf", firm.index * 1000 + place),
        "firm_id": firm.id,
        "user_id": None if place else owner,
        "email": email,
        "email_key": email,
        "first_name": first,
        "last_name": last,
        "role": "EMPLOYEE" if place else "OWNER",
        "permission_set": "EXECUTIVE",
        "default_access": False,
        "state": "INVITED" if place else "ACTIVE",
        "search_words": normalise.searchable(first, last, email),
    }


def register(firm: Firm) -> Iterator[Rows]:
    """The accounts of a firm with their people, tags and staff, some thousands at a time; the accounts come last."""
    random = Random(firm.index)
    for start in range(0, firm.accounts, AT_ONCE):
        rows: Rows = {table: [] for table in (*BESIDE_ACCOUNTS, "accounts")}
        for place in range(start, min(start + AT_ONCE, firm.accounts)):
            _account(rows, firm, place, random)
        yield rows


def _account(rows: Rows, firm: Firm, place: int, random: Random) -> None:
    number = firm.first_account + place
    account_id, at = id_of("acc", number), BEGINNING + timedelta(seconds=number * 30)
    owned = {"firm_id": firm.id, "created_at": at}
    people = [_person(firm, number * CONTACTS + which, random) for which in range(CONTACTS)]
    company = f"{random.choice(words.COMPANIES)} {people[0]['last_name']}"
    name = f"{company} {place + 1}"
    rows["accounts"].append(
        owned
        | {
            "id": account_id,
            "number": place + 1,
            "name": name,
            "name_key": normalise.key(name),
            "type": "COMPANY",
            "company_name": company,
            "category": random.choice(("CLIENT", "CLIENT", "CLIENT", "SUPPLIER")),
            "stage": random.choice(("CLIENT", "CLIENT", "LEAD", "PROSPECT")),
            "lifecycle": "ACTIVE" if random.random() < 0.97 else "ARCHIVED",
            "search_words": normalise.searchable(name, company, str(place + 1)),
            "created_by": id_of("stf", firm.index * 1000),
            "last_activity_at": at + timedelta(minutes=random.randrange(100_000)),
            "version": 1,
        }
    )
    for which, person in enumerate(people):
        rows["contacts"].append(owned | person)
        rows["account_contacts"].append(owned | _link(number * CONTACTS + which, account_id, person["id"], which))
    for which, member in enumerate(random.sample(range(firm.colleagues), STAFF)):
        link = {"id": id_of("ast", number * STAFF + which), "account_id": account_id}
        rows["account_staff"].append(owned | link | {"staff_id": id_of("stf", firm.index * 1000 + member)})
    for which, tag in enumerate(random.sample(range(len(words.TAGS)), TAGS)):
        link = {"id": id_of("atg", number * TAGS + which), "account_id": account_id}
        rows["account_tags"].append(owned | link | {"tag_id": id_of("tag", firm.index * 1000 + tag)})


def _person(firm: Firm, number: int, random: Random) -> Row:
    names, weights = words.surnames()
    first, [last] = random.choice(words.FIRST_NAMES), random.choices(names, cum_weights=weights)
    email = f"person-{number}@firm-{firm.index}.example"
    phone = f"6{number:08d}"
    return {
        "id": id_of("con", number),
        "first_name": first,
        "last_name": last,
        "email": email,
        "email_key": email,
        "phone": f"+34{phone}",
        "phone_country": "ES",
        "language": "es",
        "search_words": normalise.searchable(first, last, email, phone),
        "version": 1,
    }


def _link(number: int, account_id: str, contact_id: str, which: int) -> Row:
    return {
        "id": id_of("lnk", number),
        "account_id": account_id,
        "contact_id": contact_id,
        "login": which == 0,
        "notify": True,
        "sync": True,
        "commercial": which == 0,
        "operational": False,
        "version": 1,
    }

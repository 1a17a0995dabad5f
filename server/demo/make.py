"""Make a firm that looks as if it had been at work for years, and a small neighbour that must never see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from random import Random
from time import perf_counter
from typing import Any, Final

from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from server.accounts.models import AccountType, Category
from server.core import clock, ids, normalise
from server.core.actor import Actor, ActorKind
from server.core.database import across_firms, fetch
from server.core.permissions import PermissionSet, Role, permissions_of
from server.demo import accounts as stories
from server.demo import people, tags
from server.demo.country import country
from server.demo.insert import insert
from server.demo.logo import monogram
from server.demo.office import TABLES, Office, found
from server.firms.logo import set_logo
from server.identity.models import Door
from server.identity.passwords import hash_password

PASSWORD: Final = "welcome to antesala"
"""Of every login of the demo; `make run` shows it. Nothing real ever gets it."""

_HISTORY: Final = timedelta(days=900)
_BLUE: Final = "#2f5d8a"
_ELENA: Final = {"first_name": "Elena", "last_name": "Ionescu"}


@dataclass(frozen=True)
class Login:
    """One person whom a newcomer can sign in as."""

    who: str
    door: Door
    email: str
    password: str = PASSWORD


async def make(accounts: int = 60, seed: int = 1) -> list[Login]:
    """Make both firms, in one unit of work; the sign-ins of the larger. The same seed makes the same people.

    Called again, it makes two more firms, with a number behind their names. No e-mail is sent by it, or later.
    """
    random = Random(seed)
    password_hash = await hash_password(PASSWORD)
    again = await across_firms(_made_before)
    suffix = f" {again + 1}" if again else ""
    console = Console(stderr=True, highlight=False)
    began = perf_counter()
    with Progress(TextColumn("  {task.description}"), TimeElapsedColumn(), console=console, transient=True) as progress:
        step = progress.add_task(f"Thinking up {accounts:,} accounts")
        firm = _martin_keller(random, password_hash, suffix)
        client = _elena(firm)
        _accounts(firm, accounts - 2)
        neighbour = _northbridge(random, password_hash, suffix)
        _elena(neighbour)
        _accounts(neighbour, 6)
        progress.update(step, description=f"Writing {_count([firm, neighbour]):,} rows")
        await across_firms(lambda: _write([firm, neighbour]))
        await set_logo(_owner(firm), monogram("MK", _BLUE))
    rows, seconds = _count([firm, neighbour]), perf_counter() - began
    console.print(f"  {accounts:,} accounts, {rows:,} rows in {seconds:.1f} s", style="dim")
    return [
        *(Login(f"{who} of the firm", Door.STAFF, one.email) for who, one in zip(_WHO, firm.staff, strict=True)),
        Login("Client with two accounts", Door.PORTAL, client["email"]),
        Login("Owner of another firm", Door.STAFF, neighbour.staff[0].email),
    ]


_WHO: Final = ("Owner", "Admin", "Executive", "Analyst")


async def _made_before() -> int:
    rows = await fetch("SELECT count(*) AS firms FROM firms WHERE slug LIKE 'martin-keller%'")
    return int(rows[0]["firms"])


def _martin_keller(random: Random, password_hash: str, suffix: str) -> Office:
    office = Office(ids.new_id("firm"), f"Martín & Keller Asesores{suffix}", "en", clock.now(), random, password_hash)
    found(
        office,
        slug=f"martin-keller{suffix.replace(' ', '-')}",
        country=_seat("es", "Europe/Madrid", _BLUE, random),
        people=[
            ("Lucía", "Martín", Role.OWNER, "EXECUTIVE", True),
            ("Thomas", "Keller", Role.ADMIN, "EXECUTIVE", False),
            ("Ioana", "Radu", Role.EMPLOYEE, "EXECUTIVE", False),
            ("James", "Doyle", Role.EMPLOYEE, "ANALYST", False),
        ],
    )
    tags.make(office)
    return office


def _northbridge(random: Random, password_hash: str, suffix: str) -> Office:
    office = Office(ids.new_id("firm"), f"Northbridge Tax LLP{suffix}", "en", clock.now(), random, password_hash)
    found(
        office,
        slug=f"northbridge-tax{suffix.replace(' ', '-')}",
        country=_seat("gb", "Europe/London", "#7a3b69", random),
        people=[("Grace", "Okafor", Role.OWNER, "EXECUTIVE", True)],
    )
    tags.make(office)
    return office


def _owner(office: Office) -> Actor:
    owner = office.staff[0]
    rights = permissions_of(Role.OWNER, PermissionSet.EXECUTIVE)
    return Actor(ActorKind.STAFF, firm_id=office.id, person_id=owner.id, name=owner.name, permissions=rights)


def _seat(code: str, time_zone: str, accent_color: str, random: Random) -> dict[str, Any]:
    land = country(code)
    return {
        "address": land.address(random),
        "phone": land.phone(random, "offices"),
        "time_zone": time_zone,
        "accent_color": accent_color,
    }


def _elena(office: Office) -> dict[str, Any]:
    """A client of both firms, with two accounts at each: herself and her company (CON-8)."""
    at = office.now - _HISTORY
    row = people.contact(office, country("ro"), at, email="elena.ionescu@posta.example", **_ELENA)
    row["language"] = office.language
    for kind in (
        stories.Kind(AccountType.INDIVIDUAL, Category.CLIENT, None),
        stories.Kind(AccountType.COMPANY, Category.CLIENT, "Atelier Ionescu S.R.L."),
    ):
        at += timedelta(hours=1)
        stories.account_of(office, at, kind, country("ro"), row)
    return row


def _accounts(office: Office, count: int) -> None:
    """The others, one after the other, up to an hour ago."""
    start, span = office.now - _HISTORY + timedelta(days=1), _HISTORY - timedelta(days=1, hours=1)
    for number in range(count):
        stories.account(office, start + span * ((number + office.random.random()) / count))


def _count(offices: Iterable[Office]) -> int:
    return sum(len(rows) for office in offices for rows in office.rows.values())


async def _write(offices: list[Office]) -> None:
    for office in offices:
        office.rows["firms"][0]["last_account_number"] = office.number
    await _write_users(offices)
    for table in TABLES:
        if table != "users":
            await insert(table, list(chain.from_iterable(office.rows[table] for office in offices)))


async def _write_users(offices: list[Office]) -> None:
    """Logins belong to no firm: who has one already, here or from an earlier demo, keeps it."""
    users = [row for office in offices for row in office.rows["users"]]
    await insert("users", users, conflict="ON CONFLICT (email_key) DO NOTHING")
    keys = [row["email_key"] for row in users]
    known = await fetch("SELECT id, email_key FROM users WHERE email_key = ANY($1::text[])", keys)
    ids_by_key = {row["email_key"]: row["id"] for row in known}
    for office in offices:
        for table in ("contacts", "staff_members"):
            for row in office.rows[table]:
                if row["user_id"]:
                    row["user_id"] = ids_by_key[normalise.key(row["email"])]

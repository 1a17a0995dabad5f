"""The contacts of the demo, and what stands between them and the portal."""

from datetime import datetime
from typing import Any

from server.contacts import check
from server.core import normalise
from server.demo.country import Country, email
from server.demo.moments import id_at
from server.demo.office import Office


def contact(
    office: Office, country: Country, at: datetime, *, company: str | None = None, **given: Any
) -> dict[str, Any]:
    """The row of a new contact; `given` overrides what chance would take."""
    random = office.random
    first, last = country.person(random)
    first, last = given.pop("first_name", first), given.pop("last_name", last)
    has_email = given.pop("has_email", True)
    address = given.pop("email", None) or (email(first, last, random, company) if has_email else None)
    address = office.own_email(address) if address else None
    phone = country.phone(random) if random.random() < 0.85 else None
    row: dict[str, Any] = {
        "id": id_at("con", at),
        "firm_id": office.id,
        "first_name": first,
        "last_name": last,
        "email": address,
        "email_key": normalise.key(address) if address else None,
        "phone": phone,
        "phone_country": country.code.upper() if phone else None,
        "address": country.address(random) if random.random() < 0.7 else None,
        "language": country.language,
        "user_id": None,
        "activated_at": None,
        "last_seen_at": None,
        "created_at": at,
        "version": 1,
    } | given
    row["search_words"] = check.words_of(row["first_name"], row["last_name"], row["email"], row["phone"])
    office.rows["contacts"].append(row)
    return row


def activate(office: Office, row: dict[str, Any], at: datetime, account_id: str) -> None:
    """The person accepted the invitation then."""
    row["user_id"] = office.user(row["email"], row["language"], at)
    row["activated_at"] = at
    row["last_seen_at"] = at + (office.now - at) * office.random.random()
    name = f"{row['first_name']} {row['last_name']}"
    office.happened(
        at,
        "invitation.accepted",
        None,
        actor_kind="CLIENT",
        actor_id=row["id"],
        actor_name=name,
        account_id=account_id,
        subject_id=row["id"],
        subject_name=name,
    )

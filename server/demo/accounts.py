"""One account of the demo after the other: what it is, who is behind it, how far they have come with the portal."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from server.accounts.check import search_words
from server.accounts.models import AccountType, Category, Lifecycle, Stage
from server.audit.record import as_text, camel
from server.core import normalise
from server.demo import mails, people, tags
from server.demo.country import Country, any_country
from server.demo.moments import id_at
from server.demo.office import Colleague, Office
from server.demo.states import State, any_state, sent_at
from server.folders.predefined import predefined

_OTHERS: Final = (
    (Category.GOVERNMENT, "offices_of_state"),
    (Category.BANK, "banks"),
    (Category.SUPPLIER, "suppliers"),
)
_STAGES: Final = {Stage.CLIENT: 85, Stage.PROSPECT: 8, Stage.LEAD: 7}
_SECOND: Final = timedelta(seconds=1)
_MESSAGES: Final = (
    None,
    None,
    "Here you find this year's documents. Call me if anything is unclear.",
    "Please upload the bank statements of the last quarter.",
)


@dataclass(frozen=True)
class Kind:
    """What sort of entity it is, before it has people."""

    type: AccountType
    category: Category
    company_name: str | None


def account(office: Office, at: datetime) -> None:
    """Write an account made at a moment, with everything that happened to it since."""
    country = any_country(office.random)
    kind = _kind(office, country)
    by = _somebody(office)
    contacts = _contacts(office, country, kind, at)
    row = _row(office, kind, country, at, contacts[0], by)
    for number, person in enumerate(contacts):
        _link(office, row, person, at + _SECOND * (2 + 2 * number), by, is_first=number == 0)
    _archive(office, row, by)


def account_of(office: Office, at: datetime, kind: Kind, country: Country, person: dict[str, Any]) -> None:
    """Write an account of one person, who is active in the portal."""
    by = _somebody(office)
    row = _row(office, kind, country, at, person, by)
    _link(office, row, person, at + _SECOND, by, is_first=True, state=State.ACTIVE)


def _link(
    office: Office,
    account: dict[str, Any],
    contact: dict[str, Any],
    at: datetime,
    by: Colleague,
    *,
    is_first: bool = False,
    state: State | None = None,
) -> None:
    """Link a person to an account, and let happen what brings them to a state."""
    random = office.random
    state = state or any_state(office, contact, account, at)
    columns = {
        "login": state not in (State.OFFLINE, State.REVOKED),
        "notify": random.random() < 0.9,
        "sync": random.random() < 0.8,
        "commercial": is_first,
        "operational": is_first or random.random() < 0.3,
    }
    link_id = office.add(
        "account_contacts",
        "lnk",
        at,
        account_id=account["id"],
        contact_id=contact["id"],
        access_removed_at=office.now - timedelta(days=random.randint(1, 5)) if state is State.REVOKED else None,
        created_at=at,
        version=1,
        **columns,
    )
    about = {
        "account_id": account["id"],
        "subject_id": contact["id"],
        "subject_name": f"{contact['first_name']} {contact['last_name']}",
    }
    changes = {toggle: [None, as_text(value)] for toggle, value in columns.items()}
    office.happened(at, "contact.added", by, changes=changes, **about)
    sent = sent_at(office, state, at)
    if sent is None or contact["user_id"]:
        return
    accepted_at = sent + timedelta(hours=random.randint(1, 70)) if state is State.ACTIVE else None
    mails.invitation(
        office,
        by,
        sent,
        account=account,
        contact=contact,
        link_id=link_id,
        message=random.choice(_MESSAGES),
        accepted_at=accepted_at,
    )
    office.happened(sent, "invitation.sent", by, **about)
    account["last_activity_at"] = max(account["last_activity_at"], sent)
    if accepted_at:
        people.activate(office, contact, accepted_at, account["id"])
        account["last_activity_at"] = max(account["last_activity_at"], accepted_at)


def _somebody(office: Office) -> Colleague:
    return office.random.choice([colleague for colleague in office.staff if not colleague.is_analyst])


def _kind(office: Office, country: Country) -> Kind:
    random = office.random
    chance = random.random()
    if chance < 0.1:
        category, words = random.choice(_OTHERS)
        return Kind(AccountType.COMPANY, category, country.other(random, words))
    if chance < 0.55:
        return Kind(AccountType.COMPANY, Category.CLIENT, country.company(random))
    return Kind(AccountType.INDIVIDUAL, Category.CLIENT, None)


def _contacts(office: Office, country: Country, kind: Kind, at: datetime) -> list[dict[str, Any]]:
    """One to three people; now and then somebody who is there already."""
    random = office.random
    count = random.choice((1, 1, 2, 3)) if kind.type is AccountType.COMPANY else random.choice((1, 1, 1, 2))
    found: dict[str, dict[str, Any]] = {}
    for number in range(count):
        moment = at + _SECOND * (1 + 2 * number)
        if kind.category is Category.CLIENT and random.random() < 0.08:
            person = random.choice(office.rows["contacts"])
        else:
            person = people.contact(
                office, country, moment, company=kind.company_name, has_email=random.random() < 0.92
            )
        found[person["id"]] = person
    return list(found.values())


def _row(
    office: Office, kind: Kind, country: Country, at: datetime, first: dict[str, Any], by: Colleague
) -> dict[str, Any]:
    random = office.random
    office.number += 1
    name = office.own_name(kind.company_name or f"{first['first_name']} {first['last_name']}")
    is_client = kind.category is Category.CLIENT
    shown = {
        "number": office.number,
        "name": name,
        "type": kind.type,
        "company_name": kind.company_name,
        "company_address": country.address(random) if kind.company_name else None,
        "category": kind.category,
        "stage": random.choices(list(_STAGES), list(_STAGES.values()))[0] if is_client else Stage.CLIENT,
    }
    row = {
        "id": id_at("acc", at),
        "firm_id": office.id,
        **shown,
        "name_key": normalise.key(name),
        "lifecycle": Lifecycle.ACTIVE,
        "search_words": search_words(name, kind.company_name, office.number),
        "created_by": by.id,
        "created_at": at,
        "last_activity_at": at,
        "archived_at": None,
        "version": 1,
    }
    office.rows["accounts"].append(row)
    changes = {camel(column): [None, as_text(value)] for column, value in shown.items() if value is not None}
    worn = tags.some(name, kind.type) if is_client else []
    tags.put_on(office, row, worn)
    if worn:
        changes["tags"] = [None, ", ".join(worn)]
    office.happened(
        at, "account.created", by, account_id=row["id"], subject_id=row["id"], subject_name=name, changes=changes
    )
    for member in {c.id for c in office.staff if c.default_access or c.id == by.id}:
        office.add("account_staff", "ast", at, account_id=row["id"], staff_id=member, created_at=at)
    for position, folder in enumerate(predefined(office.language)):
        office.add(
            "folders",
            "fld",
            at,
            account_id=row["id"],
            name=folder.name,
            name_key=normalise.key(folder.name),
            access=folder.access,
            position=position,
            created_at=at,
        )
    return row


def _archive(office: Office, row: dict[str, Any], by: Colleague) -> None:
    """A few accounts that were made long ago are put away."""
    if office.random.random() > 0.06 or office.now - row["created_at"] < timedelta(days=120):
        return
    at = office.now - timedelta(days=office.random.randint(1, 20), seconds=office.random.randint(0, 80_000))
    row |= {"lifecycle": Lifecycle.ARCHIVED, "archived_at": at, "last_activity_at": max(at, row["last_activity_at"])}
    about = {"account_id": row["id"], "subject_id": row["id"], "subject_name": row["name"]}
    office.happened(at, "account.archived", by, changes={"lifecycle": ["ACTIVE", "ARCHIVED"]}, **about)

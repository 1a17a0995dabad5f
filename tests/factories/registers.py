"""A small register in which everything occurs, for tests of reading."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from server.accounts.models import Account, AccountStaff, AccountType, Category, Lifecycle, Stage
from server.audit.models import AuditEvent
from server.contacts.models import AccountContact, Contact, EmailChange
from server.core import clock, ids, normalise, tokens
from server.core.actor import Actor, ActorKind
from server.core.database import in_firm
from server.folders.models import Folder, FolderAccess
from server.invitations.models import Invitation
from server.mail.models import Email, EmailAttempt, EmailState
from server.staff.models import StaffMember, StaffState
from server.tags.models import AccountTag, Tag, TagColor
from tests.factories.offices import Office, office_of, staff_member
from tests.factories.people import account_of, contact_of, link_of, user_of

NOW = datetime(2026, 5, 4, 10, 0, 0, 123456, tzinfo=UTC)
"""The moment of the register: stop the clock there while it is made and read."""

STRANGER = Actor(kind=ActorKind.STRANGER, address="192.0.2.9")
NAMES = ["Ångström & Söhne", "garcía", "García II", "Zoë's Bakery", "Ana", 'Ștefan "Q" O\'Neil']
STREET = {"street": "Calle 1 · 2º\n", "city": "Málaga", "postal_code": "29001", "region": None, "country": "ES"}
CHANGES: list[dict[str, Any]] = [
    {},
    {"name": ["old", "new"], "stage": [None, "LEAD"]},
    {"companyAddress": ["a\u2028b", '"quoted" \\ <b>']},
    {"e": ["", None]},
    {f"f{n}": [str(n), None] for n in range(12)},
]


@dataclass
class Register:
    """One firm, actors of every role, and the ids in it by prefix."""

    office: Office
    client: Actor
    newcomer: Actor
    ids: dict[str, list[str]] = field(default_factory=dict)

    @property
    def actors(self) -> dict[str, Actor]:
        """One of each role, from the owner to nobody."""
        office = self.office
        people = {"owner": office.owner, "executive": office.executive, "analyst": office.analyst}
        return {**people, "client": self.client, "stranger": STRANGER}

    def note(self, *rows: Any) -> None:
        """Remember the ids of rows."""
        for row in rows:
            self.ids.setdefault(str(row.id).partition("_")[0], []).append(str(row.id))


async def register_of(name: str = "Kanzlei Ångström") -> Register:
    """A firm nobody else uses, with a few rows of each kind in many states. Call it with the clock at `NOW`."""
    office = await office_of(name, address=STREET, email="office@kanzlei.example", reminder_days=[3, 10])
    slug = ids.new_id("usr")[-12:]
    logins = [await user_of(f"client{n}.{slug}@login.example") for n in range(2)]
    found = Register(office, STRANGER, STRANGER)
    found.note(office.firm)
    await in_firm(office.id, lambda: _fill(found, logins))
    return found


async def _fill(here: Register, logins: list[str]) -> None:
    accounts = [
        await account_of(
            here.office.id,
            name,
            number=1_000 + n,
            type=list(AccountType)[n % len(AccountType)],
            category=list(Category)[n % len(Category)],
            stage=list(Stage)[n % len(Stage)],
            lifecycle=Lifecycle.ARCHIVED if n == 3 else Lifecycle.ACTIVE,
            archived_at=clock.now() if n == 3 else None,
            company_name=name.upper() if n % 2 else None,
            company_address=[STREET, None, {"country": "RO"}, {}][n % 4],
            created_at=clock.now() - timedelta(days=n // 2, microseconds=n // 3),
            last_activity_at=clock.now() - timedelta(seconds=n // 2),
        )
        for n, name in enumerate(NAMES)
    ]
    here.note(*accounts)
    staff = await _staff(here, accounts)
    await _tags(here, accounts)
    people = await _people(here, accounts, logins)
    await _folders(here, accounts)
    await _timeline(here, accounts)
    await _invitations(here, people, staff)
    here.client = _client(here, people[0])
    here.newcomer = _client(here, people[3])


def _client(here: Register, person: Contact) -> Actor:
    return Actor(
        kind=ActorKind.CLIENT,
        firm_id=here.office.id,
        person_id=str(person.id),
        user_id=str(person.user_id or ""),
        name=person.name,
    )


async def _staff(here: Register, accounts: list[Account]) -> list[StaffMember]:
    everybody = await StaffMember.all().order_by("id")
    invited = await staff_member(here.office.id, "Ida", state=StaffState.INVITED, language="ro")
    await staff_member(here.office.id, "Old", state=StaffState.DEACTIVATED, last_seen_at=clock.now())
    here.note(*everybody, invited)
    for account, members in zip(accounts, [[0, 1, 2], [3], [], [0], [1, 3]], strict=False):
        for n in members:
            await AccountStaff.create(
                firm_id=here.office.id, account=account, staff=everybody[n], created_at=clock.now()
            )
    await AccountStaff.create(firm_id=here.office.id, account=accounts[0], staff=invited, created_at=clock.now())
    return [*everybody, invited]


async def _tags(here: Register, accounts: list[Account]) -> None:
    for n, name in enumerate(["Übergabe", "vip", 'Zz "top"']):
        tag = await Tag.create(
            firm_id=here.office.id,
            name=name,
            name_key=normalise.key(name),
            color=list(TagColor)[n],
            created_at=clock.now(),
        )
        here.note(tag)
        for account in accounts[: 4 - 2 * n]:
            await AccountTag.create(firm_id=here.office.id, account_id=account.id, tag=tag, created_at=clock.now())


async def _people(here: Register, accounts: list[Account], logins: list[str]) -> list[Contact]:
    active = {"activated_at": clock.now(), "last_seen_at": clock.now()}
    people = [
        await contact_of(here.office.id, "Ana", user_id=logins[0], language="es", address=STREET, **active),
        await contact_of(here.office.id, "Ion", phone="+40700000001", phone_country="RO", language=None),
        await contact_of(here.office.id, "Mute", email=None, email_key=None),
        await contact_of(here.office.id, "Zed", user_id=logins[1], language="de", address={}, **active),
        await contact_of(here.office.id, "Ana", last_name=""),
    ]
    links: list[AccountContact] = []
    for account, linked in zip(accounts, [[0, 1, 2], [0, 1], [4], [0, 3], [3], []], strict=True):
        for n in linked:
            person = people[n]
            toggles: dict[str, Any] = {
                "login": n != 2,
                "notify": n % 2 == 0,
                "commercial": n == 1,
                "operational": n == 0,
            }
            if n == 4:
                toggles |= {"login": False, "access_removed_at": clock.now()}
            links.append(await link_of(account, person, **toggles))
    here.note(*people, *links)
    for confirmed in (clock.now(), None):
        await EmailChange.create(
            firm_id=here.office.id,
            contact=people[0],
            new_email="ana.new@client.example",
            fingerprint=tokens.fingerprint(tokens.random_token()),
            created_at=clock.now(),
            expires_at=clock.later(timedelta(days=1)),
            confirmed_at=confirmed,
        )
    return people


async def _folders(here: Register, accounts: list[Account]) -> None:
    for account in accounts[:4]:
        parent = None
        for n, access in enumerate([*FolderAccess, FolderAccess.CLIENT_VIEW]):
            name = f"Folder {n} ä"
            folder = await Folder.create(
                firm_id=here.office.id,
                account=account,
                parent_id=parent,
                name=name,
                name_key=normalise.key(name),
                position=n // 2,
                access=access,
                created_at=clock.now(),
            )
            parent = folder.id if n == 1 else parent
            here.note(folder)


async def _timeline(here: Register, accounts: list[Account]) -> None:
    for account in accounts[:2]:
        for n, changes in enumerate(CHANGES):
            event = await AuditEvent.create(
                firm_id=here.office.id,
                at=clock.now() + timedelta(milliseconds=n),
                action="account.changed",
                actor_kind="STAFF",
                actor_name="Owner Muster" if n else "",
                account_id=account.id,
                subject_id=account.id if n % 2 else None,
                subject_name=account.name if n % 2 else None,
                changes=changes,
            )
            here.note(event)
    here.note(
        await AuditEvent.create(
            firm_id=here.office.id,
            at=clock.now(),
            action="firm.changed",
            actor_kind="SYSTEM",
            actor_name="",
            changes={},
        )
    )


async def _invitations(here: Register, people: list[Contact], staff: list[StaffMember]) -> None:
    day = timedelta(days=1)
    states: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"contact": people[0]}, {"accepted_at": clock.now(), "opened_at": clock.now()}),
        ({"contact": people[1]}, {"superseded_at": clock.now()}),
        ({"contact": people[1]}, {"message": "Bună!\nSalut"}),
        ({"contact": people[3]}, {"revoked_at": clock.now()}),
        ({"contact": people[4]}, {"expires_at": clock.now()}),
        ({"staff_member": staff[-1]}, {"sent_by_id": None}),
    ]
    for n, (person, state) in enumerate(states):
        values = {"sent_by_id": staff[0].id, "sent_at": clock.now() - day, "expires_at": clock.now() + day}
        invitation = await Invitation.create(
            firm_id=here.office.id,
            email=f"person{n}@mail.example",
            fingerprint=tokens.fingerprint(tokens.random_token()),
            **person,
            **(values | state),
        )
        here.note(invitation)
        for m in range(n % 3):
            await _email(here, invitation, EmailState.ACCEPTED if m else EmailState.DEFERRED)


async def _email(here: Register, invitation: Invitation, state: EmailState) -> None:
    email = await Email.create(
        firm_id=here.office.id,
        key=ids.new_id("eml"),
        kind="PORTAL_INVITATION",
        words={},
        language="en",
        to_address=invitation.email,
        subject_id=invitation.id,
        subject="Welcome",
        message_id=f"<{invitation.id}@mail.example>",
        state=state,
        last_reply="250 ok",
        created_at=clock.now(),
        accepted_at=clock.now() if state is EmailState.ACCEPTED else None,
    )
    for n in range(2):
        await EmailAttempt.create(
            firm_id=here.office.id, email=email, at=clock.now(), state=state, reply="451 later" if n else None
        )
    here.note(email)

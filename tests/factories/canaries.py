"""A firm with one row in every table, and its name in every text of it: whoever reads it elsewhere has found a leak."""

from dataclasses import dataclass
from datetime import timedelta

from server.accounts.models import AccountStaff
from server.audit.models import AuditEvent
from server.contacts.models import EmailChange
from server.core import clock, ids, normalise, tokens
from server.core.actor import Actor
from server.core.database import across_firms, in_firm
from server.firms.models import Firm
from server.folders.models import Folder, FolderAccess
from server.identity.models import Door, Session
from server.invitations.models import Invitation
from server.mail.models import Email, EmailAttempt, EmailState
from server.staff.models import StaffMember, StaffState
from server.tags.models import AccountTag
from tests.factories.offices import Office, office_of, staff_member
from tests.factories.people import Client, client_of, contact_of, link_of
from tests.factories.tags import tag_of

ADDRESS = {"street": None, "city": None, "postal_code": None, "region": None, "country": "ES"}


@dataclass(frozen=True)
class Cage:
    """A firm whose every text holds its canary, and one id of each kind."""

    canary: str
    office: Office
    client: Client
    ids: dict[str, str]

    @property
    def actors(self) -> dict[str, Actor]:
        """One actor of each role."""
        office = self.office
        return {
            "owner": office.owner,
            "admin": office.admin,
            "executive": office.executive,
            "analyst": office.analyst,
            "client": self.client.actor,
        }


async def cage() -> Cage:
    """A firm nobody else uses, full of its canary."""
    canary = f"CANARY-{ids.new_id('firm')[-12:]}"
    address = ADDRESS | {"street": canary, "city": canary, "postal_code": canary[:20], "region": canary}
    office = await office_of(canary, email=f"{canary}@firm.example", website=f"https://{canary}", address=address)
    client = await client_of(
        office.id, active=True, last_seen_at=clock.now(), first_name=canary, last_name=canary, address=address
    )
    found: dict[str, str] = {"acc": str(client.account.id), "con": str(client.contact.id), "lnk": str(client.link.id)}

    async def fill() -> None:
        await Firm.filter(id=office.id).update(phone="+34600000000", logo_sha="0" * 64, slug=canary.lower())
        await StaffMember.all().update(last_name=canary, last_seen_at=clock.now())
        invited = await staff_member(office.id, canary, state=StaffState.INVITED, last_name=canary)
        account = client.account
        account.company_name, account.company_address, account.name = canary, address, canary
        account.search_words, account.archived_at = normalise.searchable(canary), None
        await account.save()
        found["stf"] = str(office.executive.person_id)
        found["ast"] = str(
            (
                await AccountStaff.create(
                    firm_id=office.id, account=account, staff_id=found["stf"], created_at=clock.now()
                )
            ).id
        )
        await AccountStaff.create(firm_id=office.id, account=account, staff_id=invited.id, created_at=clock.now())
        found["tag"] = str((await tag_of(office.id, canary, account.id)).id)
        found["atg"] = str((await AccountTag.get(tag_id=found["tag"])).id)
        pending = await contact_of(
            office.id, canary, phone="+34600000001", phone_country="ES", language="es", address=address
        )
        link = await link_of(account, pending)
        folder = await Folder.create(
            firm_id=office.id,
            account=account,
            name=canary,
            name_key=canary,
            position=0,
            access=FolderAccess.CLIENT_EDIT,
            created_at=clock.now(),
        )
        below = await Folder.create(
            firm_id=office.id,
            account=account,
            parent_id=folder.id,
            name=canary,
            name_key=canary,
            position=1,
            access=FolderAccess.PRIVATE,
            created_at=clock.now(),
        )
        found["fld"] = str(below.id)
        for person in ({"contact": pending, "account_contact": link}, {"staff_member": invited}):
            invitation = await Invitation.create(
                **person, firm_id=office.id, email=f"{canary}@mail.example", message=canary,
                fingerprint=tokens.fingerprint(tokens.random_token()), sent_by_id=office.owner.person_id,
                sent_at=clock.now(), expires_at=clock.now(), opened_at=clock.now(),
            )  # fmt: skip
            found["inv"] = str(invitation.id)
            email = await Email.create(
                firm_id=office.id, key=str(invitation.id), kind="PORTAL_INVITATION", words={}, language="en",
                to_address=f"{canary}@mail.example", to_name=canary, subject_id=invitation.id, subject=canary,
                message_id=f"<{canary}@mail.example>", state=EmailState.ACCEPTED, last_reply=canary,
                created_at=clock.now(), accepted_at=clock.now(),
            )  # fmt: skip
            found["eml"] = str(email.id)
            await EmailAttempt.create(
                firm_id=office.id, email=email, at=clock.now(), state=EmailState.ACCEPTED, reply=canary
            )
        event = await AuditEvent.create(
            firm_id=office.id, at=clock.now(), action="account.changed", actor_kind="STAFF", actor_name=canary,
            account_id=account.id, subject_id=account.id, subject_name=canary, changes={"name": [canary, canary]},
        )  # fmt: skip
        found["aud"] = str(event.id)
        change = await EmailChange.create(
            firm_id=office.id, contact=pending, new_email=f"{canary}@new.example",
            fingerprint=tokens.fingerprint(tokens.random_token()), created_at=clock.now(),
            expires_at=clock.later(timedelta(days=1)),
        )  # fmt: skip
        found["emc"] = str(change.id)

    async def enter() -> None:
        session = await Session.create(
            firm_id=office.id, fingerprint=tokens.fingerprint(tokens.random_token()),
            user_id=client.contact.user_id, door=Door.PORTAL, person_id=client.contact.id, epoch=0,
            created_at=clock.now(), last_seen_at=clock.now(), idle_until=clock.now(), absolute_until=clock.now(),
            address="127.0.0.1", device=canary,
        )  # fmt: skip
        found["ses"] = str(session.id)

    await in_firm(office.id, fill)
    await across_firms(enter)
    found["firm"] = office.id
    found["usr"] = str(client.contact.user_id)
    return Cage(canary, office, client, found)

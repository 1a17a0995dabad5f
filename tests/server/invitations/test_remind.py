import asyncio
from datetime import datetime, timedelta

from server.accounts.models import Account, Lifecycle
from server.audit.models import AuditEvent
from server.contacts.models import AccountContact, Contact
from server.core import clock
from server.core.database import in_firm
from server.firms.models import Firm
from server.intake.colleagues import deactivate
from server.invitations import accept, remind, revoke
from server.invitations.models import Invitation
from server.mail.models import Email, EmailState
from tests.factories.invitations import GOOD_PASSWORD, Invited, invite_again, invited, mails_of, somewhere
from tests.factories.offices import Office, office_of

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
START = datetime.fromisoformat("2026-11-02T10:00:00+00:00")


async def invited_at_start(office: Office) -> Invited:
    with clock.at(START):
        return await invited(office, message="Hola")


async def reminders(office: Office) -> list[Email]:
    return await mails_of(office.id, "REMINDER")


async def pass_by(moment: datetime, workers: int = 1) -> None:
    """The timer rings in every worker at this moment."""
    with clock.at(moment):
        await asyncio.gather(*(remind.remind_all() for _ in range(workers)))


async def test_reminders_go_out_on_days_3_10_and_25_once_each_however_many_workers() -> None:  # INV-4
    office = await office_of()
    one = await invited_at_start(office)
    for day, sent in ((3, 1), (10, 2), (25, 3)):
        await pass_by(START + day * DAY - SECOND, workers=2)
        assert len(await reminders(office)) == sent - 1
        for moment in (START + day * DAY, START + day * DAY + SECOND, START + day * DAY + DAY / 2):
            await pass_by(moment, workers=3)
            assert len(await reminders(office)) == sent
    mails = await reminders(office)
    assert {mail.subject_id for mail in mails} == {one.invitation.id}
    assert [mail.words["link"]["subject_id"] for mail in mails] == [one.invitation.id] * 3
    assert {mail.to_address for mail in mails} == {one.invitation.email}
    noted = await in_firm(office.id, lambda: AuditEvent.filter(action="invitation.reminded").count())
    assert noted == 3


async def test_the_days_are_the_firms_in_any_order() -> None:  # INV-4
    office = await office_of(reminder_days=[5, 1, 5])
    await invited_at_start(office)
    for day, sent in ((1, 1), (3, 1), (5, 2), (20, 2)):
        await pass_by(START + day * DAY)
        assert len(await reminders(office)) == sent


async def test_a_firm_without_days_reminds_nobody() -> None:  # INV-4
    office = await office_of(reminder_days=[])
    await invited_at_start(office)
    await pass_by(START + 20 * DAY)
    assert await reminders(office) == []


async def test_days_that_were_missed_bring_one_reminder_and_not_two() -> None:  # INV-4
    office = await office_of()
    await invited_at_start(office)
    await pass_by(START + 12 * DAY)
    assert len(await reminders(office)) == 1
    await pass_by(START + 25 * DAY)
    assert len(await reminders(office)) == 2


async def test_nobody_is_reminded_of_a_link_that_leads_nowhere() -> None:  # INV-4, CON-3, ACC-7
    office = await office_of()
    used, revoked, off, archived, superseded = [await invited_at_start(office) for _ in range(5)]
    with clock.at(START + DAY):
        await accept.accept(used.token, GOOD_PASSWORD, address=somewhere(), device="")
        await revoke.revoke(office.owner, revoked.invitation.id)
        newer = await invite_again(office, superseded.client)
    await in_firm(office.id, lambda: AccountContact.filter(id=off.client.link.id).update(login=False))
    await in_firm(office.id, lambda: Account.filter(id=archived.client.account.id).update(lifecycle=Lifecycle.ARCHIVED))
    await pass_by(START + 3 * DAY)
    assert await reminders(office) == []
    await pass_by(START + 4 * DAY)
    assert [mail.subject_id for mail in await reminders(office)] == [newer.invitation.id]


async def test_nobody_is_reminded_after_the_link_has_expired() -> None:  # INV-4
    office = await office_of(client_invitation_days=3)
    await invited_at_start(office)
    await pass_by(START + 3 * DAY)
    assert await reminders(office) == []


async def test_a_newer_invitation_takes_the_waiting_reminder_back() -> None:  # INV-4
    office = await office_of()
    one = await invited_at_start(office)
    await pass_by(START + 3 * DAY)
    await invite_again(office, one.client)
    assert [mail.state for mail in await reminders(office)] == [EmailState.CANCELLED]


async def test_one_firms_reminder_that_cannot_be_written_stops_no_other_firms() -> None:  # INV-4
    broken, sound = await office_of(), await office_of()
    bad, good = await invited_at_start(broken), await invited_at_start(sound)
    wrong = f"two@x.example,{somewhere()}@x.example"

    async def break_it() -> None:
        await Invitation.filter(id=bad.invitation.id).update(email=wrong)
        await Contact.filter(id=bad.client.contact.id).update(email=wrong, email_key=wrong)

    await in_firm(broken.id, break_it)
    await pass_by(START + 3 * DAY)
    assert [mail.subject_id for mail in await reminders(sound)] == [good.invitation.id]
    assert await reminders(broken) == []
    still = await in_firm(broken.id, lambda: Invitation.get(id=bad.invitation.id))
    assert still.reminded == 0


async def test_nobody_answers_in_the_name_of_a_colleague_who_has_left() -> None:  # MAIL-1, TEAM-5
    office = await office_of(email="office@keller.example")
    with clock.at(START):
        await invited(office, office.executive)
    await deactivate(office.owner, office.executive.person_id)
    await pass_by(START + 3 * DAY)
    [mail] = await reminders(office)
    firm = await in_firm(office.id, lambda: Firm.get(id=office.id))
    assert (mail.reply_to, mail.words["inviter_name"]) == ("office@keller.example", firm.name)

"""A new account with its people, folders, staff and invitations."""

from typing import Any

import pytest

from server.accounts.models import AccountStaff, Category, Stage
from server.core.address import Address
from server.core.database import in_firm
from server.core.errors import Invalid, NotFound
from server.core.ids import new_id
from server.folders.models import Folder, FolderAccess
from server.intake.create_account import create_account
from server.intake.draft import InvitationChoice, NewAccount, NewLink
from server.invitations.models import Invitation
from server.mail.models import Email
from tests.factories.offices import office_of, staff_member
from tests.factories.people import client_of, contact_of
from tests.server.intake.drafts import COMPANY, INDIVIDUAL, SEND, SKIP, ana, counts, links_of, made, one, problems_of


async def test_everything_an_account_is_made_of_is_there_at_once() -> None:  # ACC-1, ACC-2
    office = await office_of(language="es")
    account = await made(
        office,
        NewAccount(
            type=COMPANY,
            company_name="Talleres Ruiz S.L.",
            company_address=Address("Calle Mayor 1", "Madrid", "28013", None, "ES"),
            category=Category.SUPPLIER,
            stage=Stage.LEAD,
            contacts=(
                one(contact=ana(phone="600 111 222", phone_country="ES", language="es"), login=True, commercial=True),
                one(notify=False, sync=False, operational=True),
            ),
        ),
    )
    assert (account.number, account.name, account.version) == (1, "Talleres Ruiz S.L", 1)
    assert account.company_name == "Talleres Ruiz S.L."
    assert account.company_address["postal_code"] == "28013"
    assert (account.category, account.stage) == (Category.SUPPLIER, Stage.LEAD)
    assert account.created_by == office.executive.person_id
    assert account.search_words == "talleres ruiz s l 1"
    first, second = await links_of(office, account)
    assert (first.login, first.notify, first.sync, first.commercial, first.operational) == (
        True,
        True,
        True,
        True,
        False,
    )
    assert (second.login, second.notify, second.sync, second.commercial, second.operational) == (
        False,
        False,
        False,
        False,
        True,
    )
    assert first.contact.phone == "+34600111222"
    assert await in_firm(office.id, lambda: Invitation.all().count()) == 0


async def test_the_predefined_folders_are_in_the_firms_language() -> None:  # DOC-2
    office = await office_of(language="de")
    account = await made(office, NewAccount(type=INDIVIDUAL, contacts=(one(),)))
    folders = await in_firm(office.id, lambda: Folder.filter(account_id=account.id).order_by("position"))
    assert [(folder.name, folder.access) for folder in folders] == [
        ("Vom Mandanten hochgeladene Dokumente", FolderAccess.CLIENT_EDIT),
        ("Dokumente von uns", FolderAccess.CLIENT_VIEW),
        ("Intern", FolderAccess.PRIVATE),
    ]


async def test_an_empty_name_is_derived_and_a_taken_one_gets_a_number() -> None:  # ACC-2
    office = await office_of()
    draft = NewAccount(type=INDIVIDUAL, contacts=(one(contact=ana(last_name="Núñez")),))
    assert (await made(office, draft)).name == "Ana Núñez"
    again = NewAccount(type=INDIVIDUAL, contacts=(one(contact=ana(first_name="ANA", last_name="NÚÑEZ")),))
    assert (await made(office, again)).name == "ANA NÚÑEZ (2)"
    assert (await made(office, NewAccount(type=INDIVIDUAL, contacts=(one(contact=ana(last_name="Núñez")),)))).name == (
        "Ana Núñez (3)"
    )
    blank = NewAccount(type=INDIVIDUAL, name=" \t", contacts=(one(contact=ana(last_name="Blank")),))
    assert (await made(office, blank)).name == "Ana Blank"
    company = NewAccount(type=COMPANY, company_name="AC/DC *", contacts=(one(),))
    assert (await made(office, company)).name == "AC-DC"


async def test_a_company_without_a_name_is_called_by_its_first_contact() -> None:  # ACC-2
    office = await office_of()
    assert (await made(office, NewAccount(type=COMPANY, contacts=(one(),)))).name == "Ana Pop"


async def test_a_typed_name_that_is_taken_by_case_alone_is_refused_with_a_free_one() -> None:  # ACC-5
    office = await office_of()
    await made(office, NewAccount(type=INDIVIDUAL, name="Straße", contacts=(one(),)))
    with pytest.raises(Invalid) as refused:
        await create_account(office.owner, NewAccount(type=INDIVIDUAL, name="STRASSE", contacts=(one(),)))
    [problem] = refused.value.problems
    assert (problem.field, problem.code, problem.params) == ("name", "NAME_TAKEN", {"cleaned": "STRASSE (2)"})


async def test_an_account_needs_a_contact_unless_the_firm_does_without() -> None:  # ACC-3
    strict, lax = await office_of(), await office_of(allow_accounts_without_contacts=True)
    draft = NewAccount(type=INDIVIDUAL, name="Nobody")
    assert await problems_of(strict, draft) == [("contacts", "CONTACT_REQUIRED")]
    assert (await made(lax, draft)).name == "Nobody"
    assert await problems_of(lax, NewAccount(type=INDIVIDUAL)) == [("name", "NAME_REQUIRED")]


async def test_all_that_is_wrong_is_said_at_once_each_at_its_path() -> None:  # ACC-1
    office = await office_of()
    found = await problems_of(
        office,
        NewAccount(
            type=COMPANY,
            name="a:b",
            company_name="x" * 121,
            company_address=Address(country="XX"),
            contacts=(
                one(contact=ana(first_name=" ", email="no address", phone="12", phone_country="ES"), login=True),
                NewLink(),
                one(contact=ana(email=None, language="fr"), login=True, invitation=InvitationChoice(True, "x" * 2001)),
                one(contact=ana(last_name="x" * 81, phone="600111222"), invitation=InvitationChoice(False, "\x00")),
            ),
        ),
    )
    assert sorted(found) == [
        ("companyAddress.country", "COUNTRY_UNKNOWN"),
        ("companyName", "TEXT_TOO_LONG"),
        ("contacts.0.contact.email", "EMAIL_INVALID"),
        ("contacts.0.contact.firstName", "TEXT_REQUIRED"),
        ("contacts.0.contact.phone", "PHONE_INVALID"),
        ("contacts.1", "CONTACT_OR_ID"),
        ("contacts.2.contact.language", "LANGUAGE_UNKNOWN"),
        ("contacts.2.invitation.message", "MESSAGE_TOO_LONG"),
        ("contacts.2.login", "LOGIN_NEEDS_EMAIL"),
        ("contacts.3.contact.lastName", "TEXT_TOO_LONG"),
        ("contacts.3.contact.phoneCountry", "PHONE_COUNTRY_REQUIRED"),
        ("contacts.3.invitation.message", "CHARACTER_FORBIDDEN"),
        ("name", "NAME_FORBIDDEN_CHARACTER"),
    ]


async def test_a_failing_third_contact_leaves_nothing_at_all() -> None:  # ACC-1
    office = await office_of()
    contacts = (one(login=True, invitation=SEND), one(), one(contact=ana(email="taken@")))
    assert await problems_of(office, NewAccount(type=INDIVIDUAL, contacts=contacts)) == [
        ("contacts.2.contact.email", "EMAIL_INVALID")
    ]
    assert (await made(office, NewAccount(type=INDIVIDUAL, contacts=(one(),)))).number == 1


async def test_an_individual_has_no_company() -> None:  # ACC-1
    office = await office_of()
    draft = NewAccount(type=INDIVIDUAL, company_name="X", company_address=Address(city="Y"), contacts=(one(),))
    assert await problems_of(office, draft) == [("companyName", "COMPANY_ONLY"), ("companyAddress", "COMPANY_ONLY")]


async def test_an_email_somebody_has_is_refused_with_who_has_it() -> None:  # CON-1
    office = await office_of()
    there = await in_firm(office.id, lambda: contact_of(office.id))
    taken = one(contact=ana(email=str(there.email).upper()))
    with pytest.raises(Invalid) as refused:
        await create_account(office.owner, NewAccount(type=INDIVIDUAL, contacts=(taken,)))
    [problem] = refused.value.problems
    assert (problem.field, problem.code) == ("contacts.0.contact.email", "EMAIL_TAKEN")
    assert problem.params == {"contactId": there.id}


@pytest.mark.parametrize(
    "email", ["\x00@x.example", "a\r\nBcc: b@x.example", "\ud800@x.example", "a@b, c@d.example", "@", "a" * 300]
)
async def test_what_is_no_address_is_a_problem_of_its_field_and_never_a_fault(email: str) -> None:  # security.md M1
    office = await office_of()
    draft = NewAccount(type=INDIVIDUAL, contacts=(one(contact=ana(email=email), login=True),))
    assert await problems_of(office, draft) == [("contacts.0.contact.email", "EMAIL_INVALID")]


async def test_the_same_contact_twice_is_refused() -> None:  # CON-2
    office = await office_of()
    there = await in_firm(office.id, lambda: contact_of(office.id))
    linked = NewLink(contact_id=there.id)
    new = one(contact=ana(email="Twice@mail.example"))
    again = one(contact=ana(email="twice@mail.example"))
    assert await problems_of(office, NewAccount(type=INDIVIDUAL, contacts=(linked, linked, new, again))) == [
        ("contacts.1.contactId", "CONTACT_TWICE"),
        ("contacts.3.contact.email", "CONTACT_TWICE"),
    ]


async def test_an_existing_contact_is_linked_and_names_the_account() -> None:  # CON-2
    office = await office_of()
    client = await client_of(office.id, first_name="Olga")
    account = await made(office, NewAccount(type=INDIVIDUAL, contacts=(NewLink(contact_id=client.contact.id),)))
    assert account.name == "Olga Popescu"
    [link] = await links_of(office, account)
    assert link.contact_id == client.contact.id


async def test_a_strangers_contact_or_colleague_is_as_unknown_as_any_id() -> None:  # security.md T2
    office, stranger = await office_of(), await office_of()
    foreign = await client_of(stranger.id)
    for contact_id in (foreign.contact.id, new_id("con"), "", "x' OR 1=1"):
        with pytest.raises(NotFound):
            await create_account(
                office.owner, NewAccount(type=INDIVIDUAL, contacts=(one(), NewLink(contact_id=contact_id or "con_")))
            )
    for staff_id in (stranger.owner.person_id, new_id("stf")):
        with pytest.raises(NotFound):
            await create_account(office.owner, NewAccount(type=INDIVIDUAL, contacts=(one(),), staff_ids=(staff_id,)))
    assert (await counts(office))[:4] == [0, 0, 0, 0]


async def test_its_staff_are_creator_default_access_and_the_chosen_and_all_but_the_creator_are_mailed() -> None:
    # TEAM-4
    office = await office_of()

    async def colleague(name: str, **more: Any) -> str:
        return str((await staff_member(office.id, name, **more)).id)

    default = await in_firm(office.id, lambda: colleague("Dana", default_access=True))
    gone = await in_firm(office.id, lambda: colleague("Gus", default_access=True, state="DEACTIVATED"))
    draft = NewAccount(
        type=INDIVIDUAL, contacts=(one(),), staff_ids=(office.analyst.person_id, office.executive.person_id)
    )
    account = await made(office, draft)
    rows = await in_firm(office.id, lambda: AccountStaff.filter(account_id=account.id))
    staff = [row.staff_id for row in rows]
    assert set(staff) == {office.executive.person_id, office.analyst.person_id, default}
    assert gone not in staff
    mails = await in_firm(office.id, lambda: Email.filter(kind="ACCOUNT_ASSIGNED"))
    assert {mail.to_name for mail in mails} == {"Analyst Muster", "Dana Muster"}


async def test_send_invites_and_skip_does_not() -> None:  # INV-1, CON-7
    office = await office_of()
    draft = NewAccount(
        type=INDIVIDUAL,
        contacts=(
            one(login=True, invitation=InvitationChoice(True, "Welcome!")),
            one(login=True, invitation=SKIP),
            one(login=True),
            one(login=False, invitation=SEND),
        ),
    )
    account = await made(office, draft)
    links = await links_of(office, account)
    [invitation] = await in_firm(office.id, lambda: Invitation.all())
    assert (invitation.contact_id, invitation.message) == (links[0].contact_id, "Welcome!")
    mails = await in_firm(office.id, lambda: Email.filter(kind="PORTAL_INVITATION"))
    assert [mail.to_address for mail in mails] == [links[0].contact.email]


async def test_an_active_person_gets_news_of_the_access_and_no_activation() -> None:  # INV-5
    office = await office_of()
    client = await client_of(office.id, active=True)
    new = NewLink(contact_id=client.contact.id, login=True, invitation=SEND)
    await made(office, NewAccount(type=INDIVIDUAL, contacts=(new,)))
    assert await in_firm(office.id, lambda: Invitation.all().count()) == 0
    [mail] = await in_firm(office.id, lambda: Email.filter(to_address=client.contact.email))
    assert mail.kind == "ACCESS_GRANTED"

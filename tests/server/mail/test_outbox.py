"""What is put into the outbox, what is refused there, and what is taken back."""

import asyncio

import pytest

from server.core import ids
from server.core.database import in_firm
from server.core.errors import Invalid, Problem
from server.mail import outbox
from server.mail.address import problem_with
from server.mail.models import Email
from tests.factories.offices import MakeOffice

from .conftest import queued, state_of

NOT_ONE_ADDRESS = [
    "",
    "@",
    "ana",
    "ana@",
    "@client.example",
    "ana@client",
    "ana@client.example\n",
    "ana@client.example\r\nBcc: eve@evil.example",
    "ana@client.example\nBcc: eve@evil.example",
    "ana@client.example%0d%0aBcc:eve@evil.example\r",
    "ana@client.example,eve@evil.example",
    "ana@client.example, eve@evil.example",
    "ana@client.example;eve@evil.example",
    "ana@client.example eve@evil.example",
    "ana@client.example\u2028eve@evil.example",
    "ana@client.example\u2029",
    "ana@client.example\u0085",
    "ana\u0000@client.example",
    "ana@client\u0000.example",
    "ana@client.example\x7f",
    "Ana <ana@client.example>",
    "<ana@client.example>",
    "ana@client.example>",
    '"ana eve"@client.example',
    "ana@[127.0.0.1]",
    "ana@127.0.0.1",
    "ana@@client.example",
    "eve@evil.example@client.example",
    ".ana@client.example",
    "ana.@client.example",
    "ana..b@client.example",
    "ana@client..example",
    "ana@-client.example",
    "ana@client.example.",
    "ana@cl ient.example",
    "ana(comment)@client.example",
    "ana\u202e@client.example",
    "\ud800@client.example",
    "ana@\ud800.example",
    "a" * 65 + "@client.example",
    "ana@" + "a" * 64 + ".example",
    "ana@" + ".".join(["a" * 60] * 5),
    "a@" + "b" * 300,
    "ana@client.example\u200b",
    "ana@cli\u00adent.example",
    "ana@client\u3002example",
    "ana@xn--mller-kva.m\u00fcller.example",
]


@pytest.mark.parametrize("address", NOT_ONE_ADDRESS)
async def test_what_is_not_exactly_one_address_is_refused_at_its_field(
    address: str, make_office: MakeOffice
) -> None:  # M1
    office = await make_office()
    assert problem_with("contacts.0.email", address) == Problem("contacts.0.email", "EMAIL_INVALID")
    with pytest.raises(Invalid) as refusal:
        await queued(office.id, to=address)
    assert refusal.value.problems == (Problem("email", "EMAIL_INVALID"),)


@pytest.mark.parametrize(
    "address",
    [
        "ana@client.example",
        "a.b+c_d@sub.client.example",
        "O'Neil@client.example",
        "ana@MÜLLER.example",
        "ana@straße.example",
        "ana@xn--mller-kva.example",
        "x@localhost",
    ],
)
async def test_one_plain_address_is_taken(address: str) -> None:
    assert problem_with("email", address) is None


async def test_a_bad_reply_address_is_refused_too(make_office: MakeOffice) -> None:  # M1
    office = await make_office()
    with pytest.raises(Invalid):
        await queued(office.id, reply_to="marta@firm.example\nBcc: eve@evil.example")


async def test_the_same_key_is_the_same_email(make_office: MakeOffice) -> None:  # MAIL-1
    office = await make_office()
    first = await queued(office.id, key="invitation:1", to="ana@client.example")
    second = await queued(office.id, key="invitation:1", to="other@client.example")
    assert second.id == first.id
    assert second.to_address == "ana@client.example"


async def test_fifty_at_once_with_one_key_are_one_email(make_office: MakeOffice) -> None:  # MAIL-1
    office = await make_office()
    emails = await asyncio.gather(*(queued(office.id, key="once") for _ in range(50)))
    assert len({email.id for email in emails}) == 1


async def test_two_firms_may_use_the_same_key(make_office: MakeOffice) -> None:
    one, other = await make_office(), await make_office()
    assert (await queued(one.id, key="k")).id != (await queued(other.id, key="k")).id


async def test_a_change_that_fails_sends_nothing(make_office: MakeOffice) -> None:  # MAIL-1
    office = await make_office()

    async def work() -> None:
        await queued(office.id, key="undone")
        raise RuntimeError("the change failed")

    with pytest.raises(RuntimeError, match="the change failed"):
        await in_firm(office.id, work)
    assert not await in_firm(office.id, lambda: Email.filter(key="undone").exists())


async def test_cancelling_takes_back_what_is_about_the_row_and_nothing_else(make_office: MakeOffice) -> None:
    office = await make_office()
    superseded, current = ids.new_id("inv"), ids.new_id("inv")
    old = [await queued(office.id, subject_id=superseded) for _ in range(2)]
    new = await queued(office.id, subject_id=current)
    assert await in_firm(office.id, lambda: outbox.cancel(superseded)) == 2
    assert {(await state_of(email)).state for email in old} == {"CANCELLED"}
    assert (await state_of(new)).state == "QUEUED"


async def test_a_stranger_firm_cancels_nothing(make_office: MakeOffice) -> None:
    office, stranger = await make_office(), await make_office()
    email = await queued(office.id, subject_id=ids.new_id("inv"))
    assert await in_firm(stranger.id, lambda: outbox.cancel(str(email.subject_id))) == 0
    assert (await state_of(email)).state == "QUEUED"


async def test_names_with_line_breaks_and_unstorable_characters_do_no_harm(make_office: MakeOffice) -> None:  # M1
    office = await make_office()
    email = await queued(office.id, to_name="Ana\r\nBcc: eve@evil.example\x00\ud800", language="xx")
    assert email.to_name == "Ana Bcc: eve@evil.example"
    assert email.language == "en"


async def test_the_row_holds_no_usable_link(make_office: MakeOffice) -> None:  # INV-2
    office = await make_office()
    email = await state_of(await queued(office.id))
    assert "antinv_" not in str(email.words)
    assert email.words["link"]["kind"] == "antinv"

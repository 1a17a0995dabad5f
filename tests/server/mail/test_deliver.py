"""The worker against a mail server that misbehaves in every way."""

import asyncio
from datetime import timedelta

import pytest

from server.core import clock, ids
from server.core.database import across_firms, in_firm
from server.mail import outbox
from server.mail.deliver import Pace
from server.mail.models import Email, EmailAttempt
from tests.factories.offices import MakeOffice

from .conftest import QUICK, Delivering, Misbehaving, queued, state_of, until, until_state


async def attempts_of(email: Email) -> list[tuple[str, str | None]]:
    rows = await in_firm(str(email.firm_id), lambda: EmailAttempt.filter(email_id=email.id).order_by("at", "id"))
    return [(row.state.value, row.reply) for row in rows]


async def test_an_email_is_accepted_and_the_reply_kept(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # MAIL-1
    office = await make_office("Gestoría Puig & Vidal")
    async with delivering():
        email = await queued(
            office.id, to_name="Ana Núñez", reply_to="marta@firm.example", language="es", to="ana@müller.example"
        )
        done = await until_state(email, "ACCEPTED")
    assert done.last_reply == "250 2.0.0 taken as 4711"
    assert done.accepted_at is not None
    assert done.next_attempt_at is None
    assert done.attempt_count == 1
    assert await attempts_of(email) == [("ACCEPTED", "250 2.0.0 taken as 4711")]
    (message,) = server.taken
    assert server.recipients == ["ana@xn--mller-kva.example"]
    assert message["From"].addresses[0].display_name == "Gestoría Puig & Vidal"
    assert message["From"].addresses[0].addr_spec == "portal@antesala.example"
    assert message["To"].addresses[0].display_name == "Ana Núñez"
    assert message["Reply-To"] == "marta@firm.example"
    assert message["Message-ID"] == email.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Subject"] == done.subject
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


async def test_it_leaves_at_once_and_not_at_the_next_poll(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:
    office = await make_office()
    async with delivering(Pace(poll=timedelta(seconds=60))):
        await asyncio.sleep(0.4)  # by now it sleeps
        email = await queued(office.id)
        await until_state(email, "ACCEPTED", seconds=3)


@pytest.mark.parametrize("order", ["451 4.7.1 greylisted", "421 4.3.2 closing", "data 452 4.3.1 full", "hang up"])
async def test_a_passing_fault_defers_and_the_next_attempt_succeeds(
    order: str, server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # M4
    office = await make_office()
    server.orders = [order]
    async with delivering():
        email = await queued(office.id)
        done = await until_state(email, "ACCEPTED")
    states = [state for state, _ in await attempts_of(email)]
    assert states == ["DEFERRED", "ACCEPTED"]
    assert done.attempt_count == 2


@pytest.mark.parametrize("order", ["550 5.1.1 no such user", "data 554 5.7.1 we take no such content"])
async def test_a_refusal_for_good_fails_at_once_with_the_reply(
    order: str, server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # M4
    office = await make_office()
    server.orders = [order]
    async with delivering():
        email = await queued(office.id)
        failed = await until_state(email, "FAILED")
        other = await queued(office.id)
        await until_state(other, "ACCEPTED")
    assert failed.last_reply == order.removeprefix("data ")
    assert failed.next_attempt_at is None
    assert server.message_ids[email.message_id] == 0


async def test_a_server_that_hangs_is_left_after_the_time_limit(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # M4
    office = await make_office()
    server.orders = ["hang"]
    async with delivering(send_timeout=0.5):
        email = await queued(office.id)
        await until_state(email, "ACCEPTED")
    first, second = await attempts_of(email)
    assert first == ("DEFERRED", "No connection. The mail server did not answer in time.")
    assert second[0] == "ACCEPTED"


async def test_a_server_that_hangs_slows_no_transaction(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # M4
    office = await make_office()
    server.orders = ["hang"] * 8
    async with delivering(send_timeout=2):
        for _ in range(8):
            await queued(office.id)
        await asyncio.sleep(0.3)

        async def open_units() -> int:
            return await Email.filter(state="SENDING").count()

        assert await across_firms(open_units) >= 8  # all are on the wire …
        started = asyncio.get_running_loop().time()
        await queued(office.id)
        assert asyncio.get_running_loop().time() - started < 0.5  # … and none holds a lock


async def test_a_copy_after_a_lost_reply_carries_the_same_message_id(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # M4
    office = await make_office()
    server.orders = ["drop"]
    async with delivering():
        email = await queued(office.id)
        await until_state(email, "ACCEPTED")
    assert server.message_ids == {email.message_id: 2}


async def test_mail_goes_out_when_the_server_is_back(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # MAIL-1
    office = await make_office()
    await server.stop()
    pace = Pace(delays=(timedelta(milliseconds=300), timedelta(hours=4)), poll=timedelta(milliseconds=200))
    async with delivering(pace):
        emails = [await queued(office.id) for _ in range(20)]
        for email in emails:
            await until_state(email, "DEFERRED")
        await server.start()
        for email in emails:  # one finds it back; the others, who would wait for hours, are told
            await until_state(email, "ACCEPTED")
    assert set(server.message_ids.values()) == {1}
    assert len(server.message_ids) == 20


async def test_delays_grow_to_four_hours_and_end_after_three_days() -> None:  # M4
    pace, start = Pace(), clock.now()
    with clock.at(start):
        waits = [pace.next_attempt(count, start) for count in range(9)]
        assert waits[0] == start + timedelta(minutes=1)
        assert waits[8] == start + timedelta(hours=4)
        assert waits == sorted(waits, key=lambda w: w or start)
    with clock.at(start + timedelta(hours=69)):
        assert pace.next_attempt(20, start) is None


async def test_after_three_days_it_has_failed(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # M4
    office = await make_office()
    server.orders = ["451 later"]
    async with delivering(Pace(give_up=timedelta(0))):
        email = await queued(office.id)
        failed = await until_state(email, "FAILED")
    assert failed.last_reply == "451 later"


async def test_a_cancelled_email_is_not_sent(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # INV-4
    office = await make_office()
    subject_id = ids.new_id("inv")
    old = await queued(office.id, subject_id=subject_id)
    await in_firm(office.id, lambda: outbox.cancel(subject_id))
    async with delivering():
        await until_state(await queued(office.id), "ACCEPTED")
    assert (await state_of(old)).state == "CANCELLED"
    assert server.message_ids[old.message_id] == 0


async def test_an_email_cancelled_on_the_wire_is_not_tried_again(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # INV-4
    office = await make_office()
    subject_id = ids.new_id("inv")
    server.orders = ["hang"]
    async with delivering(send_timeout=0.6):
        email = await queued(office.id, subject_id=subject_id)
        await until_state(email, "SENDING")
        await in_firm(office.id, lambda: outbox.cancel(subject_id))
        await until(lambda: attempts_of(email))
        await asyncio.sleep(0.4)
    assert (await state_of(email)).state == "CANCELLED"
    assert not server.taken


async def test_an_email_that_cannot_be_written_waits_for_us_and_stops_no_other(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:
    office = await make_office()
    broken = await queued(office.id)
    await in_firm(office.id, lambda: Email.filter(id=broken.id).update(words={}))
    async with delivering(Pace(delays=(timedelta(minutes=1),))):
        await until_state(await queued(office.id), "ACCEPTED")
        waiting = await until_state(broken, "DEFERRED")
    assert waiting.last_reply == "The e-mail could not be written: UndefinedError"


async def test_four_workers_send_each_email_once(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # M5
    office = await make_office()
    for _ in range(300):
        await queued(office.id)
    async with delivering(), delivering(), delivering(), delivering():
        await until(lambda: all_accepted(office.id), seconds=60)
    assert len(server.message_ids) == 300
    assert set(server.message_ids.values()) == {1}


async def all_accepted(firm_id: str) -> bool:
    return not await in_firm(firm_id, lambda: Email.exclude(state="ACCEPTED").filter(firm_id=firm_id).exists())


async def test_connections_are_few_and_used_again(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:
    office = await make_office()
    for _ in range(60):
        await queued(office.id)
    server.round_trip = 0.005
    async with delivering():
        await until(lambda: all_accepted(office.id), seconds=30)
    assert server.connections <= QUICK.at_once


async def test_a_connection_the_server_closed_meanwhile_costs_no_attempt(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:
    office = await make_office()
    async with delivering():
        await until_state(await queued(office.id), "ACCEPTED")
        await server.stop()
        await server.start()
        email = await queued(office.id)
        await until_state(email, "ACCEPTED")
    assert [state for state, _ in await attempts_of(email)] == ["ACCEPTED"]


async def test_a_stopping_worker_returns_what_it_could_not_finish(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # L4
    office = await make_office()
    server.orders = ["hang"]
    async with delivering(Pace(grace=timedelta(milliseconds=100), lease=timedelta(hours=1))):
        email = await queued(office.id)
        await until_state(email, "SENDING")
    assert (await state_of(email)).state == "QUEUED"
    async with delivering():
        await until_state(email, "ACCEPTED")


async def test_a_stopping_worker_finishes_what_is_on_the_wire(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:  # L4
    office = await make_office()
    server.round_trip = 0.3
    async with delivering():
        email = await queued(office.id)
        await until_state(email, "SENDING")
    assert (await state_of(email)).state == "ACCEPTED"
    assert server.message_ids == {email.message_id: 1}

"""Mail servers and databases that are not there, not ours to use, or gone in the middle (M4, K3)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from aiosmtpd.smtp import SMTP, AuthResult

from server.core.database import credentials
from server.mail.deliver import Pace
from server.mail.smtp import Connections, MailServer, NotSent
from tests.factories.offices import MakeOffice

from .conftest import Delivering, Misbehaving, queued, until, until_state
from .test_deliver import all_accepted, attempts_of

CONTENT = b"Subject: hello\r\n\r\nhello\r\n"


async def hand_over(server: MailServer) -> str:
    return await Connections(server).hand_over("portal@antesala.example", "ana@client.example", CONTENT)


async def test_nobody_listening_is_no_reason_to_give_up() -> None:
    with pytest.raises(NotSent) as refusal:
        await hand_over(MailServer("127.0.0.1", 9, tls="none"))
    assert not refusal.value.for_good
    assert refusal.value.unreachable
    assert "127.0.0.1" not in refusal.value.reply  # staff need not learn how we are built


async def test_a_black_hole_is_left_after_the_time_for_connecting() -> None:
    async def swallow(reader: Any, writer: Any) -> None:
        await asyncio.sleep(30)

    hole = await asyncio.start_server(swallow, "127.0.0.1", 0)
    started = asyncio.get_running_loop().time()
    with pytest.raises(NotSent) as refusal:
        await hand_over(MailServer("127.0.0.1", hole.sockets[0].getsockname()[1], tls="none", connect_timeout=0.4))
    assert asyncio.get_running_loop().time() - started < 2
    assert refusal.value.unreachable
    hole.close()


async def test_a_server_without_tls_gets_no_mail_where_tls_is_asked_for(server: Misbehaving) -> None:
    for tls in ("starttls", "tls"):
        with pytest.raises(NotSent) as refusal:
            await hand_over(server.settings(tls=tls, connect_timeout=1))
        assert not refusal.value.for_good
    assert not server.taken


@pytest.fixture
async def guarded() -> AsyncIterator[int]:
    """The port of a server that lets `mailer` with the password `right` in."""

    def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password == b"right", handled=False)

    loop = asyncio.get_running_loop()
    listener: Any = await loop.create_server(
        lambda: SMTP(Misbehaving(), loop=loop, authenticator=authenticate, auth_required=True, auth_require_tls=False),
        "127.0.0.1",
        0,
    )
    yield listener.sockets[0].getsockname()[1]
    listener.close()


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
async def test_a_wrong_password_of_ours_fails_no_mail_for_good(guarded: int) -> None:
    right = MailServer("127.0.0.1", guarded, user="mailer", password="right", tls="none")
    assert (await hand_over(right)).startswith("250")
    for server in (
        MailServer("127.0.0.1", guarded, user="mailer", password="wrong", tls="none"),
        MailServer("127.0.0.1", guarded, tls="none"),
    ):
        with pytest.raises(NotSent) as refusal:
            await hand_over(server)
        assert not refusal.value.for_good
        assert refusal.value.reply.startswith("53")
        assert "wrong" not in repr(server)


async def test_a_reply_of_many_lines_and_odd_characters_is_kept_short_and_on_one_line(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice
) -> None:
    office = await make_office()
    server.orders = ["550-first\r\n550-" + "x" * 450 + "\r\n550 last " + "y" * 400]
    async with delivering():
        failed = await until_state(await queued(office.id), "FAILED")
    assert failed.last_reply is not None
    assert len(failed.last_reply) <= 500
    assert "\n" not in failed.last_reply


async def test_delivery_goes_on_when_the_database_dropped_every_connection(
    server: Misbehaving, delivering: Delivering, make_office: MakeOffice, database_url: str
) -> None:  # K3
    office = await make_office()
    emails = [await queued(office.id) for _ in range(30)]
    server.round_trip = 0.04
    async with delivering(Pace(delays=(timedelta(milliseconds=150),), lease=timedelta(seconds=4))):
        await until(lambda: some_taken(server))
        owner = await asyncpg.connect(**credentials(database_url))
        await owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        await owner.close()
        await until(lambda: sees_all_accepted(office.id), seconds=20)
        late = await queued(office.id)
        await until_state(late, "ACCEPTED")
    assert set(server.message_ids) == {email.message_id for email in [*emails, late]}
    assert len(await attempts_of(late)) == 1


async def sees_all_accepted(firm_id: str) -> bool:
    """The test reads over the same pool: its own reading may meet a connection that was cut."""
    try:
        return await all_accepted(firm_id)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError):
        return False


async def some_taken(server: Misbehaving) -> bool:
    return len(server.taken) > 4

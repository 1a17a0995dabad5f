import asyncio
import json
from collections.abc import AsyncIterator
from email.message import EmailMessage
from pathlib import Path

import aiosmtplib
import httpx
import pytest
from starlette.applications import Starlette

from server.embedded import mailbox, sink
from server.embedded.sink import Sink


@pytest.fixture
async def caught(tmp_path: Path) -> AsyncIterator[Sink]:
    running = await Sink.start(tmp_path / "mailbox")
    yield running
    await running.stop()


@pytest.fixture
async def browser(caught: Sink) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=mailbox.routes(caught.folder))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        yield client


async def send(running: Sink, **overrides: str) -> None:
    words = {"to": "ana@example.com", "subject": "Bienvenida", "text": "Hola", "html": "<p>Hola</p>"} | overrides
    message = EmailMessage()
    message["From"] = "Gestoría Núñez <portal@example.com>"
    message["To"] = words["to"]
    message["Subject"] = words["subject"]
    message.set_content(words["text"])
    message.add_alternative(words["html"], subtype="html")
    await aiosmtplib.send(message, hostname="127.0.0.1", port=running.port, start_tls=False)


async def test_a_mail_is_kept_with_its_envelope_and_its_bytes(caught: Sink) -> None:
    await send(caught, subject="Ñandú")
    (mail,) = sink.caught(caught.folder)
    assert mail.sender == "portal@example.com"
    assert mail.recipients == ["ana@example.com"]
    assert mailbox.subject_of(sink.message(caught.folder, mail)) == "Ñandú"
    assert sink.source(caught.folder, mail).startswith(b"From: ")


async def test_mails_outlive_the_sink(caught: Sink) -> None:
    await send(caught)
    await caught.stop()
    again = await Sink.start(caught.folder)
    await send(again, subject="Second")
    assert len(list(sink.caught(caught.folder))) == 2
    await again.stop()


async def test_a_half_written_mail_is_not_shown(caught: Sink, browser: httpx.AsyncClient) -> None:
    (caught.folder / "1.eml").write_bytes(b"Subject: half")
    (caught.folder / "1.unfinished").write_text("{")
    assert (await browser.get("/mailbox.json")).json() == {"mails": []}


async def test_many_senders_at_once_lose_nothing(caught: Sink) -> None:
    await asyncio.gather(*(send(caught, subject=f"Number {number}") for number in range(50)))
    subjects = {mailbox.subject_of(sink.message(caught.folder, mail)) for mail in sink.caught(caught.folder)}
    assert subjects == {f"Number {number}" for number in range(50)}


async def test_the_list_shows_the_newest_first_and_escapes_every_word(caught: Sink, browser: httpx.AsyncClient) -> None:
    await send(caught, subject="First")
    await send(caught, subject="<script>alert(1)</script>")
    page = (await browser.get("/mailbox")).text
    assert "<script" not in page
    assert page.index("&lt;script&gt;") < page.index("First")


async def test_json_gives_both_texts_to_a_program(caught: Sink, browser: httpx.AsyncClient) -> None:
    await send(caught, text="Open /activate#token")
    await send(caught, to="other@example.com")
    (mail,) = (await browser.get("/mailbox.json", params={"to": "ana@example.com"})).json()["mails"]
    assert mail["text"].strip() == "Open /activate#token"
    assert "<p>Hola</p>" in mail["html"]
    assert mail["subject"] == "Bienvenida"


async def test_html_of_a_mail_can_run_nothing_and_opens_links_outside(caught: Sink, browser: httpx.AsyncClient) -> None:
    await send(caught, html="<html><head></head><body><script>steal()</script><a href='/x'>x</a></body></html>")
    mail_id = (await browser.get("/mailbox.json")).json()["mails"][0]["id"]
    answer = await browser.get(f"/mailbox/{mail_id}/html")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "allow-scripts" not in policy
    assert "allow-same-origin" not in policy
    assert '<head><base target="_blank">' in answer.text


async def test_pictures_in_a_mail_are_shown_from_the_mail_itself(caught: Sink, browser: httpx.AsyncClient) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "Logo"
    message.set_content("text")
    message.add_alternative("<img src='cid:logo'>", subtype="html")
    list(message.iter_parts())[1].add_related(b"PNG", "image", "png", cid="<logo>")
    await aiosmtplib.send(message, hostname="127.0.0.1", port=caught.port, start_tls=False)
    mail_id = (await browser.get("/mailbox.json")).json()["mails"][0]["id"]
    assert "data:image/png;base64,UE5H" in (await browser.get(f"/mailbox/{mail_id}/html")).text


@pytest.mark.parametrize("part", ["html", "text", "source", "nonsense"])
async def test_every_part_of_a_mail_is_shown_escaped(caught: Sink, browser: httpx.AsyncClient, part: str) -> None:
    await send(caught, text="<script>text</script>", html="<script>html</script>")
    mail_id = (await browser.get("/mailbox.json")).json()["mails"][0]["id"]
    page = await browser.get(f"/mailbox/{mail_id}", params={"part": part})
    assert page.status_code == 200
    assert "<script" not in page.text


@pytest.mark.parametrize("mail_id", ["nothing", "..%2F..%2Fetc%2Fpasswd", "%00", "a.b", "%F0%9F%98%80"])
async def test_an_unknown_mail_is_not_found(browser: httpx.AsyncClient, mail_id: str) -> None:
    assert (await browser.get(f"/mailbox/{mail_id}")).status_code == 404
    assert (await browser.get(f"/mailbox/{mail_id}/html")).status_code == 404


async def test_a_broken_mail_is_shown_all_the_same(caught: Sink, browser: httpx.AsyncClient) -> None:
    content = b"Content-Type: text/html; charset=nonsense\r\nSubject: =?x?q?=\r\n\r\n<p>\xff</p>"
    mail = sink.keep(caught.folder, "", [], content)
    assert (await browser.get("/mailbox")).status_code == 200
    assert (await browser.get(f"/mailbox/{mail.id}")).status_code == 200
    assert (await browser.get(f"/mailbox/{mail.id}/html")).status_code == 200
    assert json.loads((await browser.get("/mailbox.json")).text)["mails"][0]["id"] == mail.id

"""Every e-mail in every language: complete, strict, and harmless whatever the names hold."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from jinja2 import UndefinedError

from server.accounts.emails import AccountAssigned
from server.contacts.emails import AccessGranted, AccessRemoved, EmailConfirmation
from server.core import tokens
from server.identity.emails import PasswordChanged, PasswordRecovery
from server.invitations.emails import ClientActivated, PortalInvitation, Reminder
from server.mail.look import FirmLook
from server.mail.message import Link, Message
from server.mail.render import Rendered, render
from server.staff.emails import StaffInvitation
from server.words.say import LANGUAGES, catalogue

NIGHT = datetime(2026, 5, 7, 22, 30, tzinfo=UTC)
LINK = Link("/activate", "antinv", "inv_01h455vb4pex5vsknk084sn02q")
LOOK = FirmLook(
    "Gestoría Puig",
    time_zone="Europe/Madrid",
    accent_color="#0f766e",
    logo_url="https://portal.example/logos/firm_1/abc",
    address=("Carrer de Mallorca 100", "08037 Barcelona"),
    email="hola@puig.example",
    phone="+34 931 234 567",
    website="https://puig.example",
)
WRITTEN = "Good morning,\nas agreed."

MESSAGES: tuple[Message, ...] = (
    PortalInvitation("Ana", "Núñez S.L.", "Marta Puig", WRITTEN, NIGHT, False, LINK),
    PortalInvitation("Ana", "Núñez S.L.", "Marta Puig", None, NIGHT, True, LINK),
    PortalInvitation("", "Núñez S.L.", "", WRITTEN, NIGHT, False, LINK),
    Reminder("Ana", "Núñez S.L.", "Marta Puig", NIGHT, NIGHT, False, LINK),
    Reminder("Ana", "Núñez S.L.", "", NIGHT, NIGHT, True, LINK),
    ClientActivated("Marta", "Ana Núñez", "Núñez S.L.", NIGHT, Link("/admin/accounts/acc_1")),
    AccessGranted("Ana", "Núñez S.L.", "Marta Puig", Link("/a/acc_1")),
    AccessGranted("Ana", "Núñez S.L.", "", Link("/a/acc_1")),
    AccessRemoved("Ana", "Núñez S.L."),
    EmailConfirmation("Ana", "ana@client.example", NIGHT, Link("/confirm-email", "antmail", "emc_1")),
    StaffInvitation("Jordi", "Marta Puig", NIGHT, False, LINK),
    StaffInvitation("Jordi", "", NIGHT, True, LINK),
    AccountAssigned("Jordi", "Núñez S.L.", "Marta Puig", Link("/admin/accounts/acc_1")),
    AccountAssigned("Jordi", "Núñez S.L.", "", Link("/admin/accounts/acc_1")),
    PasswordRecovery("ana@client.example", NIGHT, Link("/recover/reset", "antrst", "rec_1")),
    PasswordChanged("ana@client.example", NIGHT, "Firefox, Windows", "203.0.113.7", Link("/recover")),
)
NAMES = {"account_name", "client_name", "inviter_name", "granted_by", "assigned_by", "device", "address", "first_name"}

every_message = pytest.mark.parametrize("message", MESSAGES, ids=lambda m: m.kind)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def rendered(message: Message, language: str = "en", look: FirmLook = LOOK) -> Rendered:
    return render(message.kind, message.words(), language, look)


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def kinds_of(message: type[Message]) -> set[str]:
    return {each.kind for each in message.__subclasses__()}


@every_language
def test_every_kind_has_its_words_and_no_words_lack_a_kind(language: str) -> None:
    assert set(catalogue("emails", language)) - {"ALL"} == {message.kind for message in MESSAGES} == kinds_of(Message)


@every_language
@every_message
def test_every_email_says_everything_in_every_language(message: Message, language: str) -> None:  # MAIL-1
    mail = rendered(message, language)
    for text in (mail.html, mail.text, mail.subject):
        assert "{{" not in text
        assert "{%" not in text
        assert "None" not in text
        assert ".." not in text.replace("…", "")
    assert "Gestoría Puig" in mail.subject
    said = seen(mail.html)
    for field in fields(message):
        value = getattr(message, field.name)
        if field.name == "link":
            assert value.url in mail.text
            assert value.url in said.links
        elif isinstance(value, str) and value:
            first_line = value.split("\n")[0]
            assert first_line in in_one_line(mail.text)
            assert first_line in said.text
        elif isinstance(value, datetime):
            assert "2026" in mail.text
    for line in (*LOOK.address, "Gestoría Puig"):  # the postal footer
        assert line in mail.text
        assert line in said.text
    assert f'lang="{language}"' in mail.html
    assert 'name="color-scheme" content="light dark"' in mail.html


@every_language
@every_message
def test_a_word_nobody_gave_is_an_error(message: Message, language: str) -> None:  # architecture.md 4
    optional = {"first_name"}
    for name in set(message.words()) - optional - {"link", "message"}:
        words = {key: word for key, word in message.words().items() if key != name}
        if says(message, language, name):
            with pytest.raises(UndefinedError):
                render(message.kind, words, language, LOOK)


@every_language
def test_every_word_of_every_kind_is_said(language: str) -> None:
    for message in MESSAGES:
        for field in fields(message):
            assert says(message, language, field.name), f"{message.kind} in {language} never says {field.name}"


def says(message: Message, language: str, name: str) -> bool:
    sentences = str(catalogue("emails", language)[message.kind])
    return name in sentences or name in ("link", "message", "first_name")


@every_language
@every_message
def test_subjects_are_short_with_the_longest_names_and_name_the_firm(message: Message, language: str) -> None:
    long = {field.name: "Wohnungsbaugenossenschaft " * 4 for field in fields(message) if field.name in NAMES}
    mail = rendered(replace(message, **long), language, replace(LOOK, name="Kanzlei Bartholomäus und Partner " * 3))
    assert len(mail.subject) < 60
    assert "Kanzle" in mail.subject
    assert "…" in mail.subject


@every_message
def test_the_kinds_can_be_told_apart_by_their_subjects(message: Message) -> None:
    others = {rendered(other).subject for other in MESSAGES if other.kind != message.kind}
    assert rendered(message).subject not in others


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='https://evil.example'>here</a>",
    '"><b>bold</b>',
    "</title></head><body>gone",
    "<!-- comment",
    "]]><![CDATA[",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{{ firm.__class__ }}",
    "<mj-raw><b>x</b></mj-raw>",
    "<style>*{display:none}</style>",
    "<iframe src=//evil.example>",
    "<form action=//evil.example><input>",
    "javascript:alert(1)",
    "[here](https://evil.example)",
    "https://evil.example/login",
    "&lt;b&gt;twice&lt;/b&gt;",
    "&#60;b&#62;",
    "<svg onload=alert(1)>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "Ana\r\nBcc: eve@evil.example",
    "Ana\n\nBegin a new paragraph",
    "\u202egnp.exe",
    "<p>\u2028</p>",
    "<<b>>",
    "' style='background:url(//evil.example)",
    "<!--[if mso]><b>x</b><![endif]-->",
    "\x00<b>\x00",
]


@pytest.mark.parametrize("payload", HOSTILE)
def test_html_in_names_and_messages_stays_text(payload: str) -> None:  # M2
    for message in MESSAGES:
        hostile: dict[str, Any] = {field.name: payload for field in fields(message) if field.name in NAMES}
        if getattr(message, "message", None):
            hostile["message"] = payload
        look = replace(LOOK, name=payload.replace("\r\n", " ").replace("\n", " "), address=(payload,))
        tame, wild = seen(rendered(message).html), seen(rendered(replace(message, **hostile), look=look).html)
        assert wild.elements == tame.elements
        assert wild.links == tame.links
        mail = rendered(replace(message, **hostile), look=look)
        assert not any(ord(c) < 32 for c in mail.subject)
        assert "49" not in mail.subject


def test_the_personal_message_is_quoted_with_its_lines_and_nothing_in_it_becomes_a_link() -> None:  # INV-1
    text = "Good morning,\r\n\r\n\r\nsee https://evil.example & <b>this</b>.\nMarta"
    message = replace(MESSAGES[0], message=text)  # type: ignore[call-arg]  # the first has the field
    mail = rendered(message)
    assert "Good morning,<br /><br />see https://evil.example &amp; &lt;b&gt;this&lt;/b&gt;.<br />Marta" in mail.html
    assert "> Good morning,\n>\n> see https://evil.example & <b>this</b>.\n> Marta\n" in mail.text
    assert seen(mail.html).links == {LINK.url}


def test_without_a_personal_message_there_is_no_quotation() -> None:
    mail = rendered(MESSAGES[1])
    assert "personal message" not in mail.text
    assert "border-left" not in mail.html


def test_two_megabytes_of_message_do_not_make_a_two_megabyte_mail() -> None:
    message = replace(MESSAGES[0], message="x " * 1_000_000)  # type: ignore[call-arg]  # the first has the field
    assert len(rendered(message).html) < 40_000


def test_who_has_a_login_is_asked_to_sign_in_and_not_to_choose_a_password() -> None:  # E3
    without, having = rendered(MESSAGES[0]), rendered(MESSAGES[1])
    assert "choose a password" in without.text
    assert "choose a password" not in having.text
    assert "already have a login" in having.text


def test_dates_are_the_firms_and_the_readers() -> None:  # design.md, Words
    def said(language: str, time_zone: str = "Europe/Madrid") -> str:
        return in_one_line(rendered(MESSAGES[-1], language, replace(LOOK, time_zone=time_zone)).text)

    assert "8 May 2026, 00:30 CEST" in said("en")
    assert "8. Mai 2026, 00:30 MESZ" in said("de")
    assert "8 de mayo de 2026, 00:30" in said("es")
    assert "8 mai 2026, 01:30" in said("ro", "Europe/Bucharest")
    assert "7 May 2026, 22:30 UTC" in said("en", "Nowhere/Land")


def test_the_token_stands_behind_the_hash_and_is_the_one_the_door_knows() -> None:  # INV-2
    url = f"/activate#{tokens.derived('antinv', 'inv_01h455vb4pex5vsknk084sn02q')}"
    assert url in rendered(MESSAGES[0]).text


def test_the_logo_has_the_firms_name_for_readers_without_pictures() -> None:
    assert 'alt="Gestoría Puig"' in rendered(MESSAGES[0]).html
    assert "<img" not in rendered(MESSAGES[0], look=replace(LOOK, logo_url=None)).html


@pytest.mark.parametrize(
    ("colour", "letters"), [("#0f766e", "#ffffff"), ("#ffe14d", "#1f2933"), ("#000000", "#ffffff")]
)
def test_the_button_can_be_read_on_any_colour(colour: str, letters: str) -> None:
    html = rendered(MESSAGES[0], look=replace(LOOK, accent_color=colour)).html
    assert f"background:{colour};color:{letters}" in html


@pytest.mark.parametrize("colour", ["red", "#fff", "#2f5d8a;background:url(//evil.example)", "", 'x"'])
def test_what_is_no_colour_becomes_the_default(colour: str) -> None:
    html = rendered(MESSAGES[0], look=replace(LOOK, accent_color=colour)).html
    assert "background:#2f5d8a;" in html
    assert "evil" not in html


def test_an_unknown_language_is_answered_in_english() -> None:
    assert rendered(MESSAGES[0], "fr-FR") == rendered(MESSAGES[0], "en")


def test_a_mail_costs_little_once_the_layout_is_compiled() -> None:
    rendered(MESSAGES[0])
    started = datetime.now(UTC)
    for _ in range(100):
        rendered(MESSAGES[0])
    assert (datetime.now(UTC) - started).total_seconds() < 1.5


class seen(HTMLParser):  # noqa: N801 (reads as a verb)
    """What a mail program makes of the HTML: its elements in order, its links, its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            return  # a line of the message is a line
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.links |= {value or "" for name, value in attrs if name in ("href", "action", "background")}

    def handle_data(self, data: str) -> None:
        self.text += data

import pytest

from server.core.database import in_firm
from server.core.errors import Forbidden, Invalid, NotFound
from server.invitations.models import Invitation
from server.invitations.preview import preview
from tests.factories.invitations import login_of, mails_of, somewhere
from tests.factories.offices import office_of
from tests.factories.people import client_of


async def test_a_preview_is_the_mail_and_leaves_nothing_behind() -> None:  # INV-1
    office = await office_of("Kanzlei Keller", language="de")
    seen = await preview(office.executive, first_name="Ana", account_name="Nord GmbH", message="<b>Hallo</b>")
    assert "Kanzlei Keller" in seen.subject
    assert "Nord GmbH" in seen.text
    assert "<b>Hallo</b>" in seen.text
    assert "&lt;b&gt;Hallo&lt;/b&gt;" in seen.html
    assert "/activate" in seen.html
    assert "antinv_" not in seen.html + seen.text
    assert await mails_of(office.id) == []
    assert await in_firm(office.id, lambda: Invitation.all().count()) == 0


async def test_a_preview_does_not_tell_who_has_a_login() -> None:  # security.md E3
    office = await office_of()
    known = f"known.{somewhere()}@client.example"
    await login_of(known)
    seen = [
        await preview(office.owner, first_name="Ana", email=email, account_name="Nord")
        for email in (known, "unknown@client.example")
    ]
    assert seen[0].text == seen[1].text


async def test_a_preview_holds_to_the_rules_of_the_invitation() -> None:
    office = await office_of()
    client = await client_of(office.id)
    with pytest.raises(Invalid) as refused:
        await preview(office.owner, account_name="Nord", message="x" * 2_001)
    assert refused.value.problems[0].field == "message"
    with pytest.raises(Forbidden):
        await preview(office.analyst, account_name="Nord")
    with pytest.raises(NotFound):
        await preview(client.actor, account_name="Nord")

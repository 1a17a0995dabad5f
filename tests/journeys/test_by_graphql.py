"""The main job by GraphQL alone: over real HTTP and real SMTP."""

import asyncio
import uuid
from typing import Any

import httpx
import pytest

from tests.journeys.conftest import PASSWORD, OpenFirm
from tests.journeys.post import Post
from tests.journeys.product import Browserless, Product, Refused

NEW = "sieben Tassen Tee im Regal"
VIEWER = "{ viewer { id name accounts { id name folders { name access } } } }"
LINK = "{ id portalAccess contact { id name email } invitation { id state emails { state lastReply } } }"
ACCOUNT = f"{{ account {{ id name number portalStatus contacts {LINK} }} }}"


def an_address(name: str = "ana") -> str:
    """One that no other test uses."""
    return f"{name}.{uuid.uuid4().hex[:10]}@client.example"


def a_contact(
    email: str, *, send: bool | None = None, login: bool = True, message: str | None = None
) -> dict[str, Any]:
    """A new contact for an account; `send=None` leaves the choice out."""
    invitation = None if send is None else {"send": send, "message": message}
    contact = {"firstName": "Ana", "lastName": "Popescu", "email": email, "language": "RO"}
    return {"contact": contact, "login": login, "invitation": invitation}


async def create(staff: Browserless, *contacts: dict[str, Any], name: str | None = None) -> dict[str, Any]:
    """An account with these contacts."""
    name = name or f"Conta {uuid.uuid4().hex[:8]}"
    payload = await staff.do(
        "createAccount", "CreateAccountInput", ACCOUNT, type="INDIVIDUAL", name=name, contacts=list(contacts)
    )
    account: dict[str, Any] = payload["account"]
    return account


async def activate(product: Product, token: str, password: str = NEW) -> Browserless:
    """A client who follows the link and is in."""
    client = Browserless(product, "PORTAL")
    await client.do("acceptInvitation", "AcceptInvitationInput", "{ viewer { id } }", token=token, password=password)
    return client


async def state_of(product: Product, token: str) -> str:
    """What the page behind a link would show."""
    opened = await Browserless(product, "PORTAL").do("openInvitation", "TokenInput", "{ state }", token=token)
    return str(opened["state"])


async def test_invite_email_activate_portal(open_firm: OpenFirm, product: Product, post: Post) -> None:  # INV-2
    firm = await open_firm()
    staff = await firm.sign_in()
    address = an_address()
    account = await create(staff, a_contact(address, send=True, message="Bine ați venit!\n<b>x</b>"))
    assert account["portalStatus"] == "PENDING_ACTIVATION"

    letter = await post.wait(address)
    assert "Bine ați venit!" in letter.text
    for _ in range(20):  # mail scanners look at links; that must not use them up (A5)
        async with httpx.AsyncClient(base_url=product.url) as scanner:
            assert (await scanner.get("/activate")).status_code == 200
            assert (await scanner.head("/activate")).status_code == 200
    assert await state_of(product, letter.token) == "VALID"

    client = await activate(product, letter.token)
    viewer = (await client.ask(VIEWER))["viewer"]
    assert [each["id"] for each in viewer["accounts"]] == [account["id"]]
    assert {each["access"] for each in viewer["accounts"][0]["folders"]} == {"CLIENT_EDIT", "CLIENT_VIEW"}

    told = await post.wait(firm.emails["owner"])  # INV-8
    assert f"/admin/accounts/{account['id']}" in told.text
    seen = await staff.ask(
        f"query ($id: ID!) {{ account(id: $id) {{ portalStatus contacts {LINK} }} }}", id=account["id"]
    )
    assert seen["account"]["portalStatus"] == "ACTIVE"
    assert seen["account"]["contacts"][0]["invitation"]["state"] == "ACCEPTED"
    assert seen["account"]["contacts"][0]["invitation"]["emails"][0]["lastReply"].startswith("250")
    assert await state_of(product, letter.token) == "USED"


async def test_two_parallel_activations_of_one_link_have_one_winner(
    open_firm: OpenFirm, product: Product, post: Post
) -> None:  # A2
    staff = await (await open_firm()).sign_in()
    address = an_address()
    await create(staff, a_contact(address, send=True))
    letter = await post.wait(address)
    results = await asyncio.gather(*(activate(product, letter.token) for _ in range(8)), return_exceptions=True)
    refusals = [each for each in results if isinstance(each, Refused)]
    assert len(results) - len(refusals) == 1, results
    assert {each.code for each in refusals} == {"LINK_USED"}


async def test_skip_then_invite_later(open_firm: OpenFirm, product: Product, post: Post) -> None:  # INV-1
    staff = await (await open_firm()).sign_in()
    address = an_address()
    account = await create(staff, a_contact(address, send=False))
    [link] = account["contacts"]
    assert link["portalAccess"] == "NOT_INVITED"
    result = await staff.do(
        "invite", "InviteInput", f"{{ accountContacts {LINK} failures {{ code }} }}", ids=[link["id"]]
    )
    assert result["failures"] == []
    assert result["accountContacts"][0]["portalAccess"] == "PENDING"
    await activate(product, (await post.wait(address)).token)
    assert len(post.of(address)) == 1


async def test_two_accounts_one_login_switch(open_firm: OpenFirm, product: Product, post: Post) -> None:  # CON-8, INV-5
    staff = await (await open_firm()).sign_in()
    address = an_address()
    first = await create(staff, a_contact(address, send=True))
    client = await activate(product, (await post.wait(address)).token)
    contact_id = first["contacts"][0]["contact"]["id"]

    linked = {"contactId": contact_id, "login": True, "invitation": {"send": True}}
    second = await create(staff, linked)
    assert second["contacts"][0]["portalAccess"] == "ACTIVE"
    assert await state_of(product, (await post.wait(address, nth=2)).token or "none") == "UNKNOWN"  # a notice, no link
    third = await create(staff, {"contactId": contact_id, "login": False})

    viewer = (await client.ask(VIEWER))["viewer"]
    assert {each["id"] for each in viewer["accounts"]} == {first["id"], second["id"]}
    one = "query ($id: ID!) { portalAccount(id: $id) { id } }"
    assert (await client.ask(one, id=second["id"]))["portalAccount"]["id"] == second["id"]
    with pytest.raises(Refused) as refused:
        await client.ask(one, id=third["id"])
    assert refused.value.code == "NOT_FOUND"


async def test_login_toggled_off_during_a_session(open_firm: OpenFirm, product: Product, post: Post) -> None:  # T6
    staff = await (await open_firm()).sign_in()
    address = an_address()
    account = await create(staff, a_contact(address, send=True))
    client = await activate(product, (await post.wait(address)).token)
    link_id = account["contacts"][0]["id"]
    assert (await client.ask(VIEWER))["viewer"] is not None

    await staff.do("setAccess", "SetAccessInput", "{ accountContact { portalAccess } }", id=link_id, login=False)
    assert (await client.ask(VIEWER))["viewer"] is None
    with pytest.raises(Refused) as refused:
        await Browserless(product, "PORTAL").sign_in(address, NEW)
    assert refused.value.code == "SIGN_IN_FAILED"

    await staff.do("setAccess", "SetAccessInput", "{ accountContact { portalAccess } }", id=link_id, login=True)
    await Browserless(product, "PORTAL").sign_in(address, NEW)


async def test_a_new_invitation_supersedes_the_older(
    open_firm: OpenFirm, product: Product, post: Post
) -> None:  # INV-4
    staff = await (await open_firm()).sign_in()
    address = an_address()
    account = await create(staff, a_contact(address, send=True))
    older = await post.wait(address)
    link_id = account["contacts"][0]["id"]
    await staff.do("invite", "InviteInput", "{ failures { code } }", ids=[link_id])
    newer = await post.wait(address, nth=2)
    assert await state_of(product, older.token) == "SUPERSEDED"
    with pytest.raises(Refused) as refused:
        await activate(product, older.token)
    assert refused.value.code == "LINK_SUPERSEDED"
    await activate(product, newer.token)


async def test_mail_server_down_then_up(open_firm: OpenFirm, product: Product, post: Post) -> None:  # M4
    staff = await (await open_firm()).sign_in()
    address = an_address()
    await post.down()
    try:
        account = await create(staff, a_contact(address, send=True))
        assert account["contacts"][0]["portalAccess"] == "PENDING"
        query = f"query ($id: ID!) {{ account(id: $id) {{ contacts {LINK} }} }}"
        mail: dict[str, Any] = {}
        for _ in range(200):
            found = await staff.ask(query, id=account["id"])
            [mail] = found["account"]["contacts"][0]["invitation"]["emails"]
            if mail["state"] == "DEFERRED":
                break
            await asyncio.sleep(0.1)
        assert mail["state"] == "DEFERRED"
        assert mail["lastReply"]
    finally:
        await post.up()
    await staff.do("invite", "InviteInput", "{ failures { code } }", ids=[account["contacts"][0]["id"]])
    await activate(product, (await post.wait(address)).token)


async def test_staff_invitation(open_firm: OpenFirm, product: Product, post: Post) -> None:  # TEAM-5
    firm = await open_firm()
    staff = await firm.sign_in()
    address = an_address("jonas")
    invited = await staff.do(
        "inviteStaff",
        "InviteStaffInput",
        "{ staffMember { id state } }",
        email=address,
        firstName="Jonas",
        lastName="Weber",
        role="EMPLOYEE",
    )
    assert invited["staffMember"]["state"] == "INVITED"
    letter = await post.wait(address)
    assert "/admin/activate#" in letter.link
    colleague = Browserless(product, "STAFF")
    came = await colleague.do(
        "acceptInvitation",
        "AcceptInvitationInput",
        "{ viewer { door role can } }",
        token=letter.token,
        password=NEW,
        lastName="Weber-Schmidt",
    )
    assert came["viewer"]["door"] == "STAFF"
    assert (await colleague.ask("{ accounts { totalCount } }"))["accounts"]["totalCount"] == 0

    staff_id = invited["staffMember"]["id"]
    await staff.do("deactivateStaff", "IdInput", "{ staffMember { state } }", id=staff_id)
    with pytest.raises(Refused) as refused:
        await colleague.ask("{ accounts { totalCount } }")
    assert refused.value.code == "UNAUTHENTICATED"


async def test_password_recovery(open_firm: OpenFirm, product: Product, post: Post) -> None:  # TEAM-7
    firm = await open_firm()
    staff = await firm.sign_in()
    address = firm.emails["owner"]
    stranger = Browserless(product, "STAFF")
    known = await stranger.do("requestRecovery", "RequestRecoveryInput", "{ done }", email=address, door="STAFF")
    unknown = await stranger.do("requestRecovery", "RequestRecoveryInput", "{ done }", email=an_address(), door="STAFF")
    assert known == unknown
    letter = await post.wait(address)
    await stranger.do("resetPassword", "ResetPasswordInput", "{ done }", token=letter.token, password=NEW)
    with pytest.raises(Refused):
        await stranger.do("resetPassword", "ResetPasswordInput", "{ done }", token=letter.token, password=NEW + "!")
    with pytest.raises(Refused) as refused:
        await staff.ask("{ firm { id } }")
    assert refused.value.code == "UNAUTHENTICATED"
    with pytest.raises(Refused):
        await Browserless(product, "STAFF").sign_in(address, PASSWORD)
    await Browserless(product, "STAFF").sign_in(address, NEW)
    await post.wait(address, nth=2)  # the notice with time and device


async def test_no_token_stands_in_the_logs_or_the_database(
    open_firm: OpenFirm, product: Product, post: Post
) -> None:  # A1, A4
    staff = await (await open_firm()).sign_in()
    address = an_address()
    await create(staff, a_contact(address, send=True))
    letter = await post.wait(address)
    await activate(product, letter.token)
    assert letter.token not in product.log
    assert address not in product.log

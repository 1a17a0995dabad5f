"""What stands before a journey begins, made in a hurry by the API instead of the screens."""

from dataclasses import dataclass
from typing import Any

from playwright.async_api import Page

from server.core.database import in_firm
from server.invitations.models import Invitation
from tests.factories.invitations import token_of
from tests.journeys.browser import Windows, come_in
from tests.journeys.browser_client import NEW
from tests.journeys.browser_staff import Somebody
from tests.journeys.conftest import Firm
from tests.journeys.post import Letter, Post
from tests.journeys.product import Browserless

_colleagues: dict[str, Browserless] = {}
ACCOUNT = "{ account { id name contacts { id contact { id } } } }"


@dataclass(frozen=True)
class Account:
    """An account with one contact."""

    id: str
    name: str
    link_id: str
    contact_id: str
    somebody: Somebody


async def colleague_of(firm: Firm) -> Browserless:
    """The owner at the API; signing in takes its time, so it is done once a firm."""
    if firm.office.id not in _colleagues:
        _colleagues[firm.office.id] = await firm.sign_in()
    return _colleagues[firm.office.id]


async def account_of(
    firm: Firm, somebody: Somebody | None = None, *, send: bool = True, login: bool = True, name: str | None = None
) -> Account:
    """An account whose contact has been invited, unless said otherwise."""
    somebody = somebody or Somebody()
    contact = {"firstName": somebody.first, "lastName": somebody.last, "email": somebody.email}
    return await _create(await colleague_of(firm), somebody, name, {"contact": contact}, send, login)


async def further_account_of(firm: Firm, first: Account, *, name: str, login: bool = True) -> Account:
    """Another account with the same contact."""
    return await _create(await colleague_of(firm), first.somebody, name, {"contactId": first.contact_id}, True, login)


async def tag_of(firm: Firm, name: str, color: str) -> str:
    """A tag of the firm; its id."""
    made = await (await colleague_of(firm)).do("createTag", "CreateTagInput", "{ tag { id } }", name=name, color=color)
    return str(made["tag"]["id"])


async def _create(
    staff: Browserless, somebody: Somebody, name: str | None, contact: dict[str, Any], send: bool, login: bool
) -> Account:
    link = {**contact, "login": login, "invitation": {"send": send} if login else None}
    made = await staff.do("createAccount", "CreateAccountInput", ACCOUNT, type="INDIVIDUAL", name=name, contacts=[link])
    account = made["account"]
    [held] = account["contacts"]
    return Account(account["id"], account["name"], held["id"], held["contact"]["id"], somebody)


async def accept(firm: Firm, letter: Letter, password: str = NEW) -> None:
    """Follow a client's link somewhere else, so that the login exists."""
    somewhere = Browserless(firm.product, "PORTAL")
    await somewhere.do(
        "acceptInvitation", "AcceptInvitationInput", "{ viewer { id } }", token=letter.token, password=password
    )


async def client_at(windows: Windows, account: Account, path: str = "", *, phone: bool = True, **more: Any) -> Page:
    """A window in which the client of an account is signed in."""
    page = await windows.open(phone=phone, **more)
    await come_in(page, "PORTAL", account.somebody.email, NEW)
    await page.goto(path or f"/a/{account.id}")
    return page


async def active_account_of(firm: Firm, post: Post, somebody: Somebody | None = None, *, name: str = "") -> Account:
    """An account whose contact uses the portal already."""
    account = await account_of(firm, somebody, name=name or None)
    await accept(firm, await post.wait(account.somebody.email))
    return account


async def link_of(firm: Firm, account: Account, **amended: Any) -> str:
    """The path of the newest invitation's link; `amended` is what time or a colleague did to it."""

    async def work() -> str:
        found = Invitation.filter(contact_id=account.contact_id)
        if amended:
            await found.update(**amended)
        newest, *_ = await found.order_by("-id")
        return token_of(newest)

    return f"/activate#{await in_firm(firm.office.id, work)}"

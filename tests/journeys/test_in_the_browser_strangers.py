"""A stranger of another firm, and a colleague without the right, at every door."""

import pytest
from playwright.async_api import expect

from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_client import sign_in
from tests.journeys.browser_setting import account_of, active_account_of, client_at, further_account_of
from tests.journeys.conftest import PASSWORD, OpenFirm
from tests.journeys.post import Post

NOT_HERE = "This is not here It may have been removed, or it is not open to you. Go to the accounts"
UNKNOWN = "acc_01jzzzzzzzzzzzzzzzzzzzzzzz"


@pytest.mark.parametrize("below", ["", "/folders", "/timeline"])
async def test_another_firms_account_is_not_there_for_staff(
    open_firm: OpenFirm, windows: Windows, below: str
) -> None:  # ACC-1
    theirs = await account_of(await open_firm("Kanzlei Berg"), send=False, name="Geheim GmbH")
    desk = await staff.at_work(await windows.open(), await open_firm("Bufete Costa"))
    for account_id in (theirs.id, UNKNOWN, "nonsense"):  # a stranger's id and an unknown one answer alike
        await desk.goto(f"/admin/accounts/{account_id}{below}")
        await expect(desk.get_by_role("main")).to_have_text(NOT_HERE, use_inner_text=True)
    await desk.get_by_role("link", name="Go to the accounts").click()
    await expect(desk.get_by_text("Your first account")).to_be_visible()


@pytest.mark.parametrize("below", ["", "/folders"])
async def test_other_peoples_accounts_are_not_there_for_clients(
    open_firm: OpenFirm, windows: Windows, post: Post, below: str
) -> None:  # CON-8
    firm, other = await open_firm("Kanzlei Berg"), await open_firm("Bufete Costa")
    mine = await active_account_of(firm, post, name="Mine")
    without_login = await further_account_of(firm, mine, name="Geheim A", login=False)
    colleagues = await account_of(firm, send=False, name="Geheim B")
    theirs = await account_of(other, send=False, name="Geheim C")
    phone = await client_at(windows, mine)
    shown = []
    for account_id in (without_login.id, colleagues.id, theirs.id, UNKNOWN, "nonsense"):
        await phone.goto(f"/a/{account_id}{below}")
        await expect(phone.get_by_role("link", name="Go to Mine")).to_be_visible()
        shown.append(await phone.get_by_role("main").inner_text())
    assert len(set(shown)) == 1
    assert "Geheim" not in shown[0]


async def test_each_door_takes_its_own_people_only(open_firm: OpenFirm, windows: Windows, post: Post) -> None:  # SEC-1
    firm = await open_firm()
    mine = await active_account_of(firm, post)
    phone = await client_at(windows, mine)
    for path in ("/admin", "/admin/pending", f"/admin/accounts/{mine.id}"):
        await phone.goto(path)
        await expect(phone.get_by_role("heading", name="Sign in")).to_be_visible()
        await expect(phone.get_by_role("main")).to_contain_text("for the staff")
    desk = await staff.at_work(await windows.open(), firm)
    for path in ("/", "/profile", f"/a/{mine.id}"):
        await desk.goto(path)
        await expect(desk.get_by_role("heading", name="Sign in")).to_be_visible()
        await expect(desk.get_by_role("main")).to_contain_text("to your portal")


@pytest.mark.parametrize("path", ["/accounts", "/accounts/new", "/pending?q=x", "/team", "/settings", "/profile"])
async def test_the_door_leads_back_to_where_a_colleague_wanted_to_go(
    open_firm: OpenFirm, windows: Windows, path: str
) -> None:  # TEAM-7
    firm = await open_firm()
    desk = await windows.open()
    await desk.goto("/admin" + path)
    await expect(desk.get_by_role("heading", name="Sign in")).to_be_visible()
    await sign_in(desk, firm.emails["owner"], PASSWORD)
    await expect(desk).to_have_url(f"{firm.product.url}/admin{path}")


async def test_an_analyst_is_offered_nothing_that_would_be_refused(
    open_firm: OpenFirm, windows: Windows
) -> None:  # TEAM-4
    firm = await open_firm()
    account = await account_of(firm, send=False)
    desk = await staff.at_work(await windows.open(), firm, "analyst")
    await expect(desk.get_by_role("row", name=account.name)).to_be_visible()
    await expect(desk.get_by_role("link", name="New account")).to_have_count(0)
    await desk.goto("/admin/pending")
    await expect(desk.get_by_role("row", name=account.name)).to_be_visible()
    await expect(desk.get_by_role("button", name="Invite all…")).to_have_count(0)
    await desk.goto("/admin/team")
    await expect(desk.get_by_role("row", name="Owner Muster")).to_be_visible()
    await expect(desk.get_by_role("button", name="Invite a colleague")).to_have_count(0)
    await desk.goto(f"/admin/accounts/{account.id}")
    await expect(desk.get_by_role("heading", level=1, name=account.name)).to_be_visible()
    await expect(desk.get_by_role("button", name="Archive…")).to_have_count(0)
    await expect(desk.get_by_role("article", name=account.somebody.name)).to_contain_text("Login is on")
    await expect(desk.get_by_role("switch")).to_have_count(0)
    await desk.goto("/admin/settings")
    await expect(desk.get_by_text("Administrators and owners change these settings.")).to_be_visible()


@pytest.mark.parametrize("path", ["/nowhere", "/a", "/admin/nowhere", "/admin/accounts/x/y/z"])
async def test_a_page_that_does_not_exist_says_so(windows: Windows, path: str) -> None:
    page = await windows.open()
    await page.goto(path)
    await expect(page.get_by_role("heading", name="This page does not exist")).to_be_visible()

"""What stands behind a link that no longer works (INV-3)."""

from datetime import timedelta

from playwright.async_api import Page, expect

from server.core import clock
from tests.journeys.browser import Windows
from tests.journeys.browser_client import NEW, activate, sign_in
from tests.journeys.browser_setting import accept, account_of, link_of
from tests.journeys.conftest import OpenFirm
from tests.journeys.post import Post


async def says_nothing_of(page: Page, *secrets: str) -> None:
    """A dead link tells nobody whose it was."""
    shown = await page.locator("body").inner_text()
    assert not [secret for secret in secrets if secret in shown]


async def test_an_expired_link_sends_a_fresh_one_to_the_invited_address(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # INV-3
    firm = await open_firm()
    account = await account_of(firm)
    ana = account.somebody
    letter = await post.wait(ana.email)
    await link_of(firm, account, expires_at=clock.now() - timedelta(minutes=1))
    phone = await windows.open(phone=True)
    await phone.goto(letter.link)
    await expect(phone.get_by_role("heading", name="This link has expired")).to_be_visible()
    await says_nothing_of(phone, ana.first, ana.last, ana.email, account.name)
    await phone.get_by_role("button", name="Send me a fresh link").click()
    await expect(phone.get_by_role("heading", name="A fresh link is on its way")).to_be_visible()
    fresh = await post.wait(ana.email, nth=2)
    await activate(phone, fresh.link)


async def test_a_used_link_leads_to_the_sign_in_page(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # INV-3
    firm = await open_firm()
    account = await account_of(firm)
    letter = await post.wait(account.somebody.email)
    await accept(firm, letter)
    phone = await windows.open(phone=True)
    await phone.goto(letter.link)
    await expect(phone.get_by_role("heading", name="Your portal is already open")).to_be_visible()
    await says_nothing_of(phone, account.somebody.email, account.name)
    await phone.get_by_role("link", name="Go to sign-in").click()
    await sign_in(phone, account.somebody.email, NEW)
    await expect(phone.get_by_role("heading", name="Hello, Ana")).to_be_visible()


async def test_a_withdrawn_link_says_so(open_firm: OpenFirm, windows: Windows, post: Post) -> None:  # INV-3
    firm = await open_firm()
    account = await account_of(firm)
    letter = await post.wait(account.somebody.email)
    await link_of(firm, account, revoked_at=clock.now())
    phone = await windows.open(phone=True)
    await phone.goto(letter.link)
    await expect(phone.get_by_role("heading", name="This invitation was withdrawn")).to_be_visible()
    await says_nothing_of(phone, account.somebody.email, account.name)


async def test_unknown_malformed_and_missing_links_say_what_may_have_happened(windows: Windows) -> None:  # INV-3
    for path in ("/activate", "/admin/activate"):
        for rest in ("#antinv_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "#%E0%A4%A", "#" + "x" * 5000, ""):
            page = await windows.open(phone=True)
            await page.goto(path + rest)
            await expect(page.get_by_role("heading", name="This link is not complete")).to_be_visible()
            await page.get_by_role("link", name="Go to sign-in").click()
            await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


async def test_dead_recovery_links_offer_a_new_one(windows: Windows) -> None:  # TEAM-7
    for path in ("/recover/reset", "/admin/recover/reset"):
        page = await windows.open(phone=True)
        await page.goto(path + "#antrec_unknown")
        await expect(page.get_by_role("heading", name="This link no longer works")).to_be_visible()
        await page.get_by_role("link", name="Ask for a new link").click()
        await expect(page.get_by_role("heading", name="Recover your password")).to_be_visible()


async def test_looking_at_a_link_does_not_use_it_up(open_firm: OpenFirm, windows: Windows, post: Post) -> None:  # INV-2
    account = await account_of(await open_firm())
    letter = await post.wait(account.somebody.email)
    for _ in range(2):
        curious = await windows.open(phone=True)
        await curious.goto(letter.link)
        await expect(curious.get_by_role("heading", name="Welcome, Ana")).to_be_visible()
        await curious.reload()
        await expect(curious.get_by_role("heading", name="Welcome, Ana")).to_be_visible()
    await activate(await windows.open(phone=True), letter.link)

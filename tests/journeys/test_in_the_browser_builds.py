"""What the built pages send, and what happens to one that is older than the server."""

import json

from playwright.async_api import Page, Request, Route, expect

from tests.journeys.browser import Windows
from tests.journeys.browser_client import NEW, sign_in
from tests.journeys.browser_setting import active_account_of
from tests.journeys.browser_staff import at_work
from tests.journeys.conftest import OpenFirm
from tests.journeys.post import Post

GONE = "sha256:" + "0" * 64


def bodies_of(page: Page) -> list[dict[str, object]]:
    """Every question the page asks from now on."""
    found: list[dict[str, object]] = []

    def note(request: Request) -> None:
        if request.url.endswith("/graphql") and request.post_data:
            found.append(json.loads(request.post_data))

    page.on("request", note)
    return found


async def test_pages_send_registered_operations_and_no_text(open_firm: OpenFirm, windows: Windows, post: Post) -> None:
    firm = await open_firm()
    mine = await active_account_of(firm, post)
    phone = await windows.open(phone=True)
    sent = bodies_of(phone)
    await phone.goto("/")
    await sign_in(phone, mine.somebody.email, NEW)
    await expect(phone.get_by_role("heading", level=1)).to_be_visible()
    desk = await windows.open()
    sent_by_staff = bodies_of(desk)
    await at_work(desk, firm)
    await expect(desk.get_by_role("link", name=mine.name)).to_be_visible()
    assert len(sent) > 1
    assert len(sent_by_staff) > 1
    assert all(str(body["documentId"]).startswith("sha256:") for body in sent + sent_by_staff)
    assert not any("query" in body for body in sent + sent_by_staff)


async def test_a_page_older_than_the_server_is_loaded_anew_once_and_then_says_so(windows: Windows) -> None:
    page = await windows.open()
    loads: list[str] = []
    page.on("load", lambda _: loads.append("loaded"))
    outdated = True

    async def as_of_an_older_build(route: Route) -> None:
        body = json.loads(route.request.post_data or "{}")
        await route.continue_(post_data=json.dumps(body | {"documentId": GONE} if outdated else body))

    await page.route("**/graphql", as_of_an_older_build)
    await page.goto("/")
    await expect(page.get_by_text("There is a newer version of this page. Please reload it.")).to_be_visible()
    assert len(loads) == 2
    outdated = False
    await page.get_by_role("button", name="Reload").click()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    windows.complaints[:] = [each for each in windows.complaints if "status of 400" not in each]

"""Every screen of both faces: axe finds nothing, nothing moves while it loads, nothing is wider than a phone."""

from collections.abc import Sequence

import pytest
from playwright.async_api import Page

from server.contacts.models import Contact
from server.core.database import in_firm
from server.staff.models import StaffMember
from tests.journeys import browser_screens_listed as listed
from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows, come_in, overflow_of
from tests.journeys.browser_client import NEW
from tests.journeys.browser_screens import AXE, SMALLEST, STILL, Screen, faults_of, route_of, routes_of
from tests.journeys.browser_setting import Account, account_of, active_account_of, client_at, further_account_of, tag_of
from tests.journeys.conftest import PASSWORD, OpenFirm
from tests.journeys.post import Post

VIEWS = pytest.mark.parametrize("narrow", [False, True], ids=["desk", "phone"])


async def look_at(page: Page, screens: Sequence[Screen], *, narrow: bool) -> None:
    """Each of them, and then say what is wrong with any."""
    await page.add_init_script(path=AXE)  # past the style and script policy, which stays as it is
    faults = [fault for screen in screens for fault in await faults_of(page, screen, narrow=narrow)]
    assert not faults, "\n".join(faults)


@VIEWS
async def test_the_doors(open_firm: OpenFirm, windows: Windows, post: Post, narrow: bool) -> None:
    links = await listed.links_of(await open_firm(), post)
    page = await windows.open(phone=narrow)
    await look_at(page, listed.doors_of_the_portal(links) + listed.doors_of_the_staff(links), narrow=narrow)


@VIEWS
async def test_inside_the_portal(open_firm: OpenFirm, windows: Windows, post: Post, narrow: bool) -> None:
    firm = await open_firm(email="office@kanzlei.example", phone="+34911234567")
    account = await active_account_of(firm, post, name="Ana Popescu")
    await further_account_of(firm, account, name="Popescu & Partner Import-Export Gesellschaft mbH")
    page = await client_at(windows, account, phone=narrow)
    row = page.get_by_role("link", name="Client uploaded documents")
    folder_id = str(await row.get_attribute("href")).rpartition("=")[2]
    await look_at(page, listed.inside_the_portal(account, folder_id), narrow=narrow)


@VIEWS
async def test_the_register(open_firm: OpenFirm, windows: Windows, post: Post, narrow: bool) -> None:
    firm = await open_firm()
    account = await account_of(firm, name="Popescu & Partner Import-Export Gesellschaft mbH")
    await post.wait(account.somebody.email)
    page = await staff.at_work(await windows.open(phone=narrow), firm)
    await look_at(page, listed.registers(account), narrow=narrow)


@VIEWS
async def test_pending_people_team_and_settings(
    open_firm: OpenFirm, windows: Windows, post: Post, narrow: bool
) -> None:
    firm = await open_firm()
    account = await account_of(firm)
    await post.wait(account.somebody.email)
    for name, color in (("VIP", "YELLOW"), ("Referred by a client of the other office", "INDIGO")):
        await tag_of(firm, name, color)
    page = await staff.at_work(await windows.open(phone=narrow), firm)
    await look_at(page, listed.offices(account), narrow=narrow)


@pytest.mark.parametrize("language", ["de", "ro"])
async def test_longer_words_fit_into_320_px(open_firm: OpenFirm, windows: Windows, post: Post, language: str) -> None:
    firm = await open_firm()
    account = await active_account_of(firm, post)

    async def speak() -> None:
        await StaffMember.all().update(language=language)
        await Contact.all().update(language=language)

    await in_firm(firm.office.id, speak)
    page = await windows.open(phone=True, locale=language)
    await page.set_viewport_size({"width": SMALLEST, "height": 640})
    await come_in(page, "STAFF", firm.emails["owner"], PASSWORD)
    await come_in(page, "PORTAL", account.somebody.email, NEW)
    here, record = f"/a/{account.id}", f"/admin/accounts/{account.id}"
    inside = [here, f"{here}/folders", "/profile", record, f"{record}/folders", f"{record}/timeline"]
    staff_pages = [
        f"/admin/{name}"
        for name in ("accounts", "accounts/new", "pending", "team", "settings", "settings/tags", "profile")
    ]
    doors = [
        "/recover",
        "/activate",
        "/confirm-email",
        "/recover/reset",
        "/nowhere",
        "/admin/recover",
        "/admin/activate",
    ]
    too_wide = {}
    for path in [*inside, *staff_pages, *doors]:
        await page.goto(path)
        await page.wait_for_function(STILL)
        assert await page.locator("html").get_attribute("lang") == language
        if (wide := await overflow_of(page)) > 0:
            too_wide[path] = wide
    assert too_wide == {}


@pytest.mark.parametrize("face", ["portal", "admin"])
def test_every_route_is_among_the_screens(face: str) -> None:
    account = Account("acc_0", "", "", "", staff.Somebody())
    if face == "portal":
        screens = listed.doors_of_the_portal(listed.NO_LINKS) + listed.inside_the_portal(account, "fld")
    else:
        screens = listed.doors_of_the_staff(listed.NO_LINKS) + listed.registers(account) + listed.offices(account)
    routes = routes_of(face)
    assert len(routes) >= 9, routes
    assert routes - {route_of(screen.path, face) for screen in screens} == set()

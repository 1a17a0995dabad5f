"""Every screen of both faces: axe finds nothing, nothing moves while it loads, nothing is wider than a phone."""

from collections.abc import Sequence

import pytest
from playwright.async_api import Page

from tests.journeys import browser_screens_listed as listed
from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_screens import Screen, faults_of, route_of, routes_of
from tests.journeys.browser_setting import account_of, active_account_of, client_at, further_account_of
from tests.journeys.conftest import OpenFirm
from tests.journeys.post import Post

VIEWS = pytest.mark.parametrize("narrow", [False, True], ids=["desk", "phone"])


async def look_at(page: Page, screens: Sequence[Screen], *, narrow: bool) -> None:
    """Each of them, and then say what is wrong with any."""
    faults = [fault for screen in screens for fault in await faults_of(page, screen, narrow=narrow)]
    assert not faults, "\n".join(faults)


@VIEWS
async def test_the_doors_of_the_portal(open_firm: OpenFirm, windows: Windows, post: Post, narrow: bool) -> None:
    screens = await listed.doors_of_the_portal(await open_firm(), post)
    await look_at(await windows.open(phone=narrow), screens, narrow=narrow)


@VIEWS
async def test_the_doors_of_the_staff(open_firm: OpenFirm, windows: Windows, post: Post, narrow: bool) -> None:
    screens = await listed.doors_of_the_staff(await open_firm(), post)
    await look_at(await windows.open(phone=narrow), screens, narrow=narrow)


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
    page = await staff.at_work(await windows.open(phone=narrow), firm)
    await look_at(page, listed.offices(account), narrow=narrow)


@pytest.mark.parametrize("face", ["portal", "admin"])
async def test_every_route_is_among_the_screens(open_firm: OpenFirm, post: Post, face: str) -> None:
    firm = await open_firm()
    account = await account_of(firm, send=False)
    if face == "portal":
        screens = await listed.doors_of_the_portal(firm, post) + listed.inside_the_portal(account, "fld")
    else:
        screens = await listed.doors_of_the_staff(firm, post) + listed.registers(account) + listed.offices(account)
    routes = routes_of(face)
    assert len(routes) >= 9, routes
    assert routes - {route_of(screen.path, face) for screen in screens} == set()

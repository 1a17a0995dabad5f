"""Colleagues come and go, and mind their own passwords."""

from playwright.async_api import expect

from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_client import NEW, sign_in
from tests.journeys.conftest import PASSWORD, OpenFirm
from tests.journeys.post import Post


async def test_a_colleague_is_invited_joins_and_is_deactivated(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # TEAM-5
    firm = await open_firm()
    jonas = staff.Somebody("Jonas", "Weber", staff.an_address("jonas"))
    desk = await staff.at_work(await windows.open(), firm, path="/admin/team")
    await desk.get_by_role("button", name="Invite a colleague").click()
    sheet = desk.get_by_role("dialog", name="Invite a colleague")
    await sheet.get_by_label("E-mail address").fill(jonas.email)
    await sheet.get_by_label("First name").fill(jonas.first)
    await sheet.get_by_label("Last name").fill(jonas.last)
    await sheet.get_by_role("button", name="Send invitation").click()
    row = desk.get_by_role("row", name=jonas.name)
    await expect(row).to_contain_text("Not opened yet")

    letter = await post.wait(jonas.email)
    assert "/admin/activate#" in letter.link
    home = await windows.open()
    await home.goto(letter.link)
    await expect(home.get_by_role("heading", name="Welcome, Jonas")).to_be_visible()
    await home.get_by_label("Last name").fill("Weber-Schmidt")
    await home.get_by_label("Password", exact=True).fill(NEW)
    await home.get_by_role("button", name="Join").click()
    await expect(home.get_by_role("heading", level=1, name="Accounts")).to_be_visible()

    await desk.reload()
    await expect(row).to_contain_text("Active")
    await row.get_by_role("button", name="Actions for Jonas Weber-Schmidt").click()
    await desk.get_by_role("menuitem", name="Deactivate…").click()
    dialog = desk.get_by_role("dialog")
    await dialog.get_by_label("to confirm").fill("jonas weber-schmidt")
    await dialog.get_by_role("button", name="Deactivate").click()
    await expect(row).to_have_count(0)

    await home.get_by_role("link", name="Pending activation").click()
    await expect(home.get_by_role("heading", name="Sign in")).to_be_visible()
    await expect(home.get_by_role("main")).to_contain_text("You have been signed out.")
    await sign_in(home, jonas.email, NEW)
    await expect(home.get_by_role("alert", name="The e-mail address or the password is not right")).to_be_visible()


async def test_a_colleague_recovers_a_password(open_firm: OpenFirm, windows: Windows, post: Post) -> None:  # TEAM-7
    firm = await open_firm()
    address = firm.emails["admin"]
    desk = await windows.open()
    await desk.goto("/admin/signin")
    await desk.get_by_role("link", name="Forgot your password?").click()
    await desk.get_by_label("E-mail address").fill(address)
    await desk.get_by_role("button", name="Send me the link").click()
    await expect(desk.get_by_role("heading", name="Please look in your inbox")).to_be_visible()
    letter = await post.wait(address)
    assert "/admin/recover/reset#" in letter.link
    await desk.goto(letter.link)
    await desk.get_by_label("New password").fill(NEW)
    await desk.get_by_role("button", name="Save the new password").click()
    await desk.get_by_role("link", name="Sign in").click()
    await sign_in(desk, address, NEW)
    await expect(desk.get_by_role("heading", level=1, name="Accounts")).to_be_visible()
    await desk.goto(letter.link)
    await expect(desk.get_by_role("heading", name="This link no longer works")).to_be_visible()


async def test_a_password_is_changed_in_the_profile_and_ends_other_sessions(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # TEAM-7
    firm = await open_firm()
    desk = await staff.at_work(await windows.open(), firm, path="/admin/profile")
    other = await staff.at_work(await windows.open(), firm)
    await expect(other.get_by_role("heading", level=1, name="Accounts")).to_be_visible()
    await desk.get_by_label("Current password").fill("not this one")
    await desk.get_by_label("New password").fill(NEW)
    await desk.get_by_role("button", name="Change the password").click()
    await expect(desk.get_by_role("alert")).to_be_focused()
    await expect(desk.get_by_label("New password")).to_have_value(NEW)  # nothing typed is lost
    await desk.get_by_label("Current password").fill(PASSWORD)
    await desk.get_by_role("button", name="Change the password").click()
    await expect(desk.get_by_text("Your new password is set.")).to_be_visible()
    await post.wait(firm.emails["owner"])  # the notice with time and device
    await desk.get_by_role("link", name="Team").click()
    await expect(desk.get_by_role("heading", level=1, name="Team")).to_be_visible()
    await other.get_by_role("link", name="Team").click()
    await expect(other.get_by_role("heading", name="Sign in")).to_be_visible()


async def test_signing_out_closes_the_door(open_firm: OpenFirm, windows: Windows) -> None:  # TEAM-7
    firm = await open_firm()
    desk = await staff.at_work(await windows.open(), firm)
    await desk.get_by_role("button", name="Owner Muster").click()
    await desk.get_by_role("menuitem", name="Sign out").click()
    await expect(desk.get_by_role("heading", name="Sign in")).to_be_visible()
    await desk.go_back()
    await expect(desk.get_by_role("heading", name="Sign in")).to_be_visible()

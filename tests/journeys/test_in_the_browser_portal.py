"""In the portal, as clients see it."""

from playwright.async_api import expect

from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_client import NEW, sign_in
from tests.journeys.browser_setting import active_account_of, client_at, further_account_of
from tests.journeys.conftest import OpenFirm
from tests.journeys.post import Post


async def test_two_accounts_one_login_and_a_switch_between_them(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # CON-8, INV-5
    firm = await open_firm()
    first = await active_account_of(firm, post, name="Ana Popescu")
    await further_account_of(firm, first, name="Closed to Ana", login=False)
    phone = await client_at(windows, first)
    await expect(phone.get_by_role("heading", name="Hello, Ana")).to_be_visible()
    switcher = phone.get_by_role("button", name="Switch account:")
    await expect(switcher).to_have_count(0)  # with one account there is nothing to switch

    desk = await staff.at_work(await windows.open(), firm)
    await staff.to_contacts(desk, "Popescu Import SRL")
    await desk.get_by_text("Existing contact").click()
    await desk.get_by_role("combobox", name="Existing contact").fill("pop")
    await desk.get_by_role("option", name="Ana Popescu").click()
    await expect(desk.get_by_text("uses the portal already")).to_be_visible()
    await desk.get_by_role("switch", name="Login").check()
    dialog = await staff.create(desk)
    await expect(dialog).to_contain_text("you now have access to Popescu Import SRL")
    await dialog.get_by_role("button", name="Send notice").click()
    notice = await post.wait(first.somebody.email, nth=2)
    assert "Popescu Import SRL" in notice.text

    await phone.goto(notice.link)
    await expect(phone.get_by_role("main")).to_contain_text("Popescu Import SRL")
    await switcher.click()
    await expect(phone.get_by_role("menuitem")).to_have_text(["Ana Popescu", "Popescu Import SRL"])
    await phone.get_by_role("menuitem", name="Ana Popescu").click()
    await expect(phone).to_have_url(f"{firm.product.url}/a/{first.id}")
    await expect(phone.get_by_role("main")).to_contain_text("Ana Popescu")


async def test_login_turned_off_while_the_client_is_in(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # CON-5, INV-5
    firm = await open_firm()
    account = await active_account_of(firm, post)
    phone = await client_at(windows, account)
    await expect(phone.get_by_role("heading", name="Hello, Ana")).to_be_visible()
    desk = await staff.at_work(await windows.open(), firm, path=f"/admin/accounts/{account.id}")
    await desk.get_by_role("switch", name="Login").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Turn login off").click()
    await expect(desk.get_by_role("article", name="Ana Popescu")).to_contain_text("Access removed")

    await phone.get_by_role("link", name="Folders").click()
    await expect(phone.get_by_role("heading", name="Sign in")).to_be_visible()
    await expect(phone.get_by_role("main")).to_contain_text("You have been signed out. Please sign in again")
    await sign_in(phone, account.somebody.email, NEW)
    await expect(phone.get_by_role("alert", name="The e-mail address or the password is not right")).to_be_focused()

    await desk.get_by_role("switch", name="Login").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Send notice").click()
    await expect(desk.get_by_role("article", name="Ana Popescu")).to_contain_text("Active since")
    await phone.get_by_role("button", name="Sign in").click()
    await expect(phone.get_by_role("main")).to_contain_text(account.name)


async def test_one_of_two_accounts_is_closed_while_the_client_looks_at_it(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # CON-8
    firm = await open_firm()
    first = await active_account_of(firm, post, name="Kept")
    second = await further_account_of(firm, first, name="Closed")
    phone = await client_at(windows, second)
    await expect(phone.get_by_role("main")).to_contain_text("Closed")
    colleague = await firm.sign_in()
    await colleague.do("setAccess", "SetAccessInput", "{ accountContact { id } }", id=second.link_id, login=False)
    await phone.reload()
    await expect(phone.get_by_role("link", name="Go to Kept")).to_be_visible()
    await phone.get_by_role("link", name="Go to Kept").click()
    await expect(phone.get_by_role("heading", name="Hello, Ana")).to_be_visible()


async def test_a_password_is_recovered(open_firm: OpenFirm, windows: Windows, post: Post) -> None:  # TEAM-7, INV-9
    firm = await open_firm()
    account = await active_account_of(firm, post)
    address = account.somebody.email
    inside = await client_at(windows, account)
    phone = await windows.open(phone=True)
    await phone.goto("/")
    await phone.get_by_role("link", name="Forgot your password?").click()
    words = []
    for typed in (staff.an_address("nobody"), address):
        await phone.goto("/recover")
        await phone.get_by_label("E-mail address").fill(typed)
        await phone.get_by_role("button", name="Send me the link").click()
        await expect(phone.get_by_role("heading", name="Please look in your inbox")).to_be_visible()
        words.append((await phone.get_by_role("main").inner_text()).replace(typed, "…"))
    assert words[0] == words[1]  # nobody learns whether an address is known

    letter = await post.wait(address, nth=2)
    await phone.goto(letter.link)
    await phone.get_by_label("New password").fill("vier blaue Stühle im Hof")
    await phone.get_by_role("button", name="Save the new password").click()
    await expect(phone.get_by_role("heading", name="Your new password is set")).to_be_visible()
    await phone.get_by_role("link", name="Sign in").click()
    await sign_in(phone, address, "vier blaue Stühle im Hof")
    await expect(phone.get_by_role("heading", name="Hello, Ana")).to_be_visible()
    await inside.get_by_role("link", name="Folders").click()
    await expect(inside.get_by_role("heading", name="Sign in")).to_be_visible()  # signed out everywhere else

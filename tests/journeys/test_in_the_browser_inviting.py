"""Inviting clients, as staff and clients see it."""

from playwright.async_api import expect

from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_client import NEW, activate, sign_in
from tests.journeys.browser_setting import account_of
from tests.journeys.conftest import PASSWORD, OpenFirm
from tests.journeys.post import Post


async def test_staff_invite_and_the_client_is_in_the_portal(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # ACC-2, INV-1, INV-2, DOC-2
    firm = await open_firm()
    ana = staff.Somebody()
    desk = await windows.open()
    await desk.goto("/admin")
    await sign_in(desk, firm.emails["owner"], PASSWORD)
    await staff.to_contacts(desk)
    await staff.type_contact(desk, ana)
    summary = desk.get_by_role("complementary", name="Summary")
    await expect(summary).to_contain_text("Gets an invitation by e-mail")
    dialog = await staff.create(desk)
    await dialog.get_by_label("Personal message").fill("Welcome aboard, Ana!\nCall me any time.")
    preview = dialog.frame_locator("iframe")
    await expect(preview.get_by_text("Welcome aboard, Ana!")).to_be_visible()
    await dialog.get_by_role("button", name="Send invitation").click()
    await expect(desk.get_by_role("heading", level=1, name=ana.name)).to_be_visible()

    letter = await post.wait(ana.email)
    assert "Welcome aboard, Ana!" in letter.text
    phone = await windows.open(phone=True)
    await phone.goto(letter.link)
    await expect(phone.get_by_role("heading", level=1, name="Welcome, Ana")).to_be_visible()
    assert letter.token not in phone.url  # nothing of the link stays in the address (A1)
    await expect(phone.get_by_role("main")).to_contain_text(ana.email)
    password = phone.get_by_label("Password", exact=True)
    await password.press_sequentially("sieben")
    await expect(phone.get_by_text("6 more characters are needed.")).to_be_visible()
    await password.fill(NEW)
    await expect(phone.get_by_text("A strong password.")).to_be_visible()
    await phone.get_by_role("button", name="Open my portal").click()
    await expect(phone.get_by_role("heading", level=1, name="Hello, Ana")).to_be_visible()
    await expect(phone.get_by_role("link", name="Client uploaded documents")).to_contain_text("For your documents")
    await expect(phone.get_by_role("link", name="Documents from us")).to_contain_text("For you to read")
    await expect(phone.get_by_text("Internal")).to_have_count(0)

    await desk.reload()
    card = desk.get_by_role("article", name=ana.name)
    await expect(card).to_contain_text("Active since")
    await card.get_by_role("button", name="Delivery of the invitation").click()
    await expect(card).to_contain_text("Welcome aboard, Ana!")
    steps = ["Invitation written", "Accepted by the mail server", "250 kept", "Link opened", "Portal activated"]
    told = await card.inner_text()
    assert [step for step in steps if step in told] == steps
    await desk.get_by_role("link", name="Folders").click()
    await expect(desk.get_by_role("listitem").filter(has_text="Internal")).to_contain_text("Staff only")
    await desk.get_by_role("link", name="Timeline").click()
    await expect(desk.get_by_role("listitem").filter(has_text="activated")).to_be_visible()
    await desk.get_by_role("link", name="Pending activation").click()
    await expect(desk.get_by_text("Nobody is waiting")).to_be_visible()


async def test_skipped_first_and_invited_later_from_the_pending_list(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # INV-1, INV-4
    ana = staff.Somebody()
    desk = await staff.at_work(await windows.open(), await open_firm())
    await staff.new_account(desk, ana, send=False)
    await desk.get_by_role("link", name="Pending activation").click()
    row = desk.get_by_role("row", name=ana.name)
    await expect(row).to_contain_text("Not invited")
    assert post.of(ana.email) == []

    await row.get_by_role("button", name=f"Actions for {ana.name}").click()
    await desk.get_by_role("menuitem", name="Invite…").click()
    dialog = desk.get_by_role("dialog")
    await dialog.get_by_label("Personal message").fill("Now it is time.")
    await dialog.get_by_role("button", name="Send invitation").click()
    letter = await post.wait(ana.email)
    assert "Now it is time." in letter.text
    await desk.reload()
    await expect(row).to_contain_text("Not opened yet")
    await expect(row).to_contain_text("Accepted")

    await activate(await windows.open(phone=True), letter.link)
    await desk.reload()
    await expect(desk.get_by_text("Nobody is waiting")).to_be_visible()


async def test_a_new_invitation_takes_the_place_of_the_older(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # INV-3, INV-4
    firm = await open_firm()
    account = await account_of(firm)
    older = await post.wait(account.somebody.email)
    desk = await staff.at_work(await windows.open(), firm, path="/admin/pending")
    await desk.get_by_role("button", name=f"Actions for {account.somebody.name}").click()
    await desk.get_by_role("menuitem", name="Invite again…").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Send invitation").click()
    newer = await post.wait(account.somebody.email, nth=2)

    phone = await windows.open(phone=True)
    await phone.goto(older.link)
    await expect(phone.get_by_role("heading", name="There is a newer link")).to_be_visible()
    await activate(phone, newer.link)


async def test_many_are_invited_at_once(open_firm: OpenFirm, windows: Windows, post: Post) -> None:  # INV-4
    firm = await open_firm()
    people = [staff.Somebody(first=first) for first in ("Ana", "Bela", "Cora")]
    for somebody in people:
        await account_of(firm, somebody, send=False)
    desk = await staff.at_work(await windows.open(), firm, path="/admin/pending")
    for somebody in people[:2]:
        await desk.get_by_role("row", name=somebody.name).get_by_role("checkbox").check()
    bar = desk.get_by_role("region", name="With the selected rows")
    await expect(bar).to_contain_text("2 selected")
    await bar.get_by_role("button", name="Invite again…").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Send invitation").click()
    for somebody in people[:2]:
        await post.wait(somebody.email)
    assert post.of(people[2].email) == []


async def test_the_mail_server_is_down_and_then_up(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # INV-4, MAIL-1
    firm = await open_firm()
    ana = staff.Somebody()
    desk = await staff.at_work(await windows.open(), firm)
    await post.down()
    try:
        await staff.new_account(desk, ana, send=True)
        await desk.goto("/admin/pending")
        row = desk.get_by_role("row", name=ana.name)
        for _ in range(100):
            if "Delayed" in (await row.inner_text()):
                break
            await desk.wait_for_timeout(100)
            await desk.reload()
            await row.wait_for()
        await expect(row).to_contain_text("Next try:")
    finally:
        await post.up()
    await row.get_by_role("button", name=f"Actions for {ana.name}").click()
    await desk.get_by_role("menuitem", name="Invite again…").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Send invitation").click()
    letter = await post.wait(ana.email)
    await desk.reload()
    await expect(row).to_contain_text("Accepted")
    await activate(await windows.open(phone=True), letter.link)

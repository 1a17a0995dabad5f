"""What others do is seen at once: pages that show accounts hear of it by a socket."""

from playwright.async_api import expect

from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_client import activate
from tests.journeys.browser_setting import account_of
from tests.journeys.conftest import OpenFirm
from tests.journeys.post import Post


async def test_an_activation_is_seen_on_every_open_page(open_firm: OpenFirm, windows: Windows, post: Post) -> None:
    firm = await open_firm()
    account = await account_of(firm, staff.Somebody(first="Elena", last="Ionescu"))
    letter = await post.wait(account.somebody.email)
    record = await staff.at_work(await windows.open(), firm, path=f"/admin/accounts/{account.id}")
    article = record.get_by_role("article", name="Elena Ionescu")
    await expect(article).to_contain_text("Invited")
    pending = await staff.at_work(await windows.open(), firm, who="executive", path="/admin/pending")
    await expect(pending.get_by_role("row", name="Elena Ionescu")).to_be_visible()
    listed = await staff.at_work(await windows.open(), firm, who="analyst")
    row = listed.get_by_role("row", name=account.name)
    await expect(row).to_contain_text("Pending")

    await activate(await windows.open(phone=True), letter.link, "Elena")

    await expect(article).to_contain_text("Active since")
    await expect(pending.get_by_text("Nobody is waiting")).to_be_visible()
    await expect(row).to_contain_text("Active")
    for page in (record, pending, listed):
        spoken = page.get_by_role("status").filter(has_text="Elena Ionescu has activated their access.")
        await expect(spoken).to_have_count(1)

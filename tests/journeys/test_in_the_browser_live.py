"""What others do is seen at once: pages that show accounts hear of it by a socket."""

import asyncpg
from playwright.async_api import expect

from server.core.database import credentials
from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_client import activate
from tests.journeys.browser_setting import account_of, colleague_of
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


async def test_what_happens_while_the_line_is_cut_is_seen_afterwards(
    open_firm: OpenFirm, windows: Windows, database_url: str
) -> None:  # K3
    firm = await open_firm()
    account = await account_of(firm, send=False)
    page = await staff.at_work(await windows.open(), firm, path=f"/admin/accounts/{account.id}")
    await expect(page.get_by_role("heading", level=1, name=account.name)).to_be_visible()
    colleague = await colleague_of(firm)
    rename = "mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { version } } }"
    owner = await asyncpg.connect(**credentials(database_url))
    for name in ("Olive Tree", "Fig Tree"):
        read = await colleague.ask("query ($id: ID!) { account(id: $id) { version } }", id=account.id)
        await owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'antesala changes' AND datname = current_database()"
        )
        await colleague.ask(rename, input={"id": account.id, "version": read["account"]["version"], "name": name})
        await expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    await owner.close()


async def test_a_page_finds_its_server_again(open_firm: OpenFirm, windows: Windows) -> None:  # K1
    firm = await open_firm()
    account = await account_of(firm, send=False)
    page = await staff.at_work(await windows.open(), firm, path=f"/admin/accounts/{account.id}")
    heading = page.get_by_role("heading", level=1)
    await expect(heading).to_have_text(account.name)
    await page.wait_for_timeout(1_000)  # for the socket to stand
    firm.product.kill("serve")
    await page.wait_for_timeout(500)
    await expect(heading).to_have_text(account.name)
    firm.product.start("serve")
    colleague = await firm.sign_in()
    rename = "mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { version } } }"
    read = await colleague.ask("query ($id: ID!) { account(id: $id) { version } }", id=account.id)
    version = read["account"]["version"]
    await colleague.ask(rename, input={"id": account.id, "version": version, "name": "Olive Tree"})
    await expect(heading).to_have_text("Olive Tree")
    unreached = ("WebSocket connection to", "Failed to load resource")
    windows.complaints[:] = [each for each in windows.complaints if not any(words in each for words in unreached)]


async def test_a_colleague_who_is_let_in_no_longer_is_out_at_once(open_firm: OpenFirm, windows: Windows) -> None:
    firm = await open_firm()
    await account_of(firm, send=False)
    page = await staff.at_work(await windows.open(), firm, who="executive")
    await expect(page.get_by_role("heading", level=1, name="Accounts")).to_be_visible()
    await page.wait_for_timeout(1_000)  # for the socket to stand
    colleague = await colleague_of(firm)
    await colleague.do("deactivateStaff", "IdInput", "{ staffMember { id } }", id=firm.office.executive.person_id)
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    await expect(page.get_by_role("main")).to_contain_text("You have been signed out")

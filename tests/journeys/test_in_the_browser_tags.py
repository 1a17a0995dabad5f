"""Tags: made in passing, found by, renamed, and taken away."""

from playwright.async_api import Locator, Page, expect

from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_setting import account_of, tag_of
from tests.journeys.conftest import OpenFirm


def field_of_tags(page: Page | Locator) -> Locator:
    """Where tags are chosen."""
    return page.get_by_label("Tags").and_(page.locator("input"))


async def test_a_tag_is_made_in_passing_found_renamed_and_deleted(
    open_firm: OpenFirm, windows: Windows
) -> None:  # TEAM-8, ACC-6, ACC-11
    firm = await open_firm()
    ana, jonas = staff.Somebody(), staff.Somebody("Jonas", "Weber", staff.an_address("jonas"))
    await account_of(firm, jonas, send=False)
    desk = await staff.at_work(await windows.open(), firm)

    await desk.get_by_role("link", name="New account").first.click()
    await field_of_tags(desk).fill("Pays late")
    await desk.get_by_role("option", name="Create “Pays late”").click()
    await desk.get_by_role("button", name="Continue").click()
    await staff.type_contact(desk, ana)
    await (await staff.create(desk)).get_by_role("button", name="Skip for now").click()
    await expect(desk.get_by_role("heading", level=1, name=ana.name)).to_be_visible()
    await expect(desk.get_by_role("region", name="Facts")).to_contain_text("Pays late")
    record = desk.url

    await desk.goto("/admin/settings/tags")
    row = desk.get_by_role("row", name="Pays late")
    await row.get_by_role("link", name="1 account").click()
    await expect(desk.get_by_role("button", name="Remove filter: Tag: Pays late")).to_be_visible()
    await expect(desk.get_by_role("row", name=ana.name)).to_contain_text("Pays late")
    await expect(desk.get_by_role("row", name=jonas.name)).to_have_count(0)
    await desk.get_by_role("button", name="Filter", exact=True).click()
    await desk.get_by_text("None of them", exact=True).click()
    await expect(desk.get_by_role("row", name=jonas.name)).to_be_visible()
    await expect(desk.get_by_role("row", name=ana.name)).to_have_count(0)

    await desk.goto("/admin/settings/tags")
    await row.get_by_role("button", name="Pays late", exact=True).click()
    sheet = desk.get_by_role("dialog")
    await sheet.get_by_label("Name").fill("Late payer")
    await sheet.get_by_role("radio", name="Orange").click()
    await sheet.get_by_role("button", name="Save").click()
    await desk.get_by_role("button", name="Actions for Late payer").click()
    await desk.get_by_role("menuitem", name="Delete…").click()
    dialog = desk.get_by_role("dialog", name="Delete the tag Late payer?")
    await expect(dialog).to_contain_text("It is taken from 1 account")
    await dialog.get_by_label("to confirm").fill("late payer")
    await dialog.get_by_role("button", name="Delete").click()
    await expect(desk.get_by_role("heading", name="Your first tag")).to_be_visible()

    await desk.goto(f"{record}/timeline")
    await expect(desk.get_by_role("main")).to_contain_text("deleted the tag Late payer")


async def test_tags_of_an_account_are_changed_in_place_and_one_is_merged_into_another(
    open_firm: OpenFirm, windows: Windows
) -> None:  # TEAM-8
    firm = await open_firm()
    account = await account_of(firm, send=False)
    vip, _ = await tag_of(firm, "VIP", "YELLOW"), await tag_of(firm, "Very important", "RED")
    desk = await staff.at_work(await windows.open(), firm, path=f"/admin/accounts/{account.id}")
    facts = desk.get_by_role("region", name="Facts")
    await field_of_tags(facts).click()
    await desk.get_by_role("option", name="VIP").click()
    await expect(desk.get_by_text("Saved.")).to_be_visible()

    await desk.goto("/admin/settings/tags")
    await desk.get_by_role("button", name="Actions for VIP").click()
    await desk.get_by_role("menuitem", name="Merge into another…").click()
    dialog = desk.get_by_role("dialog")
    await dialog.get_by_label("The tag that stays").and_(dialog.locator("input")).click()
    await dialog.get_by_role("option", name="Very important").click()
    await dialog.get_by_role("button", name="Merge").click()
    await expect(desk.get_by_role("row", name="Very important")).to_contain_text("1 account")
    await expect(desk.get_by_role("row", name="VIP", exact=True)).to_have_count(0)

    await desk.goto(f"/admin/accounts?tag=%5B%22{vip}%22%5D")
    await expect(desk.get_by_role("heading", name="No account matches")).to_be_visible()
    await desk.goto(f"/admin/accounts/{account.id}")
    await expect(facts).to_contain_text("Very important")


async def test_who_only_reads_sees_tags_and_changes_none(open_firm: OpenFirm, windows: Windows) -> None:  # TEAM-2
    firm = await open_firm()
    await tag_of(firm, "VIP", "YELLOW")
    desk = await staff.at_work(await windows.open(), firm, "analyst", path="/admin/settings/tags")
    await expect(desk.get_by_role("row", name="VIP")).to_contain_text("no account")
    await expect(desk.get_by_role("button", name="New tag")).to_have_count(0)
    await expect(desk.get_by_role("button", name="Actions for VIP")).to_have_count(0)

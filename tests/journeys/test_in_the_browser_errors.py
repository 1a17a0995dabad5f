"""What is typed wrong is said at its field, in words, and nothing typed is lost."""

from playwright.async_api import expect

from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_setting import account_of
from tests.journeys.conftest import PASSWORD, OpenFirm
from tests.journeys.post import Post


async def test_a_forbidden_character_is_named_and_the_cleaned_name_offered(
    open_firm: OpenFirm, windows: Windows
) -> None:  # ACC-5
    ana = staff.Somebody()
    desk = await staff.at_work(await windows.open(), await open_firm())
    await staff.to_contacts(desk, "Keller / Berg: 2026?")
    await staff.type_contact(desk, ana)
    await desk.get_by_role("button", name="Create account").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Skip for now").click()
    name = desk.get_by_label("Account name")
    await expect(name).to_have_attribute("aria-invalid", "true")  # the step that holds the field is shown
    await expect(desk.get_by_role("alert")).to_be_focused()
    message = desk.get_by_role("alert")
    await expect(message).to_contain_text("A name cannot contain “/”.")
    await expect(message).to_contain_text("“Keller - Berg- 2026”")
    await expect(name).to_have_value("Keller / Berg: 2026?")
    await name.fill("Keller Berg 2026")
    await desk.get_by_role("button", name="Continue").click()
    await expect(desk.get_by_label("E-mail address")).to_have_value(ana.email)
    await desk.get_by_role("button", name="Create account").click()
    await desk.get_by_role("dialog").get_by_role("button", name="Skip for now").click()
    await expect(desk.get_by_role("heading", level=1, name="Keller Berg 2026")).to_be_visible()


async def test_a_login_needs_an_address_and_a_phone_must_exist(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # CON-3, CON-5
    ana = staff.Somebody(email="")
    desk = await staff.at_work(await windows.open(), await open_firm())
    await staff.to_contacts(desk)
    await staff.type_contact(desk, ana)
    await desk.get_by_label("Phone", exact=True).fill("12")
    await desk.get_by_role("button", name="Create account").click()
    email = desk.get_by_label("E-mail address")
    await expect(email).to_have_attribute("aria-invalid", "true")
    await expect(desk.get_by_role("alert")).to_contain_text("A login needs an e-mail address.")
    await desk.get_by_role("button", name="A login needs an e-mail address.").click()
    await expect(email).to_be_focused()
    await email.fill("ana at example")
    await desk.get_by_role("button", name="Create account").click()
    await desk.get_by_role("dialog").get_by_label("Personal message").fill("Kept all the time.")
    await desk.get_by_role("dialog").get_by_role("button", name="Send invitation").click()
    await expect(desk.get_by_role("alert")).to_contain_text("2 things need your attention")
    await expect(desk.get_by_label("Phone", exact=True)).to_have_attribute("aria-invalid", "true")
    await expect(email).to_have_attribute("aria-invalid", "true")
    await expect(desk.get_by_label("First name")).to_have_value("Ana")

    address = staff.an_address()
    await email.fill(address)
    await desk.get_by_label("Phone", exact=True).fill("")
    dialog = await staff.create(desk)
    await expect(dialog.get_by_label("Personal message")).to_have_value("Kept all the time.")
    await dialog.get_by_role("button", name="Send invitation").click()
    assert "Kept all the time." in (await post.wait(address)).text


async def test_a_taken_address_offers_to_link_the_person(open_firm: OpenFirm, windows: Windows) -> None:  # CON-2, CON-3
    firm = await open_firm()
    known = await account_of(firm, send=False)
    desk = await staff.at_work(await windows.open(), firm)
    await staff.to_contacts(desk, "Second account")
    await staff.type_contact(desk, staff.Somebody("Anna", "Popescu", known.somebody.email.upper(), toggles=()))
    await desk.get_by_role("button", name="Create account").click()
    await desk.get_by_role("button", name="Link the existing contact").click()
    await expect(desk.get_by_role("region", name=known.somebody.name)).to_contain_text(known.somebody.email)
    await desk.get_by_role("button", name="Create account").click()
    await expect(desk.get_by_role("heading", level=1, name="Second account")).to_be_visible()


async def test_a_half_filled_wizard_survives_a_reload(open_firm: OpenFirm, windows: Windows) -> None:  # ACC-2
    ana = staff.Somebody()
    desk = await staff.at_work(await windows.open(), await open_firm())
    await staff.to_contacts(desk, "Half-filled")
    await staff.type_contact(desk, ana)
    await desk.reload()
    await expect(desk.get_by_label("Account name")).to_have_value("Half-filled")
    await desk.get_by_role("button", name="Continue").click()
    await expect(desk.get_by_label("E-mail address")).to_have_value(ana.email)
    await expect(desk.get_by_role("switch", name="Login")).to_be_checked()


async def test_a_session_that_ends_while_somebody_types_asks_for_the_password_in_place(
    open_firm: OpenFirm, windows: Windows
) -> None:  # TEAM-7
    desk = await staff.at_work(await windows.open(), await open_firm())
    await staff.to_contacts(desk, "Typed for long")
    await staff.type_contact(desk, staff.Somebody(toggles=()))
    await desk.context.clear_cookies()
    await desk.get_by_role("button", name="Create account").click()
    dialog = desk.get_by_role("dialog", name="Please sign in again")
    await dialog.get_by_label("Password", exact=True).fill(PASSWORD)
    await dialog.get_by_role("button", name="Continue").click()
    await expect(desk.get_by_role("heading", level=1, name="Typed for long")).to_be_visible()


async def test_an_activation_password_that_is_easily_guessed_is_refused_in_words(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # INV-2, SEC-1
    account = await account_of(await open_firm())
    phone = await windows.open(phone=True)
    await phone.goto((await post.wait(account.somebody.email)).link)
    password = phone.get_by_label("Password", exact=True)
    for typed in ("kurz", "aaaaaaaaaaaaaaaa", "password1234"):
        await password.fill(typed)
        await phone.get_by_role("button", name="Open my portal").click()
        await expect(phone.get_by_role("alert")).to_be_focused()
        await expect(password).to_have_attribute("aria-invalid", "true")
        await expect(password).to_have_value(typed)
    await password.fill("vier Tassen im Regal dort")
    await phone.get_by_role("button", name="Open my portal").click()
    await expect(phone.get_by_role("heading", name="Hello, Ana")).to_be_visible()

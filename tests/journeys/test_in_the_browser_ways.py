"""Other ways of using it: by keyboard alone, in another language, in the dark."""

from playwright.async_api import Locator, Page, expect

from tests.journeys import browser_staff as staff
from tests.journeys.browser import Windows
from tests.journeys.browser_setting import account_of, active_account_of, client_at
from tests.journeys.conftest import PASSWORD, Firm, OpenFirm
from tests.journeys.post import Post

FOCUS = """() => {
  const at = document.activeElement;
  const seen = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  const visible = at.matches(":focus-visible, iframe");
  return visible && (seen(at) || (at.parentElement && seen(at.parentElement)) || at.matches("input, textarea, select"));
}"""


async def tab_to(page: Page, aim: Locator, *, at_most: int = 20) -> None:
    """Press Tab until the aim has the focus; on the way every stop can be seen."""
    way: list[str] = []
    for _ in range(at_most):
        await page.keyboard.press("Tab")
        way.append(await page.evaluate("document.activeElement.cloneNode().outerHTML.slice(0, 200)"))
        assert await page.evaluate(FOCUS), way
        if await aim.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{aim} was not reached: {way}")


async def test_signing_in_and_creating_an_account_by_keyboard_alone(
    open_firm: OpenFirm, windows: Windows
) -> None:  # ACC-2
    firm = await open_firm()
    ana = staff.Somebody()
    desk = await windows.open()
    await desk.goto("/admin/signin")
    keys = desk.keyboard
    await expect(desk.get_by_label("E-mail address")).to_be_visible()
    await tab_to(desk, desk.get_by_label("E-mail address"), at_most=3)
    await keys.type(firm.emails["owner"])
    await tab_to(desk, desk.get_by_label("Password", exact=True), at_most=1)
    await keys.type(PASSWORD)
    await keys.press("Enter")
    await expect(desk.get_by_role("heading", level=1, name="Accounts")).to_be_visible()

    await tab_to(desk, desk.get_by_role("main").get_by_role("link", name="New account").first)
    await keys.press("Enter")
    await expect(desk.get_by_role("heading", name="Account information")).to_be_visible()
    await tab_to(desk, desk.get_by_role("radio", name="Individual"))
    await keys.press("ArrowRight")
    await expect(desk.get_by_role("radio", name="Company")).to_be_checked()
    await tab_to(desk, desk.get_by_label("Company name"), at_most=2)
    await keys.type("Keller GmbH")
    await keys.press("Enter")
    await expect(desk.get_by_role("heading", name="Contacts", exact=True)).to_be_focused()
    await tab_to(desk, desk.get_by_label("First name"), at_most=4)
    await keys.type(ana.first)
    await tab_to(desk, desk.get_by_label("Last name"), at_most=1)
    await keys.type(ana.last)
    await tab_to(desk, desk.get_by_label("E-mail address"), at_most=1)
    await keys.type(ana.email)
    await tab_to(desk, desk.get_by_role("switch", name="Login"))
    await keys.press("Space")
    await tab_to(desk, desk.get_by_role("button", name="Create account"))
    await keys.press("Enter")
    dialog = desk.get_by_role("dialog")
    await expect(dialog.get_by_label("Personal message")).to_be_focused()
    await tab_to(desk, dialog.get_by_role("button", name="Skip for now"))
    await keys.press("Enter")
    await expect(desk.get_by_role("heading", level=1, name="Keller GmbH")).to_be_visible()


async def test_escape_leaves_the_dialog_and_returns_to_the_filled_form(
    open_firm: OpenFirm, windows: Windows
) -> None:  # INV-1
    ana = staff.Somebody()
    desk = await staff.at_work(await windows.open(), await open_firm())
    await staff.to_contacts(desk)
    await staff.type_contact(desk, ana)
    dialog = await staff.create(desk)
    await desk.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(desk.get_by_label("E-mail address")).to_have_value(ana.email)


async def test_the_list_moves_with_j_and_k_and_everything_is_found_with_control_k(
    open_firm: OpenFirm, windows: Windows
) -> None:  # ACC-7
    firm = await open_firm()
    for name in ("Alpha", "Beta", "Gamma"):
        await account_of(firm, send=False, name=name)
    desk = await staff.at_work(await windows.open(), firm)
    await expect(desk.get_by_role("link", name="Gamma")).to_be_visible()
    for key in "jjjk":
        await desk.keyboard.press(key)
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("heading", level=1, name="Beta")).to_be_visible()
    await desk.keyboard.press("Control+k")
    await expect(desk.get_by_label("Search accounts and commands")).to_be_focused()
    await desk.keyboard.type("gam")
    await expect(desk.get_by_role("option", name="Gamma")).to_be_visible()
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("heading", level=1, name="Gamma")).to_be_visible()


async def choose_language(page: Page, name: str) -> None:
    """By the switch, whatever it is called at the moment."""
    await page.get_by_role("button", name="Language").or_(page.get_by_role("button", name="Sprache")).click()
    await page.get_by_role("menuitemradio", name=name).click()


async def test_the_language_is_switched_and_stays(open_firm: OpenFirm, windows: Windows, post: Post) -> None:  # TEAM-7
    firm = await open_firm()
    account = await active_account_of(firm, post)
    phone = await client_at(windows, account)
    await expect(phone.get_by_role("heading", name="Hello, Ana")).to_be_visible()
    await choose_language(phone, "Deutsch")
    await expect(phone.get_by_role("heading", name="Ordner")).to_be_visible()
    assert await phone.locator("html").get_attribute("lang") == "de"
    await phone.reload()
    await expect(phone.get_by_role("heading", name="Ordner")).to_be_visible()
    elsewhere = await client_at(windows, account)  # another device: the language is the person's
    await expect(elsewhere.get_by_role("heading", name="Ordner")).to_be_visible()


async def test_the_door_speaks_the_language_of_the_browser(windows: Windows) -> None:
    words = {"de-AT": "Anmelden", "es-MX": "Iniciar sesión", "ro-RO": "Conectare", "fr-FR": "Sign in"}
    for locale, title in words.items():
        for path in ("/signin", "/admin/signin"):
            page = await windows.open(locale=locale)
            await page.goto(path)
            await expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


DARK = "() => getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).every((part) => part < 60)"
LIGHT = DARK.replace("< 60", "> 200")


async def test_dark_follows_the_device_and_the_choice_of_the_person(open_firm: OpenFirm, windows: Windows) -> None:
    firm: Firm = await open_firm()
    desk = await staff.at_work(await windows.open(dark=True), firm)
    await expect(desk.get_by_role("heading", level=1, name="Accounts")).to_be_visible()
    await desk.wait_for_function(DARK)
    await desk.emulate_media(color_scheme="light")
    await desk.wait_for_function(LIGHT)
    await desk.get_by_role("button", name="Light or dark").click()
    await desk.get_by_role("menuitemradio", name="Dark").click()
    await desk.wait_for_function(DARK)
    await desk.reload()
    await expect(desk.get_by_role("heading", level=1, name="Accounts")).to_be_visible()
    await desk.wait_for_function(DARK)

"""What clients do on their phones, found by what the screens say."""

from playwright.async_api import Page, expect

NEW = "sieben Tassen Tee im Regal"


async def choose_password(page: Page, password: str = NEW) -> None:
    """On the page behind an invitation's link: the password, and in."""
    await page.get_by_label("Password", exact=True).fill(password)
    await page.get_by_role("button", name="Open my portal").click()


async def activate(page: Page, link: str, first_name: str = "Ana") -> Page:
    """Follow the link of an e-mail into the portal."""
    await page.goto(link)
    await choose_password(page)
    await expect(page.get_by_role("heading", level=1, name=f"Hello, {first_name}")).to_be_visible()
    return page


async def sign_in(page: Page, email: str, password: str) -> None:
    """Fill in the form at either door."""
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("Password", exact=True).fill(password)
    await page.get_by_role("button", name="Sign in").click()

"""What staff do at their screens, step by step, found by what the screens say."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.async_api import Locator, Page, expect

from tests.journeys.browser import come_in
from tests.journeys.conftest import PASSWORD, Firm


def an_address(name: str = "ana") -> str:
    """One that no other test uses."""
    return f"{name}.{uuid.uuid4().hex[:10]}@client.example"


@dataclass(frozen=True)
class Somebody:
    """A contact as staff type it."""

    first: str = "Ana"
    last: str = "Popescu"
    email: str = field(default_factory=an_address)
    toggles: Sequence[str] = ("Login",)
    """Which switches are turned on beyond those that are on by themselves."""

    @property
    def name(self) -> str:
        """As screens show it."""
        return f"{self.first} {self.last}"


async def at_work(page: Page, firm: Firm, who: str = "owner", path: str = "/admin/accounts") -> Page:
    """A colleague who is signed in and looks at a screen."""
    await come_in(page, "STAFF", firm.emails[who], PASSWORD)
    await page.goto(path)
    return page


async def to_contacts(page: Page, name: str = "") -> None:
    """Open the wizard and pass its first step."""
    await page.get_by_role("link", name="New account").first.click()
    await expect(page.get_by_role("heading", name="Account information")).to_be_visible()
    if name:
        await page.get_by_label("Account name").fill(name)
    await page.get_by_role("button", name="Continue").click()
    await expect(page.get_by_role("heading", name="Contacts", exact=True)).to_be_focused()


async def type_contact(page: Page, somebody: Somebody) -> None:
    """Fill in the fields of a new contact."""
    await page.get_by_label("First name").fill(somebody.first)
    await page.get_by_label("Last name").fill(somebody.last)
    await page.get_by_label("E-mail address").fill(somebody.email)
    for name in somebody.toggles:
        await page.get_by_role("switch", name=name).check()


async def create(page: Page) -> Locator:
    """Press *Create account*; the dialog that asks about the invitation."""
    await page.get_by_role("button", name="Create account").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_role("button", name="Skip for now")).to_be_visible()
    return dialog


async def new_account(page: Page, somebody: Somebody, *, send: bool, name: str = "") -> str:
    """The whole wizard; the address of the account's page."""
    await to_contacts(page, name)
    await type_contact(page, somebody)
    dialog = await create(page)
    await dialog.get_by_role("button", name="Send invitation" if send else "Skip for now").click()
    await expect(page.get_by_role("heading", level=1, name=name or somebody.name)).to_be_visible()
    return page.url

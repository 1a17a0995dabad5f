"""A real browser, and everything it complains about while somebody uses it."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Response, async_playwright, expect
from playwright.async_api import Error as PlaywrightError

from tests.journeys.product import ROOT, Product

UNPACKED = ROOT / ".tools" / "browser" / "browser"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000
DESK = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 740}
WATCH = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error(`policy: ${violatedDirective} refuses ${blockedURI}`));
"""


@asynccontextmanager
async def open_browser() -> AsyncIterator[Browser]:
    """The browser that the set-up unpacked, else the machine's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = UNPACKED if UNPACKED.exists() else next(filter(None, map(shutil.which, names)), None)
    assert found, "No browser: `python3 develop.py test` unpacks one on Linux; elsewhere put Chromium into the PATH."
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        await browser.close()


@dataclass
class Windows:
    """Opens windows, each with cookies of its own, and keeps what the browser complained about in any of them."""

    browser: Browser
    product: Product
    complaints: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    async def open(self, *, phone: bool = False, dark: bool = False, locale: str = "en-GB", **more: Any) -> Page:
        """A fresh window, as of somebody who was never here."""
        context = await self.browser.new_context(
            base_url=self.product.url,
            viewport=PHONE if phone else DESK,  # type: ignore[arg-type]  # Playwright's literals
            has_touch=phone,
            color_scheme="dark" if dark else "light",
            locale=locale,
            timezone_id="Europe/Madrid",
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(PATIENCE)
        await context.add_init_script(WATCH)
        self._contexts.append(context)
        context.on("console", self._hear)
        context.on("weberror", lambda thrown: self.complaints.append(f"thrown: {thrown.error}"))
        context.on("response", self._see)
        return await context.new_page()

    async def close(self) -> None:
        """Shut all windows. What they showed last is printed, so that it stands beside a failure."""
        for context in self._contexts:
            for page in context.pages:
                with suppress(PlaywrightError):  # a page that hangs has nothing to show
                    print(f"--- {page.url}", await page.locator("body").aria_snapshot(timeout=2_000), sep="\n")
            await context.close()
        self._contexts.clear()

    def _hear(self, message: ConsoleMessage) -> None:
        of_the_driver = "the 'allow-scripts' permission is not set" in message.text  # it tries in the e-mail's frame
        if message.type == "error" and not of_the_driver:
            self.complaints.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _see(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")


async def come_in(page: Page, door: str, email: str, password: str) -> Page:
    """Sign in without the form: the cookie is the window's, as if the form had been used."""
    answer = await page.context.request.post(
        "/graphql",
        headers={"Antesala-Door": door},
        data={"documentId": "sign-in", "variables": {"input": {"email": email, "password": password, "door": door}}},
    )
    said = await answer.json()
    assert not said.get("errors"), said
    return page


async def shift_of(page: Page) -> float:
    """How far things have moved while the page loaded."""
    return float(await page.evaluate("window.shifted"))


async def overflow_of(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    drawn = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
    await page.evaluate(drawn)
    return int(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

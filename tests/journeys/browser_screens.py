"""Every screen of both faces, and what is measured on each."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.async_api import Page, expect

from tests.journeys.browser import DESK, PHONE, overflow_of, shift_of
from tests.journeys.product import ROOT

FRONTEND = ROOT / "portal_frontend"
AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async (colours) => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => 0)));
  // An open menu or list hangs at the end of the document, as a dialog does.
  const regionMatcher = "dialog, [role=dialog], [role=alertdialog], svg, [role=menu], [role=listbox]";
  axe.configure({ checks: [{ id: "region", options: { regionMatcher } }] });
  const only = colours ? { runOnly: ["color-contrast"] } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.map(({ id, nodes }) =>
    `${id}: ` + nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(" | "));
}"""
WAITING = "[aria-busy=true], .mantine-Skeleton-root[data-visible=true], .mantine-Loader-root"
STILL = f"() => !document.querySelector('{WAITING}') && document.querySelector('h1')"
SMALLEST = 320
MOST_SHIFT = 0.1

Step = Callable[[Page], Awaitable[object]]


@dataclass(frozen=True)
class Screen:
    """One screen, or one state of it."""

    name: str
    path: str
    heading: str = ""
    """What its heading says in English."""
    act: Step | None = None
    """Brings the screen into the state to look at."""


def routes_of(face: str) -> set[str]:
    """All paths of a face, as its map of routes says them; parameters are `$`."""
    text = (FRONTEND / "src" / face / "routes.tsx").read_text()
    parents = {"account": "/a/$" if face == "portal" else "/accounts/$"}
    found = set()
    for body in re.findall(r"createRoute\(\{(.*?)\}\)", text, re.DOTALL):
        path = re.search(r'path: "([^"]+)"', body)
        above = re.search(r"getParentRoute: \(\) => (\w+)", body)
        if path:
            prefix = parents.get(above[1], "") if above else ""
            found.add(re.sub(r"\$\w+", "$", (prefix + path[1]).rstrip("/")) or "/")
    return found


def route_of(path: str, face: str) -> str:
    """The route that a path belongs to."""
    plain = urlsplit(path).path
    if face == "admin":
        plain = plain.removeprefix("/admin")
    return re.sub(r"acc_\w+", "$", plain).rstrip("/") or "/"


async def faults_of(page: Page, screen: Screen, *, narrow: bool) -> list[str]:
    """What is wrong with one screen in light and dark; `narrow` looks at it as on a phone."""
    await page.set_viewport_size(PHONE if narrow else DESK)  # type: ignore[arg-type]  # Playwright's literals
    await page.emulate_media(color_scheme="light")
    if "#" in screen.path:
        await page.goto("about:blank")  # so that a link with another token is a new page
    await page.goto(screen.path)
    await page.wait_for_function(STILL)
    if screen.heading and not narrow:
        await expect(page.get_by_role("heading", name=screen.heading).first).to_be_visible()
    faults = []
    if (shift := await shift_of(page)) >= MOST_SHIFT:
        faults.append(f"moves by {shift:.3f} while it loads")
    if screen.act:
        await screen.act(page)
    # The desk in light and the phone in the dark get all rules, the other two what can differ there.
    first, second = ("dark", "light") if narrow else ("light", "dark")
    for scheme, colours in ((first, False), (second, True)):
        await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # Playwright's literals
        await page.wait_for_function(
            "scheme => document.documentElement.dataset.mantineColorScheme === scheme", arg=scheme
        )
        faults += [f"{scheme}: {fault}" for fault in await page.evaluate(RUN, colours)]
    if narrow:
        await page.set_viewport_size({"width": SMALLEST, "height": 640})
        if (wide := await overflow_of(page)) > 0:
            faults.append(f"{wide} px wider than {SMALLEST} px")
    where = "phone" if narrow else "desk"
    return [f"{screen.name} ({where}): {fault}" for fault in faults]

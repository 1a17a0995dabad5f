"""Take the pictures of the documents anew, from the running product with its demo data.

    .venv/bin/python docs/pictures/take.py

Starts `python -m server run` with data of its own, does the main job in a browser as staff and client would, and puts
the pictures beside this file. Build the screens first (`make build`); the browser is the one that `make test` unpacks.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
UNPACKED = ROOT / ".tools" / "browser" / "browser"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 800}
LETTER = {"width": 720, "height": 800}
LARGEST = 150_000
"""Bytes of one picture."""

ADDRESS = "nora.byrne@olivetree.example"
NEW_PASSWORD = "seven cups of tea on the shelf"
MESSAGE = "Dear Nora,\nyour accounts for 2025 are ready. You will find everything here from now on."


@contextmanager
def product() -> Iterator[tuple[str, Any]]:
    """The product with demo data in a folder that is thrown away; its address, and whom one can be."""
    port = next(port for port in range(8000, 8050) if is_free(port))
    folder = Path(tempfile.mkdtemp(prefix="antesala-pictures-"))
    env = {**os.environ, "DATA": str(folder), "PORT": str(port)}
    running = subprocess.Popen([sys.executable, "-m", "server", "run"], cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    try:
        while not (folder / "sign-ins.json").exists():
            assert running.poll() is None, "the product did not start"
            time.sleep(0.2)
        yield f"http://localhost:{port}", json.loads((folder / "sign-ins.json").read_text())
    finally:
        running.terminate()
        running.wait(30)
        subprocess.run([sys.executable, "-m", "server", "reset"], cwd=ROOT, env=env, check=True, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def is_free(port: int) -> bool:
    """Whether nobody listens there; the usual one is shown in the e-mail."""
    with socket.socket() as taken:
        return taken.connect_ex(("127.0.0.1", port)) != 0


def main() -> None:
    """All pictures, in the order of the main job."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = UNPACKED if UNPACKED.exists() else next(filter(None, map(shutil.which, names)))
    with product() as (url, people), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        sign_ins = {one["who"]: one for one in people}
        staff = window(browser, url, DESK)
        come_in(staff, "STAFF", sign_ins["Owner of the firm"])
        the_staff(staff)
        the_client(browser, url, sign_ins["Client with two accounts"])
        browser.close()


def the_staff(page: Page) -> None:
    """Accounts, the wizard, the dialog, the record, who is pending."""
    page.goto("/admin/accounts")
    take(page, "accounts", wait=page.get_by_role("link", name="New account").first)
    page.get_by_role("link", name="New account").first.click()
    page.get_by_text("Company", exact=True).first.click()
    page.get_by_label("Company name").fill("Olive Tree Foods Ltd")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Contacts", exact=True)).to_be_focused()
    page.get_by_label("First name").fill("Nora")
    page.get_by_label("Last name").fill("Byrne")
    page.get_by_label("E-mail address").fill(ADDRESS)
    page.get_by_role("switch", name="Login").check()
    page.get_by_role("heading", name="Contacts", exact=True).scroll_into_view_if_needed()
    take(page, "new-account")
    page.get_by_role("button", name="Create account").click()
    dialog = page.get_by_role("dialog", name="Invite to the portal")
    expect(dialog).to_be_visible()
    dialog.get_by_role("textbox").first.fill(MESSAGE)
    page.wait_for_timeout(1500)  # the preview follows what is typed
    take(page, "invitation")
    dialog.get_by_role("button", name="Send invitation").click()
    expect(page.get_by_role("heading", level=1, name="Olive Tree Foods Ltd")).to_be_visible()
    path = page.url
    page.wait_for_timeout(6000)  # the notice goes, the e-mail is accepted
    page.goto(path)
    page.get_by_text("Delivery of the invitation").click()
    take(page, "account")
    page.goto("/admin/pending")
    take(page, "pending", wait=page.get_by_text("Olive Tree Foods Ltd").first)


def the_client(browser: Browser, url: str, elena: dict[str, str]) -> None:
    """The e-mail, the activation page, the home of a client with two accounts."""
    with urllib.request.urlopen(f"{url}/mailbox.json?to={ADDRESS}") as answer:
        mail: dict[str, Any] = json.load(answer)["mails"][0]
    letter = window(browser, url, LETTER)
    letter.goto(f"/mailbox/{mail['id']}/html")
    take(letter, "e-mail", whole=True)
    phone = window(browser, url, PHONE, phone=True)
    phone.goto("/activate" + mail["text"].split("/activate", 1)[1].split()[0])
    take(phone, "activation", wait=phone.get_by_label("Password", exact=True))
    phone.get_by_label("Password", exact=True).fill(NEW_PASSWORD)
    phone.get_by_role("button", name="Open my portal").click()
    expect(phone.get_by_role("heading", level=1, name="Hello, Nora")).to_be_visible()
    home = window(browser, url, PHONE, phone=True)
    come_in(home, "PORTAL", elena)
    home.goto("/")
    take(home, "portal", wait=home.get_by_role("heading", level=1))


def window(browser: Browser, url: str, size: dict[str, int], *, phone: bool = False) -> Page:
    """A fresh window in English, by day, in which nothing moves."""
    context = browser.new_context(
        base_url=url,
        viewport=size,  # type: ignore[arg-type]  # Playwright's literals
        has_touch=phone,
        is_mobile=phone,
        device_scale_factor=2 if phone else 1,
        color_scheme="light",
        locale="en-GB",
        timezone_id="Europe/Madrid",
        reduced_motion="reduce",
    )
    return context.new_page()


def come_in(page: Page, door: str, sign_in: dict[str, str]) -> None:
    """Sign in without the form."""
    query = "mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }"
    given = {"email": sign_in["email"], "password": sign_in["password"], "door": door}
    answer = page.context.request.post(
        "/graphql", headers={"Antesala-Door": door}, data={"query": query, "variables": {"input": given}}
    )
    assert "errors" not in answer.json(), answer.json()


def take(page: Page, name: str, *, wait: Any = None, whole: bool = False) -> None:
    """Write one picture, in few colours so that it stays small."""
    if wait is not None:
        expect(wait).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    shot = Image.open(BytesIO(page.screenshot(full_page=whole))).convert("RGB")
    target = FOLDER / f"{name}.png"
    shot.quantize(colors=128, dither=Image.Dither.NONE).save(target, optimize=True)
    size = target.stat().st_size
    print(f"{name}.png {shot.width}×{shot.height} {size // 1000} kB" + (" TOO LARGE" if size > LARGEST else ""))


if __name__ == "__main__":
    main()

"""The e-mail as a person opens it: the HTML part in a browser."""

from playwright.async_api import expect

from tests.journeys.browser import PHONE, Windows, overflow_of
from tests.journeys.browser_client import activate
from tests.journeys.browser_setting import account_of
from tests.journeys.conftest import OpenFirm
from tests.journeys.post import Letter, Post


def html_of(letter: Letter) -> str:
    """The HTML part."""
    part = letter.message.get_body(("html",))
    assert part is not None
    return str(part.get_content())


async def test_the_button_of_the_invitation_is_the_link_of_its_text(
    open_firm: OpenFirm, windows: Windows, post: Post
) -> None:  # MAIL-1
    account = await account_of(await open_firm("Kanzlei Keller"))
    letter = await post.wait(account.somebody.email)
    for dark in (False, True):
        mail = await windows.open(dark=dark)
        await mail.set_content(html_of(letter))
        links = mail.locator("a", has_text="")
        targets = await links.evaluate_all("links => links.map(({ href }) => href)")
        assert letter.link in targets
        button = mail.locator(f'a[href="{letter.link}"]').first
        await expect(button).to_be_visible()
        assert (await button.inner_text()).strip()
        shown = await mail.locator("body").inner_text()
        assert letter.link in shown  # for programs that show no buttons
        for words in ("Ana", "Kanzlei Keller", account.name):
            assert words in shown
        assert await mail.locator("script, form, iframe").count() == 0
        await mail.set_viewport_size({"width": 320, "height": PHONE["height"]})
        assert await overflow_of(mail) <= 0
    phone = await windows.open(phone=True)
    await phone.set_content(html_of(letter))
    await activate(phone, str(await phone.locator(f'a[href="{letter.link}"]').first.get_attribute("href")))

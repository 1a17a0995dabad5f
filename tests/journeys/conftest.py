"""The whole product, a mail server, and a firm with an owner to sign in as."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from server.core import normalise
from server.core.database import execute, in_firm
from server.identity.passwords import hash_password
from server.staff.models import StaffMember
from tests.conftest import SECRET
from tests.factories.offices import Office, office_of
from tests.factories.people import user_of
from tests.journeys.browser import Windows, open_browser
from tests.journeys.post import Post
from tests.journeys.product import Browserless, Product

PASSWORD = "vier gelbe Lampen am Fluss"


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def post() -> AsyncIterator[Post]:
    """The mail server; tests that take it down bring it up again."""
    post = Post()
    await post.up()
    yield post
    await post.down()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def product(database_url: str, post: Post, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Web server and worker, started once a test process."""
    product = Product(database_url, post.port, SECRET, tmp_path_factory.mktemp("product"), free_port())
    try:
        product.start("serve")
        product.start("worker")
        yield product
    finally:
        product.stop()


@dataclass(frozen=True)
class Firm:
    """A firm of its own for one test; everybody's password is PASSWORD."""

    office: Office
    emails: dict[str, str]
    product: Product

    async def sign_in(self, who: str = "owner") -> Browserless:
        """A staff member, signed in."""
        return await Browserless(self.product, "STAFF").sign_in(self.emails[who], PASSWORD)


OpenFirm = Callable[..., Awaitable[Firm]]


@pytest.fixture
def open_firm(product: Product) -> OpenFirm:
    """Make a firm whose people can sign in."""

    async def made(name: str = "Kanzlei Keller", **settings: object) -> Firm:
        office = await office_of(name, **settings)
        password_hash = await hash_password(PASSWORD)
        emails = {}
        for who in ("owner", "admin", "executive", "analyst"):
            member_id = getattr(office, who).person_id

            async def member(member_id: str = member_id) -> StaffMember:
                return await StaffMember.get(id=member_id)

            email = (await in_firm(office.id, member)).email
            user_id = await user_of(email, password_hash)

            async def admit(member_id: str = member_id, user_id: str = user_id) -> int:
                return await StaffMember.filter(id=member_id).update(user_id=user_id)

            await in_firm(office.id, admit)
            emails[who] = normalise.key(email)
        return Firm(office, emails, product)

    return made


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser a test process; every window of it is a person of their own."""
    async with open_browser() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def windows(browser: Browser, product: Product) -> AsyncIterator[Windows]:
    """Opens windows; in the end the browser must not have complained in any of them."""
    await execute("DELETE FROM rate_limits")  # all tests come from one address, as an office does
    windows = Windows(browser, product)
    yield windows
    await windows.close()
    assert windows.complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def page(windows: Windows) -> Page:
    """A window on a desk."""
    return await windows.open()

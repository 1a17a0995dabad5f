"""The product goes on: after SIGKILL of its processes, a restart of its database, a mail server that hangs."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest_asyncio

from server.embedded.postgres import EmbeddedPostgres, erase
from tests.conftest import SECRET
from tests.journeys.conftest import PASSWORD
from tests.journeys.post import Post
from tests.journeys.product import ROOT, Browserless, Product, Refused
from tests.journeys.test_by_graphql import a_contact, an_address, create

OWNER = "owner@kanzlei.example"


class Site:
    """A product with a database server of its own, which tests may hurt."""

    def __init__(self, postgres: EmbeddedPostgres, product: Product, post: Post) -> None:
        self.postgres = postgres
        self.product = product
        self.post = post

    async def owner(self) -> Browserless:
        """The owner of the only firm, signed in."""
        return await Browserless(self.product, "STAFF").sign_in(OWNER, PASSWORD)


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def site(tmp_path_factory: Any) -> AsyncIterator[Site]:
    """Everything apart from the other tests' parts, and durable as in production."""
    folder: Path = tmp_path_factory.mktemp("site")
    postgres = await asyncio.to_thread(EmbeddedPostgres.start, folder / "postgres")
    post = Post()
    await post.up()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    product = Product(postgres.url, post.port, SECRET, folder, port)
    try:
        await _in_a_process("migrate", product)
        owner = ["--owner-email", OWNER, "--owner-first-name", "Ada", "--owner-last-name", "Keller"]
        await _in_a_process("create-firm", product, "Kanzlei Keller", "keller", *owner, said=f"{PASSWORD}\n")
        await asyncio.to_thread(product.start, "serve")
        product.start("worker")
        yield Site(postgres, product, post)
    finally:
        product.stop()
        await post.down()
        await asyncio.to_thread(postgres.stop)
        erase(folder / "postgres")


async def _in_a_process(command: str, product: Product, *arguments: str, said: str = "") -> None:
    process = await asyncio.create_subprocess_exec(
        *product.command(command),
        *arguments,
        cwd=ROOT,
        env=product.environment,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    answer, _ = await process.communicate(said.encode())
    assert process.returncode == 0, answer.decode()


async def test_what_was_acknowledged_survives_the_end_of_everything(site: Site) -> None:  # K1
    staff = await site.owner()
    acknowledged: list[str] = []
    killed = asyncio.Event()

    async def add(n: int) -> None:
        while not killed.is_set():
            try:
                acknowledged.append(str((await create(staff, a_contact(an_address(f"c{n}"), send=True)))["id"]))
            except (httpx.TransportError, Refused, ValueError):
                return

    adding = [asyncio.create_task(add(n)) for n in range(4)]
    await asyncio.sleep(1.5)
    site.product.kill("serve")
    site.product.kill("worker")
    killed.set()
    await asyncio.gather(*adding)
    await asyncio.to_thread(site.product.start, "serve")
    site.product.start("worker")

    staff = await site.owner()
    assert len(acknowledged) > 3
    query = """query ($id: ID!) { account(id: $id) {
      folders { id } staff { id } timeline { totalCount }
      contacts { portalAccess contact { email } invitation { emails { state } } } } }"""
    for account_id in acknowledged:
        account = (await staff.ask(query, id=account_id))["account"]
        assert account["folders"]
        assert account["staff"]
        assert account["timeline"]["totalCount"] >= 3
        [link] = account["contacts"]
        assert link["portalAccess"] == "PENDING"
        [mail] = link["invitation"]["emails"]
        assert mail["state"] in {"QUEUED", "SENDING", "ACCEPTED"}  # a killed worker's lease has to end first
        letters = site.post.of(link["contact"]["email"])
        assert len({letter.message["Message-ID"] for letter in letters}) <= 1
        assert letters or mail["state"] != "ACCEPTED"


async def test_the_database_restarts_in_the_middle(site: Site) -> None:  # K3
    staff = await site.owner()
    before = await create(staff, a_contact(an_address(), send=False))
    failures: list[str] = []
    done = asyncio.Event()

    async def read() -> None:
        while not done.is_set():
            try:
                await staff.ask("{ accounts(first: 1) { totalCount } }")
            except Refused as refused:
                failures.append(refused.code)
            await asyncio.sleep(0.05)

    reading = asyncio.create_task(read())
    await asyncio.sleep(0.3)
    await asyncio.to_thread(site.postgres.stop)
    await asyncio.sleep(0.5)
    site.postgres = await asyncio.to_thread(EmbeddedPostgres.start, site.postgres.folder)
    await asyncio.sleep(1)
    done.set()
    await reading
    assert set(failures) <= {"UNAVAILABLE"}, failures

    found = await staff.ask("query ($id: ID!) { account(id: $id) { id } }", id=before["id"])
    assert found["account"]["id"] == before["id"]
    address = an_address()
    await create(staff, a_contact(address, send=True))
    await site.post.wait(address)  # the worker has come back by itself


async def test_a_mail_server_that_hangs_slows_nobody_down(site: Site) -> None:  # M4
    staff = await site.owner()
    await site.post.down()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)
        writer.close()

    hanging = await asyncio.start_server(silent, "127.0.0.1", site.post.port)
    addresses = [an_address() for _ in range(10)]
    try:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for address in addresses:
            await create(staff, a_contact(address, send=True))
        assert loop.time() - begun < 30, "each answer waited for the mail server"
    finally:
        hanging.close()
        await site.post.up()
    query = "{ pendingActivations(first: 100) { nodes { portalAccess contact { email } } } }"
    nodes = (await staff.ask(query))["pendingActivations"]["nodes"]
    invited = {node["contact"]["email"] for node in nodes if node["portalAccess"] == "PENDING"}
    assert set(addresses) <= invited

"""Start servers, sign in at them, look at what they use, end them."""

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from os import environ
from typing import IO, Any, Final

import httpx

from benchmarks.data.load import PASSWORD
from benchmarks.data.rows import OWNER_EMAIL
from benchmarks.peers.peer import Peer, Question
from benchmarks.places import ROOT, STATE

PATIENCE: Final = 60.0


@dataclass(slots=True)
class Running:
    """A server that answers."""

    peer: Peer
    pid: int
    url: str
    headers: dict[str, str] = field(default_factory=dict)

    def answer(self, question: Question) -> Any:
        """The data of the answer to one question; an error is the end of the benchmark."""
        response = httpx.post(self.url + question.path, content=question.body, headers=self.headers, timeout=30)
        found = response.json() if response.status_code == 200 else {}
        if "data" not in found or found.get("errors"):
            raise RuntimeError(f"{self.peer.name} answered {response.status_code}: {response.text[:2000]}")
        return found["data"]


@contextmanager
def running(peers: Sequence[Peer], database_url: str) -> Iterator[list[Running]]:
    """All of them, started at once, with the session of a staff member who came in by our own door."""
    STATE.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        started = [stack.enter_context(_process(peer, database_url)) for peer in peers]
        for each, process, log in started:
            _wait(each, process, log)
        cookie = _cookie([each for each, _, _ in started])
        for each, _, _ in started:
            each.headers |= {"Content-Type": "application/json", "Accept": "application/json", "Cookie": cookie}
            each.headers["Antesala-Door"] = "STAFF"
        yield [each for each, _, _ in started]


Started = tuple[Running, "subprocess.Popen[bytes]", IO[bytes]]


@contextmanager
def _process(peer: Peer, database_url: str) -> Iterator[Started]:
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    given: Mapping[str, str] = {"PORT": str(port), "BASE_URL": url, "DATABASE_URL": database_url}
    with (STATE / f"{peer.name}.log").open("w+b") as log:
        process = subprocess.Popen(
            peer.command, cwd=ROOT, env={**environ, **given, **peer.environment}, stdout=log, stderr=log
        )
        try:
            yield Running(peer, process.pid, url), process, log
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(server: Running, process: "subprocess.Popen[bytes]", log: IO[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(server.url + server.peer.ready)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    log.seek(0)
    raise RuntimeError(f"{server.peer.title} did not start:\n{log.read().decode(errors='replace')[-3000:]}")


def _cookie(servers: Sequence[Running]) -> str:
    """A session for all servers that ask for one: they share the database."""
    door = next((server for server in servers if server.peer.name in ("antesala", "limit")), None)
    if door is None:
        return ""
    who = {"email": OWNER_EMAIL, "password": PASSWORD, "door": "STAFF"}
    asked = {"documentId": "sign-in", "variables": {"input": who}}
    response = httpx.post(f"{door.url}/graphql", json=asked, timeout=30)
    if not response.cookies:
        raise RuntimeError(f"nobody came in: {response.text}")
    return "; ".join(f"{name}={value}" for name, value in response.cookies.items())


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])

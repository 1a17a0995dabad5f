"""The product as in production: a web server and a worker of their own, reached over HTTP only."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.registering import registered

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30.0


@dataclass
class Product:
    """Two processes on one database. `log` holds everything they said."""

    database_url: str
    smtp_port: int
    secret: str
    folder: Path
    port: int
    settings: dict[str, str] = field(default_factory=dict)
    """More of them than every product of the tests has."""
    processes: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where people reach it."""
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> str:
        """Everything the processes wrote."""
        return "".join(file.read_text(errors="replace") for file in sorted(self.folder.glob("*.log")))

    @property
    def operations(self) -> Path:
        """The folder of operations that tests register."""
        folder = self.folder / "operations"
        folder.mkdir(exist_ok=True)
        return folder

    @property
    def environment(self) -> dict[str, str]:
        """The settings of its processes."""
        return {
            **os.environ,
            "DATABASE_URL": self.database_url,
            "SECRET_KEY": self.secret,
            "BASE_URL": self.url,
            "PORT": str(self.port),
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(self.smtp_port),
            "SMTP_TLS": "none",
            "DATA": str(self.folder / "data"),
            "OPERATIONS": str(self.operations),
            **self.settings,
        }

    def command(self, name: str) -> list[str]:
        """How a command of the product is run."""
        return [sys.executable, "-m", "server", name]

    def start(self, part: str) -> None:
        """Start `serve` or `worker`."""
        with (self.folder / f"{part}.log").open("ab") as log:
            self.processes[part] = subprocess.Popen(
                self.command(part), cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        if part == "serve":
            self._wait_until_it_answers()

    def kill(self, part: str) -> None:
        """SIGKILL: nothing is finished, nothing is said."""
        process = self.processes.pop(part)
        process.kill()
        process.wait()

    def stop(self) -> None:
        """SIGTERM to all that runs."""
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            process.wait(30)
        self.processes.clear()

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                # not /readyz, which also minds how old the outbox is: other tests leave old mails behind
                if httpx.get(f"{self.url}/healthz", timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            if self.processes["serve"].poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"the web server did not start:\n{self.log[-3000:]}")


class Refused(AssertionError):
    """The API said no; `codes` are those of the errors, or of the fields where the input was wrong."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        super().__init__(errors)
        self.errors = errors

    @property
    def code(self) -> str:
        """The code of the first error."""
        return str(self.errors[0]["extensions"]["code"])

    @property
    def fields(self) -> dict[str, str]:
        """Field and code of each problem."""
        found = self.errors[0]["extensions"].get("fields", [])
        return {each["field"]: each["code"] for each in found}


class Browserless:
    """Somebody who speaks GraphQL and keeps cookies: another firm's tool, or a test in a hurry.

    Staff send text; at the portal's door operations are registered first.
    """

    def __init__(self, product: Product, door: str) -> None:
        self.door = door
        self.product = product
        self.http = httpx.AsyncClient(base_url=product.url, headers={"Antesala-Door": door}, timeout=30)

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """The data; raises Refused on any error."""
        if self.door == "STAFF" and self.http.cookies:
            return await self._send({"query": query, "variables": variables})
        return await self._send({"documentId": registered(query, self.product.operations), "variables": variables})

    async def _send(self, body: dict[str, Any]) -> dict[str, Any]:
        response = await self.http.post("/graphql", json=body)
        answer = response.json()
        if answer.get("errors"):
            raise Refused(answer["errors"])
        data: dict[str, Any] = answer["data"]
        return data

    async def do(self, name: str, input_type: str, selection: str, /, **values: Any) -> Any:
        """One mutation with an input."""
        query = f"mutation ($input: {input_type}!) {{ {name}(input: $input) {selection} }}"
        return (await self.ask(query, input=values))[name]

    async def sign_in(self, email: str, password: str) -> "Browserless":
        """Come in by one's door."""
        values = {"email": email, "password": password, "door": self.door}
        await self._send({"documentId": "sign-in", "variables": {"input": values}})
        return self

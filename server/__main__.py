"""The command line: `python -m server run | serve | worker | migrate | demo | create-firm | doctor | reset`."""

import asyncio
import getpass
import sys
from collections.abc import Awaitable, Callable
from typing import Annotated

from cyclopts import App, Parameter
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from server import doctor as examination
from server import logs, runner
from server.core import database, tokens
from server.core.errors import DomainError, Invalid
from server.core.migrate import migrate as migrate_tables
from server.demo import make
from server.machine import CannotRun, with_database
from server.settings import Settings
from server.staff import found
from server.words.say import say

app = App(name="python -m server", help="Antesala, the client portal and client register of professional firms.")


@app.command
def run() -> None:
    """Start everything on this machine: database, web server, worker, mailbox, demo data. Ctrl-C stops it."""
    logs.for_a_person()
    runner.run(Settings())


@app.command
def serve() -> None:
    """Serve web requests, and nothing else. DATABASE_URL and SECRET_KEY are needed."""
    logs.for_a_machine()
    runner.in_loop(runner.serve(_configured()))


@app.command
def worker() -> None:
    """Send e-mails, do jobs, keep the timers. DATABASE_URL and SECRET_KEY are needed."""
    logs.for_a_machine()
    runner.in_loop(runner.work(_configured()))


@app.command
def migrate(target: str | None = None) -> None:
    """Bring the tables to the newest version, or to TARGET (antesala.0001_initial)."""
    with with_database(Settings()) as settings:
        asyncio.run(migrate_tables(settings.database_owner_url or settings.database_url, target))


@app.command
def demo(
    *,
    accounts: Annotated[int, Parameter(help="How many accounts the firm gets.")] = 60,
    seed: Annotated[int, Parameter(help="The same seed makes the same people.")] = 1,
) -> None:
    """Make one more firm with people and companies of Spain, Romania, Germany and English-speaking countries."""

    async def work() -> None:
        for person in await make.make(accounts=accounts, seed=seed):
            print(f"{person.who:28} {person.email:36} {person.password}")

    _on_the_database(work)


@app.command(name="create-firm")
def create_firm(
    name: str,
    slug: str,
    *,
    owner_email: str,
    owner_first_name: str,
    owner_last_name: str,
    language: str = "en",
    time_zone: str = "Europe/Madrid",
) -> None:
    """Create a firm and its owner, who can sign in at once. The password is asked for, or read from a pipe."""
    password = getpass.getpass("Password of the owner: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")

    async def work() -> None:
        firm = await found.create_firm(
            name,
            slug,
            owner_email=owner_email,
            owner_first_name=owner_first_name,
            owner_last_name=owner_last_name,
            owner_password=password,
            language=language,
            time_zone=time_zone,
        )
        print(f"{firm.name} is there ({firm.id}). Its owner signs in at /admin.")

    _on_the_database(work)


@app.command
def doctor() -> int:
    """Look whether everything that is configured works; ends with 1 if something does not."""
    with with_database(Settings()) as settings:
        findings = asyncio.run(examination.examine(settings))
    lines = Table.grid(padding=(0, 2, 0, 0))
    for finding in findings:
        mark = "[red]no[/]" if finding.advice else "[green]ok[/]"
        lines.add_row(
            mark,
            finding.title,
            f"{escape(finding.found)}" + (f"\n[yellow]{escape(finding.advice)}[/]" if finding.advice else ""),
        )
    Console(highlight=False).print(lines)
    return int(any(finding.advice for finding in findings))


@app.command
def reset() -> None:
    """Throw the embedded database and the caught e-mails away. Refuses while they are in use."""
    runner.reset(Settings())
    print("The development data is gone. `make run` makes it anew.")


def _on_the_database(work: Callable[[], Awaitable[None]]) -> None:
    """Do a command's work with the tables migrated and the pool open."""

    async def connected(settings: Settings) -> None:
        await migrate_tables(settings.database_owner_url or settings.database_url)
        await database.connect(settings.database_url, pool=settings.database_pool)
        try:
            await work()
        finally:
            await database.disconnect()

    with with_database(Settings()) as settings:
        tokens.use_secret(settings.secret_key.get_secret_value())
        asyncio.run(connected(settings))


def _configured() -> Settings:
    settings = Settings()
    if not settings.database_url:
        raise CannotRun("DATABASE_URL is not set. `python -m server run` brings a database of its own.")
    if len(settings.secret_key.get_secret_value()) < 32:
        raise CannotRun("SECRET_KEY must have 32 or more characters.")
    return settings


def main() -> None:
    try:
        app()
    except CannotRun as reason:
        sys.exit(str(reason))
    except DomainError as refusal:
        sys.exit("\n".join(_sentences(refusal)))
    except KeyboardInterrupt:
        sys.exit(130)


def _sentences(refusal: DomainError) -> list[str]:
    """What the API would say, a line for each field."""
    if isinstance(refusal, Invalid):
        return [f"{one.field}: {say('errors', one.code, 'en', **one.params)}" for one in refusal.problems]
    return [say("errors", refusal.code, "en", **refusal.params)]


if __name__ == "__main__":
    main()

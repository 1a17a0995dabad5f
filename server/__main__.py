"""The command line: `python -m server run | serve | worker | migrate | demo | create-firm | doctor | reset`."""

import asyncio
import sys
from typing import Annotated

from cyclopts import App, Parameter
from rich.console import Console

from server import doctor as examination
from server import logs, runner
from server.core import database, tokens
from server.core.migrate import migrate as migrate_tables
from server.demo import make
from server.machine import CannotRun, with_database
from server.settings import Settings

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
    asyncio.run(runner.serve(_configured()))


@app.command
def worker() -> None:
    """Send e-mails, do jobs, keep the timers. DATABASE_URL and SECRET_KEY are needed."""
    logs.for_a_machine()
    asyncio.run(runner.work(_configured()))


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

    async def work(settings: Settings) -> None:
        await migrate_tables(settings.database_owner_url or settings.database_url)
        await database.connect(settings.database_url, pool=settings.database_pool)
        try:
            for person in await make.make(accounts=accounts, seed=seed):
                print(f"{person.who:32} {person.email}  {person.password}")
        finally:
            await database.disconnect()

    with with_database(Settings()) as settings:
        tokens.use_secret(settings.secret_key.get_secret_value())
        asyncio.run(work(settings))


@app.command
def doctor() -> int:
    """Look whether everything that is configured works; ends with 1 if something does not."""
    console = Console(highlight=False)
    with with_database(Settings()) as settings:
        findings = asyncio.run(examination.examine(settings))
    for finding in findings:
        mark = "[red]![/]" if finding.advice else "[green]ok[/]"
        console.print(f"{mark:>12} {finding.title:14} {finding.found}")
        if finding.advice:
            console.print(f"{'':18} {finding.advice}", style="yellow")
    return int(any(finding.advice for finding in findings))


@app.command
def reset() -> None:
    """Throw the embedded database and the caught e-mails away. Refuses while they are in use."""
    runner.reset(Settings())
    print("The development data is gone. `make run` makes it anew.")


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
        print(reason, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()

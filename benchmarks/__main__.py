"""The command line: `python -m benchmarks`, or `make bench`."""

import asyncio
import sys
from typing import Annotated, Final

from cyclopts import App, Parameter
from rich.console import Console
from rich.table import Table

from benchmarks import growth, hotspots, memory, report, rounds, table
from benchmarks.data import load
from benchmarks.data.rows import firms
from benchmarks.peers.peer import OURS, PEERS
from benchmarks.peers.running import running
from benchmarks.places import STATE
from benchmarks.works.work import WORKS

ACCOUNTS: Final = 10_000

Write = Annotated[bool, Parameter(help="Put the result into benchmarks/README.md.")]

app = App(name="python -m benchmarks", help=__doc__)


@app.default
def compare(
    *,
    work: Annotated[list[str] | None, Parameter(help="Only this work; may be said again.")] = None,
    peer: Annotated[list[str] | None, Parameter(help="Only this server beside ours; may be said again.")] = None,
    n_rounds: Annotated[int, Parameter(name="--rounds", help="How often each server has its turn.")] = 5,
    seconds: Annotated[float, Parameter(help="How long a turn takes.")] = 3,
    quick: Annotated[bool, Parameter(help="Few short rounds: to look, not to tell others.")] = False,
    write: Write = False,
) -> None:
    """Compare this server with its peers, on the same data in the same PostgreSQL."""
    if quick:
        n_rounds, seconds = 3, 1.5
    works = [each for each in WORKS if work is None or each.name in work]
    peers = [each for each in PEERS if peer is None or each.name in (table.OURS, *peer)]
    console = Console(highlight=False)
    firm, found = firms(ACCOUNTS)[0], []
    with console.status("") as status, load.copied(ACCOUNTS, status.update) as (postgres, url):
        for each in peers:
            if each.setup:
                asyncio.run(load.run(url, each.setup.read_text(encoding="utf-8")))
        status.update("starting the servers")
        assert postgres.pid is not None
        with running(peers, url) as servers:
            for series in rounds.compared(
                servers, postgres.pid, works, firm, rounds=n_rounds, seconds=seconds, tell=status.update
            ):
                found.append(series)
                _show(console, series)
    kept = report.keep(found, n_rounds, seconds)
    console.print(f"Kept in {kept}", style="dim")
    if write:
        report.write("result", report.text(found, n_rounds, seconds))


@app.command
def profile(
    *,
    work: Annotated[str, Parameter(help="The work to look at.")] = "page",
    requests: Annotated[int, Parameter(help="How many requests to profile.")] = 300,
    lines: Annotated[int, Parameter(help="How many functions to show in each order.")] = 40,
) -> None:
    """Show which functions of this server take the time of a request."""
    chosen = next(each for each in WORKS if each.name == work)
    with load.copied(ACCOUNTS, lambda _: None) as (_, url):
        hotspots.profiled(chosen, firms(ACCOUNTS)[0], url, requests, lines)


@app.command(name="growth")
def grow(
    *, sizes: Annotated[tuple[int, ...], Parameter(consume_multiple=True)] = growth.SIZES, write: Write = False
) -> None:
    """Read the same lists of firms of several sizes: does the time stay, and is no table read as a whole?"""
    console = Console(highlight=False)
    with console.status("") as status:
        points = growth.grown(sizes, status.update)
    growth.keep(points)
    head, lines = growth.head(sizes), growth.table(points, sizes)
    shown = Table(*head, title="PostgreSQL, ms a request")
    for line in lines:
        shown.add_row(*line, style="red" if line[-1] else "")
    if write:
        report.write("growth", table.as_table(head, lines))
    console.print(shown)
    console.print(f"The plans are in {STATE / 'plans.txt'}", style="dim")


@app.command(name="memory")
def remember(*, requests: int = 50_000, step: int = 5_000, write: Write = False) -> None:
    """Look at the memory of one process while it answers many requests of all kinds."""
    console = Console(highlight=False)
    with (
        console.status("") as status,
        load.copied(ACCOUNTS, status.update) as (_, url),
        running([OURS], url) as [server],
    ):
        found = memory.steps(server, firms(ACCOUNTS)[0], requests, step, status.update)
    for count, megabytes in found:
        console.print(f"{count:>8,} requests {megabytes:>8.1f} MB")
    holds, words = memory.verdict(found)
    console.print(f"[{'green]flat' if holds else 'red]not flat'}[/]: {words}")
    if write:
        report.write("memory", f"{'Flat' if holds else '**Not flat**'}: {words}, of {found[-1][0]:,} requests.")


def _show(console: Console, series: rounds.Series) -> None:
    shown = Table(title=table.title(series), title_justify="left", title_style="bold")
    for number, head in enumerate(table.HEAD):
        shown.add_column(head, justify="right" if number else "left", no_wrap=True)
    for line in table.lines(series):
        shown.add_row(*table.cells(line), style="bold" if line.server == table.OURS else "")
    console.print(shown)
    for each in table.verdicts(series):
        console.print(f"  [{'green]reached' if each.holds else 'red]missed'}[/] {each.goal}: {each.reached}")
    console.print()


if __name__ == "__main__":
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)

"""The one screen that `run` ends with: where everything is, and as whom to look at it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from server.settings import Settings


@dataclass(frozen=True)
class SignIn:
    """One person of the demo firm whom a newcomer can be."""

    who: str
    """`Owner of the firm`, `Client with two accounts`."""
    door: str
    """`STAFF` or `PORTAL`: which of the two it opens."""
    email: str
    password: str


PATHS = [("Staff", "/admin"), ("Portal", "/"), ("GraphiQL", "/graphiql")]
MAILBOX = ("Caught e-mails", "/mailbox")


class Welcome:
    """The terminal's screen; plain lines where the output is not a terminal."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False)

    def say(self, words: str) -> None:
        """Something that takes a while has begun."""
        self.console.print(f"  {words} …", style="dim")

    def show(self, settings: Settings, sign_ins: Sequence[SignIn], *, has_mailbox: bool) -> None:
        """All addresses, sign-ins, the data folder, and the way out."""
        addresses = _grid()
        for name, path in [*PATHS, *([MAILBOX] if has_mailbox else [])]:
            url = settings.base_url + path
            addresses.add_row(name, Text(url, style=f"bold cyan link {url}", no_wrap=True))
        parts: list[Table | Text] = [addresses]
        if sign_ins:
            parts += [Text("\nSign in as", style="bold"), _people(sign_ins)]
        rest = _grid()
        rest.add_row("Data", f"{settings.data.resolve()}   (`make reset` starts afresh)")
        rest.add_row("Stop", "Ctrl-C")
        parts += [Text(), rest]
        self.console.print()
        self.console.print(Panel(Group(*parts), title="Antesala is running", title_align="left", padding=(1, 2)))

    def goodbye(self) -> None:
        """Stopping has begun."""
        self.console.print("\n  Stopping …", style="dim")


def _people(sign_ins: Sequence[SignIn]) -> Table:
    """Who is who; a password that all share is said once."""
    grid = _grid()
    shared = sign_ins[0].password if len({person.password for person in sign_ins}) == 1 else None
    for person in sign_ins:
        grid.add_row(person.who, person.email if shared else f"{person.email}\n{person.password}")
    if shared:
        grid.add_row("Password of all", Text(shared, style="bold"))
    return grid


def _grid() -> Table:
    grid = Table.grid(padding=(0, 3, 0, 0))
    grid.add_column(style="dim", min_width=16, no_wrap=True)
    grid.add_column(overflow="fold")
    return grid

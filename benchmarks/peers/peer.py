"""What the benchmark knows of a server: how to start it, and how to put a work's question to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from benchmarks.data.rows import id_of
from benchmarks.places import HERE, NODE, ROOT
from benchmarks.works.work import Variables, Work, text

SECRET: Final = "a secret of the benchmark, long enough to be one"
POOL: Final = 10
"""Connections to PostgreSQL that each server may hold."""


@dataclass(frozen=True, slots=True)
class Question:
    """One request: a path, and a body of JSON."""

    path: str
    body: str


@dataclass(frozen=True, slots=True)
class Peer:
    """One server of the comparison."""

    name: str
    title: str
    command: tuple[str | Path, ...]
    ask: Callable[[Work, Variables], Question]
    environment: Mapping[str, str]
    ready: str = "/graphql"
    """A path that answers, whatever it answers, once the server is there."""
    setup: Path | None = None
    """SQL that the owner of the database runs for it beforehand."""

    def does(self, work: Work) -> bool:
        """Whether it takes part in a work."""
        return work.has_limit or self.name != "limit"


def _graphql(suffix: str) -> Callable[[Work, Variables], Question]:
    def ask(work: Work, variables: Variables) -> Question:
        body = {"query": text(f"{work.name}{suffix}.graphql"), "variables": variables}
        return Question("/graphql", orjson.dumps(body).decode())

    return ask


def _statement(work: Work, variables: Variables) -> Question:
    return Question(f"/limit/{work.name}", orjson.dumps(list(variables.values())).decode())


def _python(module: str, *arguments: str) -> tuple[str | Path, ...]:
    return (ROOT / ".venv" / "bin" / "python", "-m", module, *arguments)


_PRODUCTION: Final[dict[str, Any]] = {"SECRET_KEY": SECRET, "DATABASE_POOL": str(POOL), "DEVELOPMENT": "false"}

OURS: Final = Peer("antesala", "Antesala", _python("server", "serve"), _graphql(""), _PRODUCTION, ready="/healthz")
LIMIT: Final = Peer(
    "limit",
    "the limit: hand-written SQL, passed through",
    _python("benchmarks.peers.limit"),
    _statement,
    _PRODUCTION,
    ready="/healthz",
)
POSTGRAPHILE: Final = Peer(
    "postgraphile",
    "PostGraphile with row-level security",
    (NODE, HERE / "peers" / "postgraphile" / "server.mjs"),
    _graphql(".postgraphile"),
    {"FIRM_ID": id_of("firm", 0), "POOL": str(POOL), "NODE_ENV": "production", "GRAPHILE_ENV": "production"},
    setup=HERE / "peers" / "postgraphile" / "search.sql",
)
CONVENTIONAL: Final = Peer(
    "conventional",
    "Strawberry and Tortoise with dataloaders",
    _python("benchmarks.peers.conventional"),
    _graphql(""),
    _PRODUCTION,
)
PEERS: Final = (OURS, POSTGRAPHILE, LIMIT, CONVENTIONAL)

"""From rounds to the table: medians, ratios of the same round, goals and what was reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measure import Round
from benchmarks.rounds import Series

OURS = "antesala"


@dataclass(frozen=True, slots=True)
class Line:
    """One server at one work: the median of each figure over its rounds."""

    server: str
    rate: float
    ratio: float
    """This project's requests a second as a multiple of this server's: the median over rounds side by side."""
    p50: float
    p99: float
    cpu: float
    database_cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """One goal and what was reached of it."""

    goal: str
    reached: str
    holds: bool


def lines(series: Series) -> list[Line]:
    """A line for each server, ours first."""
    ours = series.rounds[OURS]
    return [_line(name, rounds, ours) for name, rounds in series.rounds.items()]


def _line(name: str, rounds: Sequence[Round], ours: Sequence[Round]) -> Line:
    return Line(
        server=name,
        rate=median(each.rate for each in rounds),
        ratio=ratio(ours, rounds),
        p50=median(each.p50 for each in rounds),
        p99=median(each.p99 for each in rounds),
        cpu=median(each.cpu for each in rounds),
        database_cpu=median(each.database_cpu for each in rounds),
        memory=rounds[-1].memory,
    )


def ratio(ours: Sequence[Round], theirs: Sequence[Round]) -> float:
    """Our rate by theirs, of rounds that were made one after the other, so that a slow minute weighs on both."""
    return median(our.rate / their.rate for our, their in zip(ours, theirs, strict=True))


def verdicts(series: Series) -> list[Verdict]:
    """The goals of a work, as far as the servers that they speak of were there."""
    goals, found = series.work.goals, {line.server: line for line in lines(series)}
    judged = []
    for name, goal in (("postgraphile", goals.postgraphile), ("limit", goals.limit)):
        if goal is not None and name in found:
            reached = found[name].ratio
            judged.append(Verdict(f"≥ {goal:g} × {name}", f"{reached:.2f} ×", reached >= goal))
    if goals.p99_below_p50 and "postgraphile" in found:
        ours, theirs = found[OURS].p99, found["postgraphile"].p50
        judged.append(Verdict("p99 below PostGraphile's p50", f"{ours:.1f} ms to {theirs:.1f} ms", ours < theirs))
    return judged


HEAD = ("server", "requests/s", "ours ×", "p50 ms", "p99 ms", "CPU ms", "PG ms", "MB")


def cells(line: Line) -> tuple[str, ...]:
    """The figures as they are shown."""
    return (
        line.server,
        f"{line.rate:,.0f}",
        "" if line.server == OURS else f"{line.ratio:.2f}",
        f"{line.p50:.1f}",
        f"{line.p99:.1f}",
        f"{line.cpu:.2f}",
        f"{line.database_cpu:.2f}",
        f"{line.memory:.0f}",
    )


def title(series: Series) -> str:
    """The work in words."""
    return f"{series.work.title}, {series.connections} connections"


SUMMARY = ("work", "PostGraphile: goal", "reached", "limit: goal", "reached", "p99 to its p50", "conventional")


def summary(all_series: Sequence[Series]) -> list[tuple[str, ...]]:
    """A line a work: each goal and what was reached, bold where it was missed."""
    return [_summed(series) for series in all_series]


def _summed(series: Series) -> tuple[str, ...]:
    goals, found = series.work.goals, {line.server: line for line in lines(series)}
    shown = [f"{series.work.title} ({series.connections} connections)"]
    for name, goal in (("postgraphile", goals.postgraphile), ("limit", goals.limit)):
        if goal is None or name not in found:
            shown += ["", ""]
        else:
            reached = f"{found[name].ratio:.2f} ×"
            shown += [f"≥ {goal:g} ×", reached if found[name].ratio >= goal else f"**{reached}**"]
    if goals.p99_below_p50 and "postgraphile" in found:
        ours, theirs = found[OURS].p99, found["postgraphile"].p50
        text = f"{ours:.1f} to {theirs:.1f} ms"
        shown.append(text if ours < theirs else f"**{text}**")
    else:
        shown.append("")
    shown.append(f"{found['conventional'].ratio:.1f} ×" if "conventional" in found else "")
    return tuple(shown)


def markdown(all_series: Sequence[Series]) -> str:
    """The whole result for a page: goals first, then every figure."""
    parts = [
        as_table(SUMMARY, summary(all_series)),
        "Bold is missed. Ratios are of requests a second; the figures behind them:",
    ]
    parts += [f"**{title(series)}**\n\n{as_table(HEAD, map(cells, lines(series)))}" for series in all_series]
    return "\n\n".join(parts)


def as_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """In Markdown."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])

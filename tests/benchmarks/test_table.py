"""What the table says follows from the rounds, and says the losses too."""

import pytest

from benchmarks import growth, memory, report, table
from benchmarks.growth import Point
from benchmarks.measure import Round, percentile
from benchmarks.rounds import Series
from benchmarks.works.work import WORKS


def made(rate: float, p50: float = 5.0, p99: float = 9.0) -> Round:
    return Round(requests=100, rate=rate, p50=p50, p99=p99, cpu=1.0, database_cpu=2.0, memory=100.0)


PAGE = Series(
    WORKS[0],
    8,
    {
        "antesala": [made(600), made(300), made(660)],
        "postgraphile": [made(100, p50=20), made(50, p50=40), made(120, p50=30)],
        "limit": [made(600), made(400), made(900)],
    },
)


def test_a_ratio_is_the_median_of_rounds_side_by_side() -> None:
    """A slow minute weighs on both, so 300 to 50 counts as much as 600 to 100."""
    assert [round(line.ratio, 2) for line in table.lines(PAGE)] == [1, 6, 0.75]


def test_a_line_has_the_medians() -> None:
    ours, theirs, _ = table.lines(PAGE)
    assert (ours.rate, theirs.rate, theirs.p50) == (600, 100, 30)


def test_goals_are_judged_one_by_one() -> None:
    assert [(each.goal, each.holds) for each in table.verdicts(PAGE)] == [
        ("≥ 5 × postgraphile", True),
        ("≥ 0.9 × limit", False),
        ("p99 below PostGraphile's p50", True),
    ]


def test_a_goal_against_an_absent_server_is_not_judged() -> None:
    alone = Series(PAGE.work, 8, {"antesala": PAGE.rounds["antesala"]})
    assert table.verdicts(alone) == []


def test_the_page_shows_what_was_missed() -> None:
    text = table.markdown([PAGE])
    assert "| postgraphile | 100 | 6.00 | 30.0 |" in text
    assert "| ≥ 5 × | 6.00 × | ≥ 0.9 × | **0.75 ×** | 9.0 to 30.0 ms |" in text


def test_the_result_stands_between_its_marks_and_the_rest_stays() -> None:
    marks = "<!-- growth: written by `--write` -->", "<!-- end of growth -->"
    page = f"# Before\n{marks[0]}\n\nold\n\n{marks[1]}\n## After\n"
    written = report.between_marks(page, "growth", "new\n")
    assert written == page.replace("old", "new")
    assert report.between_marks(written, "growth", "new") == written


def test_every_part_of_the_page_has_its_marks() -> None:
    page = report.README.read_text(encoding="utf-8")
    for part in ("result", "growth", "memory"):
        assert f"<!-- {part}: written by `--write` -->" in page
        assert f"<!-- end of {part} -->" in page


@pytest.mark.parametrize(("percent", "value"), [(50, 5), (99, 10), (100, 10), (1, 1)])
def test_a_percentile_is_a_value_that_was_measured(percent: float, value: float) -> None:
    assert percentile(list(range(1, 11)), percent) == value


def test_growth_names_what_became_slower_and_what_is_read_as_a_whole() -> None:
    points = [
        Point("page", 10, 2.0, (), ""),
        Point("page", 100, 2.2, (), ""),
        Point("search", 10, 1.0, (), ""),
        Point("search", 100, 9.0, ("accounts",), ""),
    ]
    assert growth.table(points, [10, 100]) == [
        ("page", "2.00", "2.20", "1.10", ""),
        ("search", "1.00", "9.00", "9.00", "reads all of accounts; over 1.3 ×"),
    ]


def test_memory_is_flat_when_it_grows_only_at_first() -> None:
    assert memory.verdict([(0, 90.0), (10, 110.0), (20, 110.5), (30, 110.4)])[0]
    assert not memory.verdict([(0, 90.0), (10, 100.0), (20, 110.0), (30, 120.0)])[0]
    assert not memory.verdict([(0, 90.0), (10, 160.0), (20, 160.0), (30, 160.0)])[0]

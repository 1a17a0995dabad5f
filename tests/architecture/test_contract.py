"""The contract with other firms' tools: nothing that was published may break (API-1)."""

from pathlib import Path

from graphql import DangerousChangeType, SafeChangeType, build_schema, find_schema_changes

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "schema" / "published.graphql"
"""The contract of the newest release. A release copies `schema.graphql` over it; nothing else does."""

HARMLESS = {*SafeChangeType, DangerousChangeType.OPTIONAL_ARG_ADDED, DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED}
"""What a tool need not know of: who does not send what is new and optional gets what they got before."""


def breaking(before: str, after: str) -> list[str]:
    """What a tool written for the contract before could stumble over."""
    changes = find_schema_changes(build_schema(before), build_schema(after))
    return sorted(change.description for change in changes if change.type not in HARMLESS)


def test_nothing_that_was_published_breaks() -> None:
    now = (ROOT / "schema" / "schema.graphql").read_text(encoding="utf-8")
    assert breaking(PUBLISHED.read_text(encoding="utf-8"), now) == []


def test_a_field_that_goes_a_type_that_changes_and_an_argument_that_is_demanded_are_noticed() -> None:
    before = "type Query { a: Int b(x: Int): String! c: E } enum E { ONE TWO }"
    assert len(breaking(before, "type Query { b(x: Int): String! c: E } enum E { ONE TWO }")) == 1
    assert len(breaking(before, "type Query { a: String b(x: Int!): String c: E } enum E { ONE TWO }")) == 3
    assert len(breaking(before, "type Query { a: Int b(x: Int): String! c: E } enum E { ONE }")) == 1
    assert breaking(before, before.replace("a: Int", "a: Int d: Int")) == []
    assert breaking(before, before.replace("(x: Int)", "(x: Int, y: Int)")) == []
    assert breaking("input I { x: Int } " + before, "input I { x: Int y: Int } " + before) == []
    assert len(breaking("input I { x: Int } " + before, "input I { x: Int y: Int! } " + before)) == 1

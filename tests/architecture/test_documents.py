"""The documents say what is so: what they name exists, and what there is stands in them."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from graphql import parse, validate

from schema.root import schema
from server.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
TOP = {path.name for path in ROOT.iterdir()}

PAGES = {
    "accounts": "accounts",
    "audit": "audit",
    "contacts": "contacts",
    "firms": "firm",
    "folders": "folders",
    "identity": "signing-in",
    "invitations": "invitations",
    "mail": "mail",
    "staff": "team",
    "tags": "tags",
}
"""The page of each noun of the business."""

NO_NOUNS = {"core", "demo", "embedded", "intake", "migrations", "web", "words"}
"""Folders of `server/` that are no noun: the ground, the tools, and the use cases of several nouns."""

LARGEST_PICTURE = 150_000
HEADINGS = ["Context", "Decision", "Consequences", "Enforced by"]

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


@every_document
def test_every_path_named_exists(document: Path) -> None:
    missing = [
        name
        for span in re.findall(r"`([^`\n]+)`", prose_of(document))
        for name in expanded(span)
        if is_path(name) and not any(ROOT.glob(name.rstrip("/")))
    ]
    assert missing == []


@every_document
def test_every_link_and_picture_leads_somewhere(document: Path) -> None:
    prose = prose_of(document)
    targets = re.findall(r"\]\(([^)\s]+)\)", prose) + re.findall(r'src="([^"]+)"', prose)
    local = [unquote(target.partition("#")[0]) for target in targets if "://" not in target]
    assert [target for target in local if target and not (document.parent / target).exists()] == []


@every_document
def test_every_make_target_named_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)(?=`| |$)", document.read_text(), re.MULTILINE))
    assert named <= targets


@every_document
def test_every_operation_shown_fits_the_contract(document: Path) -> None:
    shown = re.findall(r'"query": "((?:[^"\\]|\\.)*)"', document.read_text())
    shown += re.findall(r"```graphql\n(.*?)```", document.read_text(), re.DOTALL)
    for operation in shown:
        assert validate(schema._schema, parse(operation)) == [], operation


def test_every_setting_is_described_and_none_that_is_not_there() -> None:
    described = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "running.md").read_text(), re.MULTILINE)
    assert sorted(described) == sorted(name.upper() for name in Settings.model_fields)


def test_every_command_is_described() -> None:
    commands = set(re.findall(r"^def ([a-z]\w*)\(", (ROOT / "server" / "__main__.py").read_text(), re.MULTILINE))
    described = re.findall(r"^\| `([a-z-]+)[ `]", (ROOT / "docs" / "running.md").read_text(), re.MULTILINE)
    assert set(described) == {name.replace("_", "-") for name in commands - {"main"}}


def test_every_noun_has_its_page() -> None:
    nouns = {path.parent.name for path in (ROOT / "server").glob("*/__init__.py")} - NO_NOUNS
    assert nouns == set(PAGES)
    pages = {path.stem for path in (ROOT / "docs" / "features").glob("*.md")} - {"README"}
    assert pages == {*PAGES.values(), "api", "portal"}


def test_every_page_and_decision_stands_in_its_list() -> None:
    for folder in ("features", "decisions"):
        pages = {path.name for path in (ROOT / "docs" / folder).glob("*.md")} - {"README.md"}
        listed = re.findall(r"\]\(([^)/]+\.md)\)", (ROOT / "docs" / folder / "README.md").read_text())
        assert sorted(listed) == sorted(pages)


def test_decisions_are_numbered_and_of_one_shape() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    assert [path.name[:4] for path in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    for path in pages:
        assert re.findall(r"^## (.+)$", path.read_text(), re.MULTILINE) == HEADINGS, path.name


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs").rglob("*.png"))
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > LARGEST_PICTURE] == []


def prose_of(document: Path) -> str:
    """The text without blocks of code."""
    return re.sub(r"^```.*?^```", "", document.read_text(), flags=re.DOTALL | re.MULTILINE)


def expanded(span: str) -> Iterator[str]:
    """The paths of a span: `a/{b,c}.py` is two, a placeholder such as `<noun>` any."""
    name = re.sub(r"<[^>]+>", "*", span)
    if match := re.search(r"\{([^{}]+)\}", name):
        for part in match[1].split(","):
            yield from expanded(name.replace(match[0], part, 1))
    else:
        yield name


def is_path(name: str) -> bool:
    """Whether it begins with something that lies at the top of the repository."""
    return re.fullmatch(r"[\w.*/-]+", name) is not None and name.split("/")[0] in TOP - {"var"}

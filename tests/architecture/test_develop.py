"""The set-up works with a bare Python, and says the same under both of its names."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import develop
from workbench import running, stamps, targets

ROOT = Path(__file__).resolve().parents[2]


def test_the_script_needs_nothing_but_the_standard_library() -> None:
    for file in (ROOT / "develop.py", *(ROOT / "workbench").glob("*.py")):
        nodes = list(ast.walk(ast.parse(file.read_text())))
        imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        assert {name.split(".")[0] for name in imported} <= {*sys.stdlib_module_names, "workbench"}, file


def test_make_and_the_script_know_the_same_commands() -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert targets - {"help"} == set(develop.COMMANDS)


def test_every_make_target_calls_the_command_of_its_name() -> None:
    rules = re.findall(
        r"^([a-z]+):.*## .*\n\t@\$\(PYTHON\) develop\.py ([a-z]+)(?: \$\(ARGS\))?$",
        (ROOT / "Makefile").read_text(),
        re.MULTILINE,
    )
    assert {target for target, _ in rules} == set(develop.COMMANDS)
    assert all(target == command for target, command in rules)


def test_an_unknown_command_is_refused_without_setting_anything_up() -> None:
    done = subprocess.run(
        [sys.executable, "-S", ROOT / "develop.py", "nonsense"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "invalid choice" in done.stderr


def test_a_stamp_changes_with_the_content_and_not_with_the_time(tmp_path: Path) -> None:
    before = stamps.fingerprint(targets.LOCK, "word")
    assert stamps.fingerprint(targets.LOCK, "word") == before
    assert stamps.fingerprint(targets.LOCK, "another word") != before
    stamp = tmp_path / "stamp"
    assert not stamps.is_current(stamp, before)
    stamp.write_text(before)
    assert stamps.is_current(stamp, before)


def test_the_screens_are_built_from_their_sources_alone() -> None:
    folders = {
        path.relative_to(ROOT).parts[1] for path in stamps.frontend_sources() if path.is_relative_to(running.FRONTEND)
    }
    assert not folders & {"node_modules", "dist"}


def test_continuous_integration_runs_what_a_developer_runs() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text()

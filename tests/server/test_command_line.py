"""The command line as a person uses it: processes, signals, exit codes."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from server.embedded import postgres

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "var"
    postgres.erase(tmp_path / "var" / "postgres")


def start(data: Path, *words: str, **more: str) -> "subprocess.Popen[str]":
    """A command with an environment of its own."""
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME", "LANG", "SSL_CERT_FILE"}}
    return subprocess.Popen(
        [sys.executable, "-m", "server", *words],
        cwd=ROOT,
        env={**kept, "DATA": str(data), "COLUMNS": "200", **more},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def ask(data: Path, *words: str, typed: str = "", **more: str) -> tuple[int, str]:
    """Exit code and words of a command that ends by itself."""
    command = start(data, *words, **more)
    said, _ = command.communicate(typed, timeout=PATIENCE)
    return command.returncode, said


def running(data: Path) -> tuple["subprocess.Popen[str]", str, str]:
    """A `run` that has shown its screen: the process, the screen, and the address of it all."""
    process = start(data, "run")
    assert process.stdout is not None
    screen = ""
    for line in process.stdout:
        screen += line
        if line.startswith("╰"):
            break
    address = re.search(r"http://localhost:\d+", screen)
    assert address, screen
    return process, screen, address[0]


def wait_until_gone(data: Path) -> bool:
    """Whether the database of the folder has ended."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if not list((data / "postgres").glob("**/postmaster.pid")) and not elsewhere(data):
            return True
        time.sleep(0.1)
    return False


def elsewhere(data: Path) -> list[Path]:
    pointer = data / "postgres" / "elsewhere"
    return list(pointer.resolve().glob("data/postmaster.pid")) if pointer.is_symlink() else []


def test_run_shows_where_everything_is_and_a_signal_stops_all_of_it(data: Path) -> None:
    process, screen, address = running(data)
    for words in (f"{address}/admin", f"{address}/graphiql", f"{address}/mailbox", "Ctrl-C"):
        assert words in screen
    assert re.search(r"Owner of the firm +\S+@\S+", screen)
    assert httpx.get(f"{address}/healthz").status_code == 200
    assert httpx.get(f"{address}/readyz").status_code == 200
    assert httpx.get(f"{address}/mailbox.json").json() == {"mails": []}

    code, said = ask(data, "run")
    assert (code, "running already" in said) == (1, True)
    code, said = ask(data, "reset")
    assert (code, "running already" in said) == (1, True)

    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert wait_until_gone(data)


def test_after_a_kill_the_next_run_has_the_same_people(data: Path) -> None:
    process, screen, _ = running(data)
    process.kill()
    process.wait()

    again, screen_again, address = running(data)
    assert screen.split("Sign in as")[1] == screen_again.split("Sign in as")[1]
    assert httpx.get(f"{address}/readyz").status_code == 200
    again.send_signal(signal.SIGTERM)
    assert again.wait(PATIENCE) == 0
    assert wait_until_gone(data)

    assert ask(data, "reset")[0] == 0
    assert not (data / "postgres").exists()


def test_a_firm_is_created_from_the_command_line_and_refusals_are_sentences(data: Path) -> None:
    owner = ["--owner-email", "ana@nunez.example", "--owner-first-name", "Ana", "--owner-last-name", "Núñez"]
    code, said = ask(data, "create-firm", "Gestoría Núñez", "nunez", *owner, typed="short\n")
    assert code == 1
    assert "ownerPassword: " in said
    assert "Traceback" not in said

    code, said = ask(data, "create-firm", "Gestoría Núñez", "nunez", *owner, typed="una frase bastante larga\n")
    assert code == 0, said
    assert "Gestoría Núñez" in said


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_production_commands_refuse_to_start_half_configured(data: Path, command: str) -> None:
    assert "DATABASE_URL" in ask(data, command)[1]
    code, said = ask(data, command, DATABASE_URL="postgres://nowhere.invalid/x", SECRET_KEY="short")
    assert code == 1
    assert "SECRET_KEY" in said


def test_doctor_finds_what_is_missing(data: Path) -> None:
    code, said = ask(data, "doctor")
    assert code == 1
    assert "SMTP_HOST" in said
    assert "python -m server migrate" in said

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from server.embedded import binaries, places, postgres, postmaster
from server.embedded.postgres import EmbeddedPostgres

ROOT = Path(__file__).resolve().parents[3]

OWNER = """
import sys
from pathlib import Path
from server.embedded.postgres import EmbeddedPostgres
server = EmbeddedPostgres.start(Path(sys.argv[1]), durable=False)
print(server.pid, flush=True)
sys.stdin.readline()
server.stop()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user can enter; pytest's own are for their owner only."""
    with tempfile.TemporaryDirectory(prefix="antesala-test-", ignore_cleanup_errors=True) as made:
        Path(made).chmod(0o755)
        yield Path(made) / "postgres"
        postgres.erase(Path(made) / "postgres")


async def ask(server: EmbeddedPostgres, question: str) -> object:
    connection = await asyncpg.connect(server.url)
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


async def tell(server: EmbeddedPostgres, statement: str) -> None:
    connection = await asyncpg.connect(server.url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def test_a_server_starts_from_nothing_and_keeps_its_data(folder: Path) -> None:
    server = EmbeddedPostgres.start(folder, durable=False)
    await tell(server, "CREATE TABLE word (said text); INSERT INTO word VALUES ('ñandú')")
    server.stop()
    assert server.pid is None

    again = EmbeddedPostgres.start(folder, durable=False)
    try:
        assert await ask(again, "SELECT said FROM word") == "ñandú"
        assert await ask(again, "SHOW server_encoding") == "UTF8"
        assert await ask(again, "SELECT datcollate FROM pg_database WHERE datname = 'antesala'") == "C"
    finally:
        again.stop()


async def test_only_the_owner_of_the_folder_can_reach_it(folder: Path) -> None:
    server = EmbeddedPostgres.start(folder, durable=False)
    try:
        assert await ask(server, "SHOW listen_addresses") == ""
        assert server.socket_folder.stat().st_mode & 0o777 == 0o700
        assert server.data.stat().st_mode & 0o777 == 0o700
        assert server.data.stat().st_uid != 0
    finally:
        server.stop()


async def test_it_waits_for_the_disk_unless_told_otherwise(folder: Path) -> None:
    server = EmbeddedPostgres.start(folder)
    try:
        assert await ask(server, "SHOW fsync") == "on"
        assert await ask(server, "SHOW synchronous_commit") == "on"
    finally:
        server.stop()


async def test_the_next_start_recovers_after_the_server_was_killed(folder: Path) -> None:
    server = EmbeddedPostgres.start(folder, durable=False)
    await tell(server, "CREATE TABLE word (said text); INSERT INTO word VALUES ('kept')")
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    server.stop()

    again = EmbeddedPostgres.start(folder, durable=False)
    try:
        assert await ask(again, "SELECT said FROM word") == "kept"
    finally:
        again.stop()


async def test_the_server_ends_with_a_killed_owner_and_the_next_start_works(folder: Path) -> None:
    owner, pid = start_owner(folder)
    owner.kill()
    owner.wait()

    server = EmbeddedPostgres.start(folder, durable=False)
    try:
        assert server.is_owner
        assert await ask(server, "SELECT 1") == 1
    finally:
        server.stop()
    assert wait_until(lambda: not postmaster.is_postgres(pid))


async def test_a_server_without_owner_and_watcher_is_taken_over_and_stopped(folder: Path) -> None:
    owner, pid = start_owner(folder)
    watcher = subprocess.run(
        ["pgrep", "-f", f"antesala-database-watcher {pid}"], capture_output=True, text=True, check=False
    ).stdout.split()
    if not watcher:
        owner.kill()
        pytest.skip("this machine has no pgrep to find the watcher with")
    for number in watcher:
        os.kill(int(number), signal.SIGKILL)
    owner.kill()
    owner.wait()

    server = EmbeddedPostgres.start(folder, durable=False)
    assert server.pid == pid
    assert server.is_owner
    server.stop()
    assert wait_until(lambda: not postmaster.is_postgres(pid))


async def test_a_second_process_is_a_guest_and_does_not_stop_the_server(folder: Path) -> None:
    owner, pid = start_owner(folder)
    try:
        guest = EmbeddedPostgres.start(folder, durable=False)
        assert not guest.is_owner
        assert postgres.is_in_use(folder)
        guest.stop()
        assert await ask(guest, "SELECT 1") == 1
        assert guest.pid == pid
    finally:
        owner.kill()
        owner.wait()
    assert wait_until(lambda: not postmaster.is_postgres(pid))


async def test_the_last_one_to_leave_stops_the_server(folder: Path) -> None:
    owner, pid = start_owner(folder)
    guest = EmbeddedPostgres.start(folder, durable=False)
    owner.communicate("leave\n", timeout=30)
    assert owner.returncode == 0
    assert await ask(guest, "SELECT 1") == 1
    guest.stop()
    assert not postmaster.is_postgres(pid)
    assert not postgres.is_in_use(folder)


async def test_two_processes_that_start_at_once_share_one_server(folder: Path) -> None:
    owners = [start_owner(folder, wait=False) for _ in range(3)]
    pids = {said_number(owner) for owner, _ in owners}
    assert len(pids) == 1
    for owner, _ in owners:
        owner.communicate("leave\n", timeout=30)
    assert not postmaster.is_postgres(pids.pop())


async def test_a_note_of_a_process_number_given_to_another_is_ignored(folder: Path) -> None:
    EmbeddedPostgres.start(folder, durable=False).stop()
    user = places.somebody(folder / "data")
    who: dict[str, Any] = {"user": user.uid, "group": user.gid, "extra_groups": []} if user.switch else {}
    other = subprocess.Popen(["/bin/sleep", "60"], cwd="/", **who)
    note = folder / "data" / "postmaster.pid"
    note.write_text(f"{other.pid}\n{folder / 'data'}\n0\n5432\n{folder / 'socket'}\n\n0 0\nready   \n")
    user.own(note)

    server = EmbeddedPostgres.start(folder, durable=False)
    try:
        assert await ask(server, "SELECT 1") == 1
        assert other.poll() is None
    finally:
        server.stop()
        other.kill()
        other.wait()


async def test_a_half_made_database_is_made_again(folder: Path) -> None:
    (folder / "data.unfinished").mkdir(parents=True)
    (folder / "data.unfinished" / "PG_VERSION").write_text("18")
    server = EmbeddedPostgres.start(folder, durable=False)
    try:
        assert await ask(server, "SELECT current_database()") == "antesala"
    finally:
        server.stop()


async def test_a_project_in_a_private_folder_works_and_erases_completely(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    server = EmbeddedPostgres.start(closed / "postgres", durable=False)
    home = server.home
    try:
        assert await ask(server, "SELECT 1") == 1
    finally:
        server.stop()
    again = EmbeddedPostgres.start(closed / "postgres", durable=False)
    again.stop()
    assert again.home == home
    postgres.erase(closed / "postgres")
    assert not home.exists()
    assert not (closed / "postgres").exists()


async def test_a_long_path_gets_a_short_socket(folder: Path) -> None:
    long = folder / ("a" * 60) / ("b" * 60)
    server = EmbeddedPostgres.start(long, durable=False)
    try:
        assert len(str(server.socket_folder)) < 80
        assert await ask(server, "SELECT 1") == 1
    finally:
        server.stop()
        postgres.erase(long)
    assert not server.socket_folder.exists()


def test_programs_are_copied_complete_for_a_user_who_cannot_reach_them(tmp_path: Path) -> None:
    copied = binaries.copy_for_others(binaries.find(), tmp_path)
    assert binaries.is_complete(copied)
    assert binaries.major_version(copied) >= binaries.OLDEST
    assert binaries.copy_for_others(binaries.find(), tmp_path) == copied


def start_owner(folder: Path, *, wait: bool = True) -> tuple["subprocess.Popen[str]", int]:
    """Another Python that uses the server until it reads a line; its process and the server's number."""
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    return owner, said_number(owner) if wait else 0


def said_number(owner: "subprocess.Popen[str]") -> int:
    assert owner.stdout is not None
    return int(owner.stdout.readline())


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False

import io
import socket
import stat
from pathlib import Path

import pytest
from rich.console import Console

from server import machine
from server.embedded import postgres
from server.settings import Settings
from server.welcome import SignIn, Welcome


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    secret = machine.own_secret(tmp_path / "var")
    assert len(secret) >= 32
    assert machine.own_secret(tmp_path / "var") == secret
    assert stat.S_IMODE((tmp_path / "var" / "secret").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret"]


def test_a_second_run_on_the_same_data_is_refused_in_words(tmp_path: Path) -> None:
    with machine.alone(tmp_path), pytest.raises(machine.CannotRun, match="running already"), machine.alone(tmp_path):
        pass
    with machine.alone(tmp_path):
        pass


def test_a_taken_port_gives_way_to_the_next_unless_it_was_asked_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        defaults = Settings.model_construct(_fields_set=set(), host="127.0.0.1", port=port)
        with machine.listening(defaults) as listener:
            assert listener.getsockname()[1] > port
        asked_for = Settings.model_construct(_fields_set={"port"}, host="127.0.0.1", port=port)
        with pytest.raises(machine.CannotRun, match="taken"), machine.listening(asked_for):
            pass


def test_a_configured_database_is_used_as_it_is(tmp_path: Path) -> None:
    settings = Settings(database_url="postgres://db.example/antesala", data=tmp_path)
    with machine.with_database(settings) as ready:
        assert ready.database_url == "postgres://db.example/antesala"
        assert len(ready.secret_key.get_secret_value()) >= 32
    assert not (tmp_path / "postgres").exists()


def test_the_embedded_database_is_brought_and_taken_down(tmp_path: Path) -> None:
    with machine.with_database(Settings(database_url="", data=tmp_path)) as ready:
        assert ready.database_url.startswith("postgres://antesala@/antesala?host=")
        assert postgres.is_in_use(tmp_path / "postgres")
    assert not postgres.is_in_use(tmp_path / "postgres")
    postgres.erase(tmp_path / "postgres")


def test_the_welcome_names_every_address_and_sign_in() -> None:
    screen = io.StringIO()
    settings = Settings(base_url="http://localhost:8123")
    people = [SignIn("Owner", "STAFF", "olga@example.com", "a-password")]
    Welcome(Console(file=screen, width=100)).show(settings, people, has_mailbox=True)
    for words in ("/admin", "/graphiql", "/mailbox", "olga@example.com", "a-password", "make reset", "Ctrl-C"):
        assert words in screen.getvalue()

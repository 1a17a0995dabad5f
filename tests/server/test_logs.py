"""What the logs say, and what they must not."""

import json
from collections.abc import Iterator

import pytest
import structlog

from server import logs

SECRET = "ana.popescu@client.example"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Other tests log as they are used to."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def _fail(address: str) -> None:
    raise ValueError(f"no such person: {address}")


def test_an_exception_is_logged_by_kind_and_place_alone(capsys: pytest.CaptureFixture[str]) -> None:  # G8
    for configure in (logs.for_a_machine, logs.for_a_person):
        configure()
        log = structlog.get_logger()
        try:
            _fail(SECRET)
        except ValueError as fault:
            log.exception("went.wrong")
            log.error("went.wrong", exc_info=fault)
        said = capsys.readouterr().out
        assert SECRET not in said
        assert said.count("ValueError") == 2
        assert said.count("test_logs.py") == 2


def test_a_machine_reads_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.for_a_machine()
    structlog.get_logger().info("request", status=200)
    assert json.loads(capsys.readouterr().out)["status"] == 200

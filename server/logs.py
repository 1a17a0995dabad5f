"""What the processes say about themselves: lines for a person at a terminal, JSON for a machine that collects them."""

import logging
import sys
from collections.abc import Callable
from typing import Any

import orjson
import structlog
from structlog.typing import EventDict

from server.core.faults import place_of


def without_data(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Of an exception only its kind and place: its text and its local variables may hold a person's data (G8)."""
    fault = event.pop("exc_info", None)
    fault = sys.exc_info()[1] if fault is True else fault[1] if isinstance(fault, tuple) else fault
    if isinstance(fault, Exception):
        event.update(fault=type(fault).__name__, where=place_of(fault))
    return event


_SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    without_data,
]


def for_a_person() -> None:
    """Only what asks for attention, in colours where the terminal has them."""
    _configure(
        logging.WARNING, structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty()), structlog.PrintLoggerFactory()
    )


def for_a_machine() -> None:
    """Every request and job, one JSON object a line."""
    _configure(logging.INFO, structlog.processors.JSONRenderer(orjson.dumps), structlog.BytesLoggerFactory())


def _configure(level: int, last: structlog.typing.Processor, out: Callable[..., Any]) -> None:
    structlog.configure(
        processors=[*_SHARED, last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=out,
        cache_logger_on_first_use=True,
    )

"""What the processes say about themselves: lines for a person at a terminal, JSON for a machine that collects them."""

import logging
import sys

import structlog

_SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def for_a_person() -> None:
    """Only what asks for attention, in colours where the terminal has them."""
    _configure(logging.WARNING, structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty()))


def for_a_machine() -> None:
    """Every request and job, one JSON object a line."""
    _configure(logging.INFO, structlog.processors.format_exc_info, structlog.processors.JSONRenderer())


def _configure(level: int, *last: structlog.typing.Processor) -> None:
    structlog.configure(processors=[*_SHARED, *last], wrapper_class=structlog.make_filtering_bound_logger(level))

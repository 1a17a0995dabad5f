"""How the process writes its log: a line of JSON an event for machines, a readable one for developers."""

import logging
from typing import Any

import structlog


def configure(*, development: bool) -> None:
    """In development only what went wrong is shown, so that the screen stays readable."""
    last: list[Any] = (
        [structlog.dev.ConsoleRenderer(colors=False)]
        if development
        else [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING if development else logging.INFO),
        cache_logger_on_first_use=False,
    )

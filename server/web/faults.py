"""The last net: whatever goes wrong is answered in words, logged with its id, and tells nothing of our inside."""

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.core.errors import DomainError, Unavailable
from server.core.faults import is_database_fault, place_of
from server.web import answers

log = structlog.get_logger("antesala.web")


class Faults:
    """Answers every exception: refusals by their code, database faults with 503, all others with a masked 500."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Go on, and catch."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as error:
            answer = _refusal_of(scope, error)
            if started:  # half an answer is out: only the connection can tell that it is not whole
                raise
            await answers.refused(scope, answer)(scope, receive, send)


def _refusal_of(scope: Scope, error: Exception) -> DomainError:
    if isinstance(error, DomainError):
        return error
    request_id = answers.request_id_of(scope)
    if is_database_fault(error):
        log.warning("database_fault", request_id=request_id, kind=type(error).__name__)
        return Unavailable()
    log.error("fault", request_id=request_id, kind=type(error).__name__, where=place_of(error))
    return DomainError()

"""The outermost layer: request ids, the headers of security.md E8 on every answer, and one line of log a request."""

import time
from typing import Final

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.core import tokens

log = structlog.get_logger("antesala.web")

PAGE_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self';"
    " connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
    " object-src 'none'; require-trusted-types-for 'script'"
)
DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"

_OFF = "accelerometer autoplay camera display-capture fullscreen geolocation gyroscope magnetometer microphone midi"
_OFF_TOO = "payment picture-in-picture publickey-credentials-get screen-wake-lock usb xr-spatial-tracking"
PERMISSIONS: Final = ", ".join(f"{feature}=()" for feature in f"{_OFF} {_OFF_TOO}".split())

ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
}
UNLESS_SET: Final = {
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
NOT_MODIFIED: Final = 304
"""Its headers replace those the browser has stored with the page, so it must not bring another policy."""
STARTS: Final = {"http": "http.response.start", "websocket": "websocket.http.response.start"}
"""How an answer begins; of a socket only the one that refuses it."""
HSTS: Final = "max-age=31536000; includeSubDomains"


class Headers:
    """Guards every answer, errors too. A route may set its own Content-Security-Policy, caching and sharing."""

    def __init__(self, app: ASGIApp, secure: bool) -> None:
        self.app = app
        self.secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Go on, with a request id, and dress what comes back."""
        if scope["type"] not in STARTS:
            await self.app(scope, receive, send)
            return
        request_id = scope["request_id"] = tokens.random_token()[:16]
        start, begun, status = STARTS[scope["type"]], time.perf_counter(), 0

        async def dressed(message: Message) -> None:
            nonlocal status
            if message["type"] == start:
                status = message["status"]
                self._dress(MutableHeaders(scope=message), request_id, status)
            await send(message)

        try:
            await self.app(scope, receive, dressed)
        finally:
            route = getattr(scope.get("route"), "path", "-")
            ms = round((time.perf_counter() - begun) * 1000, 1)
            method = scope.get("method", "SOCKET")
            log.info("request", method=method, route=route, status=status or 101, ms=ms, request_id=request_id)

    def _dress(self, headers: MutableHeaders, request_id: str, status: int) -> None:
        headers["X-Request-Id"] = request_id
        for name, value in ALWAYS.items():
            headers[name] = value
        for name, value in UNLESS_SET.items():
            headers.setdefault(name, value)
        if status != NOT_MODIFIED:
            is_page = headers.get("Content-Type", "").startswith("text/html")
            headers.setdefault("Content-Security-Policy", PAGE_POLICY if is_page else DATA_POLICY)
        if self.secure:
            headers["Strict-Transport-Security"] = HSTS

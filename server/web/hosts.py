"""Serve only under our own name (A18), and say which origins are our own."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from server.web import answers

PROBED = {"/healthz", "/readyz"}
"""Load balancers ask these under any name; their answers hold no link."""

_LOCAL = {"localhost", "127.0.0.1", "[::1]"}


@dataclass(frozen=True, slots=True)
class Home:
    """The address people reach us at. In development every name of this machine is as good."""

    base_url: str
    development: bool = False

    def is_ours(self, host: str) -> bool:
        """Whether a Host header names us; the port does not matter, proxies change it."""
        name = urlsplit(f"//{host}").netloc.rpartition("@")[2] if _is_host(host) else ""
        name = name.rsplit(":", 1)[0] if name.rpartition(":")[2].isdigit() else name
        own = urlsplit(self.base_url).hostname or ""
        return bool(name) and (name.strip("[]").lower() == own.lower() or (self.development and name.lower() in _LOCAL))

    def is_own_origin(self, origin: str, host: str) -> bool:
        """Whether an Origin header is that of our own pages; `host` is the request's, known to be ours."""
        parts = urlsplit(self.base_url)
        return origin == f"{parts.scheme}://{parts.netloc}" or (self.development and origin == f"http://{host}")


class KnownHosts:
    """Refuses requests under a name that is not ours with 400."""

    def __init__(self, app: ASGIApp, home: Home) -> None:
        self.app = app
        self.home = home

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at the name, then go on."""
        if scope["type"] in ("http", "websocket") and scope["path"] not in PROBED:
            hosts = HTTPConnection(scope).headers.getlist("Host")
            if len(hosts) != 1 or not self.home.is_ours(hosts[0]):
                await answers.plain(scope, 400, "HOST_UNKNOWN")(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _is_host(host: str) -> bool:
    return bool(host) and not any(c in "/\\@?# \t" or not "!" <= c <= "~" for c in host)

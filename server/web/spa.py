"""The built screens: one page for every path of the portal, one for every path below /admin, and their files."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

PAGES: Final = ("index.html", "admin.html")
OPERATIONS: Final = "operations.json"
"""What the pages ask, for the server to know; not for the browser."""
EXPLORER: Final = "graphiql.html"
"""The explorer of the API, served in development only; its editor writes `<style>` elements."""

_EXPLORER_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)

_FOREVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_KINDS: Final = {
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
"""Said here because machines disagree about them, and browsers do not guess."""
_PACKABLE = ("text/", "application/javascript", "application/json", "application/manifest+json", "image/svg+xml")
_NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Antesala</title>
<h1>The screens are not built yet</h1>
<p>Run <code>make build</code>, then reload this page. The API answers at <code>/graphql</code> already.</p></html>"""


@dataclass(slots=True)
class File:
    """One file of the build, held in memory with its packed form."""

    content: bytes
    media_type: str
    caching: str
    tag: str = ""
    packed: bytes | None = None

    def __post_init__(self) -> None:
        self.tag = f'"{hashlib.sha256(self.content).hexdigest()[:24]}"'
        if self.media_type.startswith(_PACKABLE) and len(self.content) > 1024:
            self.packed = gzip.compress(self.content, 9, mtime=0)


@dataclass(slots=True)
class Screens:
    """Serves a build. A newer build is noticed; a path is only ever looked up in the list of its files."""

    folder: Path
    _files: dict[str, File] = field(default_factory=dict)
    _built: tuple[int, ...] = ()

    async def answer(self, request: Request) -> Response:
        """The file of that name, else the page that shows the path."""
        path = request.url.path
        files = self._current()
        if path.lstrip("/") in files and not path.endswith(".html"):
            return _answer(request, files[path.lstrip("/")])
        if path.startswith("/assets/") or "." in path.rpartition("/")[2]:
            raise HTTPException(404)
        page = "admin.html" if path == "/admin" or path.startswith("/admin/") else "index.html"
        return _answer(request, files[page]) if page in files else HTMLResponse(_NOT_BUILT, 503)

    async def explorer(self, request: Request) -> Response:
        """GraphiQL."""
        files = self._current()
        if EXPLORER not in files:
            return HTMLResponse(_NOT_BUILT, 503)
        response = _answer(request, files[EXPLORER])
        response.headers["Content-Security-Policy"] = _EXPLORER_POLICY
        return response

    def _current(self) -> dict[str, File]:
        built = tuple(page.stat().st_mtime_ns for name in PAGES if (page := self.folder / name).is_file())
        if built != self._built:
            self._files = {
                file.relative_to(self.folder).as_posix(): _read(file, self.folder)
                for file in self.folder.rglob("*")
                if file.is_file()
                and not file.is_symlink()
                and file.suffix not in (".map", ".gz", ".br")
                and file.name != OPERATIONS
            }
            self._built = built
        return self._files


def _read(file: Path, folder: Path) -> File:
    media_type = _KINDS.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    is_named_by_content = file.relative_to(folder).as_posix().startswith("assets/")
    return File(file.read_bytes(), media_type, _FOREVER if is_named_by_content else _ASK_AGAIN)


def _answer(request: Request, file: File) -> Response:
    headers = {"Cache-Control": file.caching, "ETag": file.tag, "Vary": "Accept-Encoding"}
    if request.headers.get("If-None-Match") == file.tag:
        return Response(status_code=304, headers=headers)
    if file.packed and "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(file.packed, headers=headers, media_type=file.media_type)
    return Response(file.content, headers=headers, media_type=file.media_type)

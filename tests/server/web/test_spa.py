"""The built screens."""

from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.web.headers import PAGE_POLICY
from tests.server.web.browser import application, browser, with_route


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A build of two pages and their files, beside a secret."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>portal</title>" + " " * 2000)
    (folder / "admin.html").write_text("<!doctype html><title>admin</title>")
    (folder / "favicon.svg").write_text("<svg/>")
    (folder / "assets" / "main-abc123.js").write_text("let a = 1;" * 500)
    (folder / "assets" / "main-abc123.js.map").write_text("{}")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "assets" / "link.txt").symlink_to(tmp_path / "secret.txt")
    return folder


async def test_every_portal_path_shows_the_portal_and_every_admin_path_the_staff_pages(dist: Path) -> None:
    async with browser(application(screens=dist)) as client:
        for path in ("/", "/activate", "/a/acc_123", "/recover/reset", "/adminx"):
            assert "portal" in (await client.get(path)).text
        for path in ("/admin", "/admin/", "/admin/accounts/acc_1/folders"):
            assert "admin" in (await client.get(path)).text
        answer = await client.get("/")
        assert answer.headers["Content-Security-Policy"] == PAGE_POLICY
        assert answer.headers["Cache-Control"] == "no-cache"
        assert (await client.head("/activate")).status_code == 200


async def test_files_named_by_their_content_are_kept_for_ever_and_packed(dist: Path) -> None:
    async with browser(application(screens=dist)) as client:
        answer = await client.get("/assets/main-abc123.js", headers={"Accept-Encoding": "gzip"})
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.text == "let a = 1;" * 500
        assert int(answer.headers["Content-Length"]) < 200
        plain = await client.get("/assets/main-abc123.js", headers={"Accept-Encoding": "identity"})
        assert "Content-Encoding" not in plain.headers
        known = await client.get("/", headers={"If-None-Match": (await client.get("/")).headers["ETag"]})
        assert known.status_code == 304
        assert "Content-Security-Policy" not in known.headers  # it would take the place of the page's own


@pytest.mark.parametrize(
    "path",
    ["/assets/gone.js", "/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/assets/link.txt",
     "/assets/main-abc123.js.map", "/.env", "/assets//etc/passwd", "/assets/%00.js"],
)  # fmt: skip
async def test_what_is_not_in_the_build_is_not_found(dist: Path, path: str) -> None:  # F1
    async with browser(application(screens=dist)) as client:
        answer = await client.get(path)
    assert answer.status_code == 404
    assert "secret" not in answer.text


async def test_a_newer_build_is_noticed(dist: Path) -> None:
    async with browser(application(screens=dist)) as client:
        await client.get("/")
        (dist / "index.html").write_text("<!doctype html><title>newer</title>")
        assert "newer" in (await client.get("/")).text


async def test_without_a_build_a_page_says_what_to_do() -> None:
    async with browser() as client:
        answer = await client.get("/")
    assert answer.status_code == 503
    assert "make build" in answer.text


async def test_long_answers_are_packed_and_short_ones_are_not() -> None:
    async def answer(request: Request) -> Response:
        return JSONResponse({"text": "word " * int(request.query_params["words"])})

    headers = {"Accept-Encoding": "gzip"}
    async with browser(with_route(application(), Route("/try", answer))) as client:
        long = await client.get("/try?words=1000", headers=headers)
        short = await client.get("/try?words=10", headers=headers)
    assert int(long.headers["Content-Length"]) < 200
    assert "Accept-Encoding" in long.headers["Vary"]
    assert "Content-Encoding" not in short.headers

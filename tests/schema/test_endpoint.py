"""`/graphql` over HTTP: bodies of every kind get a JSON answer with a code, and never a 5xx."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import orjson
import pytest
import pytest_asyncio

from server.app import build_app
from server.intake.create_account import MOST_CONTACTS
from server.settings import Settings
from server.web.limits import QUESTION
from tests.conftest import SECRET

JSON = {"content-type": "application/json"}
SPOKEN = "application/graphql-response+json"


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def http(database_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """The application, its pool open already; a development machine, where everybody may send text."""
    settings = Settings(
        database_url=database_url, secret_key=SECRET, base_url="http://office.example", development=True
    )
    app = build_app(settings, connects=False)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.example") as client:
        yield client


async def _answer(http: httpx.AsyncClient, body: Any, **headers: str) -> httpx.Response:
    content = body if isinstance(body, bytes) else orjson.dumps(body)
    return await http.post("/graphql", content=content, headers={**JSON, **headers})


NESTED = b'{"query":' + b"[" * 5_000 + b"]" * 5_000 + b"}"
MALFORMED = {
    "empty": b"",
    "a string": b'"x"',
    "a number": b"1",
    "null": b"null",
    "a list": b"[]",
    "a batch": b'[{"query":"{ viewer { id } }"}]',
    "not UTF-8": b'{"query":"\xff\xfe"}',
    "half": b'{"query":',
    "a lone surrogate": b'{"query":"{ viewer { id } }","operationName":"\\ud800"}',
    "NaN": b'{"query":"{ viewer { id } }","variables":{"x":NaN}}',
    "deep": NESTED,
    "no query": b"{}",
    "query is a number": b'{"query":1}',
    "query is empty": b'{"query":"  "}',
    "variables is a list": b'{"query":"{ viewer { id } }","variables":[]}',
    "operationName is a number": b'{"query":"{ viewer { id } }","operationName":1}',
    "extensions is a string": b'{"query":"{ viewer { id } }","extensions":"x"}',
    "NUL in a variable": b'{"query":"query($q:String){accounts(search:$q){totalCount}}","variables":{"q":"\\u0000"}}',
    "NUL in a key": b'{"query":"{ viewer { id } }","variables":{"\\u0000":1}}',
    "NUL in the query": b'{"query":"{ firmLook(slug: \\"\\\\u0000\\") { name } }"}',
    "a syntax error": b'{"query":"{"}',
    "an unknown field": b'{"query":"{ nothing }"}',
    "an unknown operation": b'{"query":"query A { viewer { id } }","operationName":"B"}',
    "two anonymous": b'{"query":"{ viewer { id } } { viewer { id } }"}',
    "a missing variable": b'{"query":"query($id: ID!) { account(id: $id) { id } }"}',
    "a wrong variable": b'{"query":"query($n: Int) { accounts(first: $n) { totalCount } }","variables":{"n":"x"}}',
    "a huge integer": b'{"query":"query($n: Int) { accounts(first: $n) { totalCount } }","variables":{"n":%d}}' % 2**63,
    "too many tokens": b'{"query":"{' + b" viewer { id }" * 2_000 + b'}"}',
}


@pytest.mark.parametrize("what", MALFORMED)
async def test_a_malformed_request_is_told_so(http: httpx.AsyncClient, what: str) -> None:  # G6, API-1
    response = await _answer(http, MALFORMED[what], accept=SPOKEN)
    assert response.status_code == 400, response.text
    assert response.headers["content-type"].startswith(SPOKEN)
    answer = response.json()
    assert "data" not in answer
    assert answer["errors"][0]["message"]
    assert answer["errors"][0]["extensions"]["code"] in {"BAD_REQUEST", "GRAPHQL_INVALID", "QUERY_TOO_COMPLEX"}
    assert "Did you mean" not in response.text


async def test_a_request_that_runs_answers_200_with_data(http: httpx.AsyncClient) -> None:
    response = await _answer(http, {"query": "{ viewer { id } }"}, accept=SPOKEN)
    assert response.status_code == 200
    assert response.json()["data"] == {"viewer": None}
    assert response.json()["extensions"]["cost"] == {"requested": 1, "budget": 200, "remaining": 199}
    old = await _answer(http, {"query": "{ viewer { id } }"})
    assert old.headers["content-type"].startswith("application/json")


async def test_a_failing_field_answers_200_with_code_path_and_request_id(http: httpx.AsyncClient) -> None:
    response = await _answer(http, {"query": "{ viewer { id } firm { id } }"}, accept=SPOKEN)
    assert response.status_code == 200
    [error] = response.json()["errors"]
    assert error["path"] == ["firm"]
    assert error["extensions"]["code"] == "UNAUTHENTICATED"
    assert error["extensions"]["requestId"] == response.headers["x-request-id"]


@pytest.mark.parametrize(
    ("language", "words"), [("de-AT,de;q=0.9", "Bitte melden Sie sich an."), ("ro", "autentificați")]
)
async def test_errors_speak_the_readers_language(http: httpx.AsyncClient, language: str, words: str) -> None:  # OPS-5
    response = await _answer(http, {"query": "{ firm { id } }"}, **{"accept-language": language})
    assert words in response.json()["errors"][0]["message"]


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_only_post_is_served(http: httpx.AsyncClient, method: str) -> None:
    response = await http.request(method, "/graphql", headers=JSON)
    assert response.status_code in {403, 405}
    assert response.json()["errors"][0]["extensions"]["code"]


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "multipart/form-data; boundary=x"},
        {},
        {**JSON, "origin": "https://evil.example"},
        {**JSON, "sec-fetch-site": "cross-site"},
    ],
)
async def test_a_foreign_page_reaches_nothing(http: httpx.AsyncClient, headers: dict[str, str]) -> None:  # A14
    body = orjson.dumps({"query": "mutation { signOut { done } }"})
    response = await http.post("/graphql", content=body, headers=headers)
    assert response.status_code in {403, 415}


async def test_the_largest_question_that_is_meant_fits(http: httpx.AsyncClient) -> None:
    words = "Bună ziua, vă așteptăm în portal: aici veți găsi toate actele. Scanați-le când aveți timp, fără grabă.\n"
    address = {"street": "Strada Păcii 17, " * 9, "city": "București " * 8, "postalCode": "010101", "country": "RO"}
    who = {"firstName": "Ștefania " * 8, "lastName": "Țurcanu " * 9, "email": f"{'x' * 200}@example.com"}
    person = {
        "contact": who | {"phone": "0" * 40, "phoneCountry": "RO", "language": "RO", "address": address},
        "login": True,
        "notify": True,
        "commercial": True,
        "invitation": {"send": True, "message": (words * 20)[:2_000]},
    }
    query = "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }"
    body = {"query": query, "variables": {"input": {"type": "COMPANY", "contacts": [person] * MOST_CONTACTS}}}
    assert 150_000 < len(orjson.dumps(body)) < QUESTION
    response = await _answer(http, body)
    assert response.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_a_body_over_the_limit_is_cut(http: httpx.AsyncClient) -> None:  # G4
    for size in (QUESTION, 2_000_000):
        response = await _answer(http, {"query": "{ viewer { id } }", "variables": {"x": "y" * size}})
        assert response.status_code == 413
        assert response.json()["errors"][0]["extensions"]["code"] == "PAYLOAD_TOO_LARGE"

"""Queries by GET: off by default, never a change, never kept by a cache, never from a foreign page."""

import json
from contextlib import AbstractAsyncContextManager

import httpx
import pytest

from tests.registering import registered
from tests.server.web.browser import HTTP, application, browser

ANSWER = "application/graphql-response+json"
WHO = "query Who($with: Boolean = true) { viewer { id name @include(if: $with) } }"
OUT = "mutation Out { signOut { done } }"


async def get(client: httpx.AsyncClient, /, **parameters: str) -> httpx.Response:
    return await client.get("/graphql", params=parameters, headers={"Accept": ANSWER})


def reading(**settings: object) -> AbstractAsyncContextManager[httpx.AsyncClient]:
    return browser(application(graphql_get=True, **settings))  # type: ignore[arg-type]  # of several types


async def test_it_is_off_by_default() -> None:
    async with browser() as client:
        answer = await get(client, documentId=registered(WHO))
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_a_query_is_answered_and_kept_nowhere() -> None:
    async with reading() as client:
        answer = await get(client, documentId=registered(WHO), variables=json.dumps({"with": False}), operationName="")
        head = await client.head("/graphql", params={"documentId": registered(WHO)})
    assert answer.json()["data"] == {"viewer": None}
    assert answer.headers["content-type"].startswith(ANSWER)
    assert answer.headers["cache-control"] == "no-store"
    assert head.status_code == 200


async def test_text_is_for_the_same_callers_as_by_post() -> None:
    async with reading() as client:
        assert (await get(client, query=WHO)).json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    async with reading(development=True) as client:
        assert (await get(client, query=WHO)).json()["data"] == {"viewer": None}


@pytest.mark.parametrize("operation", ["", "Out"])
async def test_a_get_changes_nothing(operation: str) -> None:
    async with reading() as client:
        query = f"{OUT} query Who {{ viewer {{ id }} }}" if operation else OUT
        answer = await get(client, documentId=registered(query), operationName=operation)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, POST")
    assert answer.json()["errors"][0]["extensions"]["code"] == "METHOD_NOT_ALLOWED"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
async def test_a_foreign_page_may_not_even_read(headers: dict[str, str]) -> None:  # A14
    async with reading() as client:
        answer = await client.get("/graphql", params={"documentId": registered(WHO)}, headers=headers)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (403, "ORIGIN_REFUSED")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin", "Origin": HTTP}, {"Sec-Fetch-Site": "none"}, {}])
async def test_our_own_pages_and_programs_may(headers: dict[str, str]) -> None:
    async with reading() as client:
        answer = await client.get("/graphql", params={"documentId": registered(WHO)}, headers=headers)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"query": " "},
        {"query": WHO, "documentId": "sign-in"},
        {"query": WHO, "variables": "{"},
        {"query": WHO, "variables": "[]"},
        {"query": WHO, "variables": '{"with": "\\u0000"}'},
        {"query": WHO, "extensions": "1"},
        {"query": "{ viewer { id } } \0"},
    ],
)
async def test_a_malformed_address_is_told_so(parameters: dict[str, str]) -> None:  # G6
    async with reading(development=True) as client:
        answer = await get(client, **parameters)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")

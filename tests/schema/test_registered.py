"""Registered operations: in production strangers and clients send what our own pages send, and nothing else."""

import json
import os
from pathlib import Path

import httpx
import pytest

from schema.context import Context
from schema.documents import Document
from schema.registered import OURS, Operations, hash_of
from server.core.actor import Actor, ActorKind
from server.words.say import LANGUAGES, say
from tests.conftest import ROOT
from tests.factories.offices import MakeOffice
from tests.registering import registered
from tests.server.identity.people import PASSWORD, client_with_login, colleague_with_login, fresh_address
from tests.server.web.browser import application, browser

WHO = "query Who { viewer { id } }"
FRONTENDS = ROOT / "portal_frontend" / "dist" / "operations.json"


def list_of(*texts: str) -> str:
    return json.dumps({hash_of(text): {"document": text} for text in texts})


async def post(client: httpx.AsyncClient, door: str = "PORTAL", **body: object) -> httpx.Response:
    return await client.post("/graphql", json=body, headers={"Antesala-Door": door})


def code_of(response: httpx.Response) -> object:
    errors = response.json().get("errors")
    return errors[0]["extensions"]["code"] if errors else None


async def signed_in(client: httpx.AsyncClient, email: str, door: str) -> None:
    values = {"email": email, "password": PASSWORD, "door": door}
    answer = await post(client, door, documentId="sign-in", variables={"input": values})
    assert code_of(answer) is None, answer.text


@pytest.mark.parametrize("door", ["PORTAL", "STAFF"])
async def test_a_stranger_may_send_a_registered_operation_only(door: str) -> None:
    async with browser(peer=fresh_address()) as client:
        assert (await post(client, door, documentId=registered(WHO))).json()["data"] == {"viewer": None}
        refused = await post(client, door, query=WHO)
        assert "data" not in refused.json()
        assert code_of(refused) == ("OPERATION_NOT_REGISTERED" if door == "PORTAL" else "UNAUTHENTICATED")
        assert code_of(await post(client, door, documentId="sha256:" + "0" * 64)) == "OPERATION_NOT_REGISTERED"


async def test_a_client_may_send_a_registered_operation_only(make_office: MakeOffice) -> None:
    person = await client_with_login((await make_office()).id)
    async with browser(peer=fresh_address()) as client:
        await signed_in(client, str(person.contact.email), "PORTAL")
        assert (await post(client, documentId=registered(WHO))).json()["data"]["viewer"]["id"]
        assert code_of(await post(client, query=WHO)) == "OPERATION_NOT_REGISTERED"
        without_door = await client.post("/graphql", json={"query": WHO})
        assert code_of(without_door) == "OPERATION_NOT_REGISTERED"


async def test_staff_may_send_any_query(make_office: MakeOffice) -> None:  # API-1
    person = await colleague_with_login((await make_office()).id)
    async with browser(peer=fresh_address()) as client:
        await signed_in(client, person.email, "STAFF")
        assert (await post(client, "STAFF", query="{ viewer { id can } }")).json()["data"]["viewer"]["can"]


async def test_a_development_machine_lets_everything_in() -> None:
    async with browser(application(development=True)) as client:
        assert (await post(client, query="{ viewer { name } }")).json()["data"] == {"viewer": None}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_refusal_speaks_the_readers_language(language: str) -> None:
    async with browser() as client:
        headers = {
            "Antesala-Door": "PORTAL",
            "Accept-Language": language,
            "Accept": "application/graphql-response+json",
        }
        answer = await client.post("/graphql", json={"documentId": "gone"}, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["message"] == say("errors", "OPERATION_NOT_REGISTERED", language)


@pytest.mark.parametrize(
    "body",
    [
        {"documentId": "sign-in", "query": WHO},
        {"documentId": 7},
        {"documentId": ["sign-in"]},
        {"documentId": "sign-in", "variables": []},
        {"documentId": "sign-in", "variables": {"input": {"email": "\0"}}},
    ],
)
async def test_a_malformed_question_by_id_is_told_so(body: dict[str, object]) -> None:
    async with browser() as client:
        answer = await client.post("/graphql", json=body)
    assert (answer.status_code, code_of(answer)) == (400, "BAD_REQUEST")


async def test_the_list_of_the_screens_is_not_for_the_browser(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html>")
    (tmp_path / "operations.json").write_text(list_of(WHO))
    async with browser(application(screens=tmp_path)) as client:
        assert (await client.get("/operations.json")).status_code == 404
        assert (await post(client, documentId=hash_of(WHO))).json()["data"] == {"viewer": None}


def test_a_newer_build_is_noticed_and_the_one_before_not_forgotten(tmp_path: Path) -> None:
    build, other = tmp_path / "operations.json", "query Other { viewer { id } }"
    operations = Operations([build])
    assert operations.find(hash_of(WHO)) is None
    build.write_text(list_of(WHO))
    assert isinstance(operations.find(hash_of(WHO)), Document)
    build.write_text(list_of(other))
    assert operations.find(hash_of(other))
    assert operations.find(hash_of(WHO))


def test_a_document_is_parsed_once(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(list_of(WHO))
    operations = Operations([tmp_path])
    assert operations.find(hash_of(WHO)) is operations.find(hash_of(WHO))


def test_what_is_half_written_or_not_what_it_says_is_not_taken(tmp_path: Path) -> None:
    operations = Operations([tmp_path])
    (tmp_path / "wrong.json").write_text(json.dumps({hash_of("{ a }"): {"document": WHO}, "who": {"document": WHO}}))
    (tmp_path / "half.json").write_text(list_of(WHO)[:-3])
    for name in (hash_of("{ a }"), "who", hash_of(WHO)):
        assert operations.find(name) is None
    (tmp_path / "half.json").write_text(list_of(WHO))
    assert operations.find(hash_of(WHO))


def test_unknown_ids_do_not_have_the_places_read_again(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text("{}")
    os.utime(tmp_path, (0, 0))
    operations = Operations([tmp_path])
    (tmp_path / "list.json").write_text(list_of(WHO))  # in place: the folder's own time stays
    os.utime(tmp_path, (0, 0))
    assert operations.find(hash_of(WHO)) is None


def test_an_operation_that_no_longer_fits_the_schema_is_not_known(tmp_path: Path) -> None:
    old = "query Old { viewer { shoeSize } }"
    (tmp_path / "list.json").write_text(list_of(old))
    assert Operations([tmp_path]).find(hash_of(old)) is None


def test_operations_for_tools_have_ids_that_stay() -> None:
    operations = Operations()
    names = {file.stem for file in OURS.glob("*.graphql")}
    assert "sign-in" in names
    assert all(operations.find(name) for name in names)


@pytest.mark.skipif(not FRONTENDS.exists(), reason="the screens are not built")
def test_every_operation_of_the_screens_is_known_and_fits() -> None:
    operations = Operations([FRONTENDS])
    listed = json.loads(FRONTENDS.read_text())
    current = [name for name, each in listed.items() if "until" not in each]
    assert len(current) > 50
    assert [name for name in current if operations.find(name) is None] == []


@pytest.mark.parametrize(
    ("kind", "development", "may"),
    [
        (ActorKind.STAFF, False, True),
        (ActorKind.CLIENT, False, False),
        (ActorKind.STRANGER, False, False),
        (ActorKind.STRANGER, True, True),
    ],
)
def test_who_may_send_text(kind: ActorKind, development: bool, may: bool) -> None:
    assert Context(Actor(kind=kind), development=development).may_send_text is may

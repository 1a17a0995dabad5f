"""What an operation may ask for (G1–G3): hostile documents are refused before they cost anything."""

import gc
import os
import time
from pathlib import Path

import orjson
import pytest
from graphql import get_introspection_query

from schema.cost import BUDGET_OF_CLIENTS, BUDGET_OF_STAFF, cost_of
from schema.documents import HEAVIEST, Kept, core, document, prepared
from schema.limits import MOST
from server.core.actor import Actor, ActorKind
from tests.factories.offices import MakeOffice
from tests.factories.people import client_of
from tests.schema.asking import answer_of, ask, refused

STATM = Path("/proc/self/statm")


def bomb(n: int) -> str:
    """Fragments that each spread the next one twice: 2^n fields in a few hundred bytes."""
    chain = "".join(f"fragment F{i} on Viewer {{ ...F{i + 1} ...F{i + 1} }} " for i in range(n))
    return "{ viewer { ...F0 } } " + chain + f"fragment F{n} on Viewer {{ id name }}"


def nest(n: int) -> str:
    """The same fields three times in each other: validation would compare every pair."""
    return "{ " + f"contacts {{ account {nest(n - 1)} }} " * 3 + "}" if n else "{ id }"


HOSTILE = {
    "deep": "{ accounts { nodes" + " { contacts { account" * 60 + " { id }" + " } }" * 60 + " } }",
    "wide": "{ " + " ".join(f"a{i}: viewer {{ id }}" for i in range(400)) + " }",
    "repetitive": "{ " + "viewer { id } " * 400 + "}",
    "repetitive below": "{ viewer { " + "firm { id } " * 400 + "} }",
    "nested repeats": "{ accounts { nodes " + nest(5) + " } }",
    "directives": "{ viewer { id " + "@include(if: true) " * 100 + "} }",
    "fragments": "{ viewer { id } } " + " ".join(f"fragment F{i} on Viewer {{ id }}" for i in range(80)),
    "operations": " ".join(f"query Q{i} {{ viewer {{ id }} }}" for i in range(9)),
    "a bomb of 20": bomb(20),
    "a bomb of 45": bomb(45),
    "a bomb of 200": bomb(200),
    "brackets": "{ viewer" + "{ firm" * 3_000 + "}" * 3_001,
    "tokens": "{ viewer { " + "id " * 6_000 + "} }",
    "long": "{ viewer { id } } #" + "x" * 200_000,
    "introspection under many names": "{ __schema { "
    + " ".join(f"a{i}: types {{ fields {{ name args {{ name }} }} }}" for i in range(60))
    + " } }",
    "introspection by fragments": "{ __schema { ...F0 } } "
    + "".join(f"fragment F{i} on __Schema {{ ...F{i + 1} ...F{i + 1} }} " for i in range(40))
    + "fragment F40 on __Schema { description }",
    "introspection asked often": "{ " + "__schema { types { name fields { name type { name } } } } " * 90 + "}",
    "lists": "query ($q: String = " + "[" * 4_000 + "]" * 4_000 + ") { viewer { id } }",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_document_is_refused_before_validation(what: str) -> None:  # G1
    found = document(HOSTILE[what])
    assert found.errors
    assert found.ast is None


def one(field: str, more: str = "") -> str:
    """A document with one field, under a key that changes from one document to the next."""
    return "{ KEY: " + field + " } " + more


HEAVY = {
    "values in a list": one('accounts(filter: {tagIds: [' + '"a" ' * 2_960 + ']}) { totalCount }'),
    "values that are no values": one("accounts(filter: {category: [" + "LEAD " * 2_900 + "]}) { totalCount }"),
    "lists in lists": one("accounts(filter: {tagIds: [" + "[]" * 1_400 + "]}) { totalCount }"),
    "fields of an input": one("accounts(filter: {" + "tagIds: [] " * 720 + "}) { totalCount }"),
    "variables": "query(" + " ".join(f"$v{i}: Int" for i in range(720)) + ") " + one("viewer { id }"),
    "one variable": "query(" + "$v: Int " * 720 + ") " + one("viewer { id }"),
    "arguments": one("viewer(" + " ".join(f"x{i}: 1" for i in range(980)) + ") { id }"),
    "fields that are not there": one("viewer { " + " ".join(f"f{i} {{ x }}" for i in range(560)) + " }"),
    "a comment": one("viewer { id }", "#" + "x" * 90_000),
    "a wide comment": one("viewer { id }", "#" + "\N{GRINNING FACE}" * 24_000),
    "a string": one('accounts(search: "' + "x" * 90_000 + '") { totalCount }'),
    "escapes": one('accounts(search: "' + r"\u0041" * 15_000 + '") { totalCount }'),
    "quotes": one('accounts(search: "' + r"\"" * 40_000 + '") { totalCount }'),
    "a block": one('accounts(search: """' + " \n" * 40_000 + '""") { totalCount }'),
    "spreads": one("viewer { " + "...F " * 980 + "}", "fragment F on Viewer { id }"),
    "fragments in each other": one("viewer { ...F0 }", " ".join(
        f"fragment F{i} on Viewer {{ {' '.join(f'...F{j}' for j in range(i + 1, 40))} id }}" for i in range(40)
    )),
    "half a document": one("viewer { id ") + "x " * 2_900,
}  # fmt: skip
"""What keeps the parser and the rules busiest; some of it may run."""


@pytest.mark.parametrize("what", HEAVY | HOSTILE)
def test_no_document_takes_long(what: str) -> None:  # G1
    """The quickest of some tries: the processor may be busy with other things, but not with all of them."""
    taken = []
    for n in range(6):
        text = (HEAVY | HOSTILE)[what].replace("KEY", f"once{n}")
        began = time.thread_time()
        prepared(text)
        taken.append(time.thread_time() - began)
        if taken[-1] < 0.25:
            return
    pytest.fail(f"took {min(taken)} s of the processor")


@pytest.mark.skipif(not STATM.exists(), reason="memory is measured on Linux only")
def test_what_is_kept_has_a_weight_whoever_sends_it() -> None:  # G1
    kept, before = Kept(), memory()
    sent = [HEAVY["values in a list"].replace("KEY", f"k{i}") for i in range(24)]
    sent += [text.replace("KEY", f"k{i}") for i in range(1) for text in HEAVY.values()]
    for text in sent:
        kept.document(text)
    assert kept.weight <= HEAVIEST
    assert len(kept) < len(set(sent))
    assert memory() - before < 50


def test_what_is_asked_for_often_stays() -> None:
    kept = Kept(heaviest=40_000)
    often = kept.document("{ viewer { id } }")
    for i in range(50):
        kept.document(f"{{ a{i}: viewer {{ id name }} }}")
        assert kept.document("{ viewer { id } }") is often
    assert len(kept) < 50


def test_every_document_has_a_number_of_its_own() -> None:
    numbers = [document(f"{{ a{i}: viewer {{ id }} }}").number for i in range(9)]
    assert len(set(numbers)) == 9
    assert document("{ a0: viewer { id } }").number == numbers[0]


def memory() -> float:
    """MiB of this process."""
    gc.collect()
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.parametrize(
    "circle",
    [
        "{ viewer { ...A } } fragment A on Viewer { ...A }",
        "{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { id ...A }",
        "{ viewer { ...Nowhere } }",
    ],
)
def test_a_circle_of_fragments_is_left_to_validation(circle: str) -> None:
    assert document(circle).errors


async def test_what_is_too_complex_says_of_what(make_office: MakeOffice) -> None:
    office = await make_office()
    [error] = await refused(office.owner, HOSTILE["wide"])
    assert error["message"].startswith("This asks for too much at once")
    assert error["extensions"] == {
        "code": "QUERY_TOO_COMPLEX",
        "what": "aliases",
        "found": 400,
        "limit": MOST["aliases"],
    }


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{ viewer { id name } }", 1),
        ("{ accounts(first: 50) { totalCount nodes { id name } } }", 50 * 2),
        ("{ accounts { edges { cursor node { id } } pageInfo { endCursor } } }", 20 * 3),
        ("{ accounts(first: 500) { nodes { contacts { contact { id } } } } }", 500 * (1 + 1 + 2 * 2)),
        ("{ accounts(first: 10) { nodes { timeline(first: 10) { nodes { id } } } } }", 10 * (2 + 10 * 2)),
        (
            "{ accounts(first: 10) { nodes { ...T } } } fragment T on Account { timeline { nodes { id } } }",
            10 * (2 + 40),
        ),
    ],
)
def test_list_sizes_are_multiplied(query: str, cost: int) -> None:  # G2
    ready = document(query)
    operation = ready.operation(None)
    assert operation is not None
    assert cost_of(core, operation, ready.fragments, {}) == cost


async def test_variables_count_as_what_they_are(make_office: MakeOffice) -> None:
    office = await make_office()
    query = "query ($n: Int) { accounts(first: $n) { nodes { timeline(first: $n) { nodes { id } } } } }"
    await ask(office.owner, query, n=40)
    by_default = query.replace("$n: Int)", "$n: Int = 100)")
    assert (await refused(office.owner, by_default))[0]["extensions"]["code"] == "QUERY_TOO_COMPLEX"
    assert (await refused(office.owner, query, n=100.0))[0]["extensions"]["found"] > BUDGET_OF_STAFF
    [error] = await refused(office.owner, query, n=100)
    assert error["extensions"]["code"] == "QUERY_TOO_COMPLEX"
    assert error["extensions"]["limit"] == BUDGET_OF_STAFF


def test_what_is_remembered_of_a_cost_is_that_of_the_same_sizes() -> None:
    query = (
        "query ($n: Int = 7, $s: String) { accounts(first: $n, search: $s) { nodes { ...T } } } "
        "fragment T on Account { timeline(first: $n) { nodes { id } } }"
    )
    ready = prepared(query)
    for _ in range(2):
        for sizes in ({}, {"n": 3}, {"n": 3.0, "s": "x"}, {"n": None}, {"n": "3"}, {"n": 100}, {"n": -1}):
            fresh = prepared(query)
            assert ready.cost(None, sizes) == fresh.cost(None, sizes)
    assert ready.cost(None, {"n": 3}) == 3 * (2 + 3 * 2)


async def test_each_kind_of_caller_has_a_budget(make_office: MakeOffice) -> None:
    office = await make_office()
    client = await client_of(office.id, active=True)
    query = "query ($n: Int) { accounts(first: $n) { nodes { timeline(first: 30) { nodes { id } } } } }"
    [error] = await refused(client.actor, query, n=90)
    assert error["extensions"]["limit"] == BUDGET_OF_CLIENTS


async def test_a_session_that_has_ended_is_told_so_whatever_the_question_would_cost() -> None:  # TEAM-7
    query = "query ($n: Int) { all: accounts(first: $n) { nodes { contacts { id } } } }"
    stranger = Actor(kind=ActorKind.STRANGER)
    for size in (5, 50, 500):
        [error] = await refused(stranger, query, n=size)
        assert error["extensions"]["code"] == "UNAUTHENTICATED"
        assert error["path"] == ["all"]
    [error] = await refused(stranger, query, n=5_000)
    assert error["extensions"]["code"] == "QUERY_TOO_COMPLEX"


def test_the_introspection_of_tools_is_let_through() -> None:
    everything = get_introspection_query(
        specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True
    )
    assert not document(everything).errors


@pytest.mark.parametrize("size", ["1e20", "1e300", "18446744073709551615", "-1e20", "9" * 5_000, "2147483648"])
@pytest.mark.parametrize("way", ["variable", "default", "literal"])
async def test_a_size_of_any_length_is_refused_in_words(make_office: MakeOffice, way: str, size: str) -> None:  # G6
    office = await make_office()
    query = {
        "variable": "query ($first: Int) { accounts(first: $first) { nodes { id } } }",
        "default": f"query ($first: Int = {size}) {{ accounts(first: $first) {{ nodes {{ id }} }} }}",
        "literal": f"{{ accounts(first: {size}) {{ nodes {{ contacts {{ account {{ timeline(first: {size})"
        " { nodes { id } } } } } } }",
    }[way]
    given = float(size) if "e" in size else int(size[:25])
    answer = await answer_of(office.owner, query, **({"first": given} if way == "variable" else {}))
    assert {error["extensions"]["code"] for error in answer["errors"]} <= {
        "GRAPHQL_INVALID",
        "INVALID",
        "QUERY_TOO_COMPLEX",
    }
    orjson.dumps(answer)


async def test_introspection_is_for_staff(make_office: MakeOffice) -> None:  # G5
    office = await make_office()
    client = await client_of(office.id, active=True)
    query = "{ __schema { types { name } } }"
    assert (await ask(office.analyst, query))["__schema"]["types"]
    for actor in (client.actor, Actor(kind=ActorKind.STRANGER)):
        [error] = await refused(actor, query)
        assert error["extensions"]["code"] == "INTROSPECTION_OFF"


@pytest.mark.parametrize(
    "query", ["{ acounts { totalCount } }", "{ accounts(frist: 1) { totalCount } }", "{ viewer { nam } }"]
)
async def test_no_suggestion_is_made(query: str) -> None:  # G5
    answer = await answer_of(Actor(kind=ActorKind.STRANGER), query)
    assert "Did you mean" not in str(answer)

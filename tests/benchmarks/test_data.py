"""The data is the same at every run, and equal answers are told equal however a server writes them."""

from itertools import chain

from benchmarks.data import rows
from benchmarks.works.same import same_form
from benchmarks.works.work import WORKS
from server.core import ids


def of(firm: rows.Firm) -> rows.Rows:
    found: rows.Rows = {}
    for part in rows.register(firm):
        for table, each in part.items():
            found.setdefault(table, []).extend(each)
    return found


def test_the_same_seed_makes_the_same_rows() -> None:
    firm = rows.firms(20)[0]
    assert of(firm) == of(firm)


def test_every_account_has_its_three_contacts_four_tags_and_two_staff() -> None:
    found = of(rows.firms(30)[0])
    assert {table: len(each) for table, each in found.items()} == {
        "accounts": 30,
        "contacts": 90,
        "account_contacts": 90,
        "account_staff": 60,
        "account_tags": 120,
    }
    for table in ("account_staff", "account_tags"):
        other = "staff_id" if table == "account_staff" else "tag_id"
        assert len({(row["account_id"], row[other]) for row in found[table]}) == len(found[table])


def test_ids_are_well_formed_and_unlike_across_firms() -> None:
    firms = rows.firms(5, others=2, accounts_of_others=5)
    made = [row["id"] for firm in firms for row in chain.from_iterable(of(firm).values())]
    assert len(made) == len(set(made))
    assert all(ids.prefix_of(each) for each in made)


def test_no_two_connections_turn_the_same_toggle() -> None:
    toggle = next(work for work in WORKS if work.name == "toggle")
    firm = rows.firms(10_000)[0]
    links = [{variables["id"] for variables in toggle.variables(firm, number)} for number in range(8)]
    assert sum(map(len, links)) == len(set().union(*links))


def test_links_cursors_moments_and_orders_of_a_set_do_not_tell_answers_apart() -> None:
    ours = {"cursor": "WyJh", "createdAt": "2024-01-01T00:00:00.000Z", "tags": [{"id": "tag_1"}, {"id": "tag_2"}]}
    theirs = {
        "cursor": "other",
        "createdAt": "2024-01-01T01:00:00+01:00",
        "tags": [{"tag": {"id": "tag_2"}}, {"tag": {"id": "tag_1"}}],
    }
    assert same_form(ours) == same_form(theirs)


def test_data_orders_of_pages_and_missing_rows_do() -> None:
    assert same_form({"name": "a"}) != same_form({"name": "b"})
    assert same_form({"edges": [{"node": 1}, {"node": 2}]}) != same_form({"edges": [{"node": 2}, {"node": 1}]})
    assert same_form({"tags": [{"id": "tag_1"}]}) != same_form({"tags": []})

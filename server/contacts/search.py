"""How people are found, and their links to accounts."""

from typing import Final

from server.accounts.search import BY_WORDS
from server.core.normalise import prefix_query
from server.core.scope import Condition
from server.core.search import HOLDS, shortcut_to

_BOTH: Final = (
    "((SELECT person.search FROM contacts person WHERE person.id = {t}.contact_id)"
    " || (SELECT search_of(home.search_words) FROM accounts home WHERE home.id = {t}.account_id))"
    " @@ (SELECT {0}::text::tsquery)"
)

_AROUND: Final = ("{t}.name_key < {1}::text", "{t}.name_key >= {1}::text || chr(1114111)")
"""Whose name begins with the one word typed are neighbours in the list; these stand before them, and behind."""


def contacts_found(search: str) -> Condition:
    """People by the beginnings of their names, pieces of the e-mail, digits of the phone (CON-2)."""
    query = prefix_query(search)
    if " & " in query:
        return Condition(HOLDS, (query,), shortcut_to("contacts_found({0}, false)", "contacts_looks({0}, false)"))
    beside = shortcut_to("contacts_found({0}, true)", "contacts_looks({0}, true)", around=_AROUND)
    return Condition(HOLDS, (query, query.removesuffix(":*")), beside)


def links_found(search: str) -> Condition:
    """Links by the words of the person and of the account, but not of the account's other people."""
    return Condition(_BOTH, (prefix_query(search),), shortcut_to(*BY_WORDS, key="{t}.account_id"))

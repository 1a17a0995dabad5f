"""How people are found, and their links to accounts."""

from typing import Final

from server.accounts.search import BY_WORDS
from server.core.normalise import prefix_query
from server.core.scope import NONE, Condition
from server.core.search import holding, shortcut_to

_BOTH: Final = (
    "((SELECT person.search FROM contacts person WHERE person.id = {t}.contact_id)"
    " || (SELECT search_of(home.search_words) FROM accounts home WHERE home.id = {t}.account_id))"
    " @@ (SELECT {0}::text::tsquery)"
)

_TYPED: Final = "rtrim({0}::text, ':*')"
_AROUND: Final = (f"{{t}}.name_key < {_TYPED}", f"{{t}}.name_key >= {_TYPED} || chr(1114111)")
"""Whose name begins with the one word typed are neighbours in the list; these stand before them, and behind."""


def contacts_found(search: str) -> Condition:
    """People by the beginnings of their names, pieces of the e-mail, digits of the phone (CON-2)."""
    if " & " in prefix_query(search):
        return holding(search, shortcut_to("contacts_found({0}, false)", "contacts_looks({0}, false)"))
    return holding(search, shortcut_to("contacts_found({0}, true)", "contacts_looks({0}, true)", around=_AROUND))


def links_found(search: str) -> Condition:
    """Links by the words of the person and of the account, but not of the account's other people."""
    query = prefix_query(search)
    return Condition(_BOTH, (query,), shortcut_to(*BY_WORDS, key="{t}.account_id")) if query else NONE

"""How people are found, and their links to accounts."""

from typing import Final

from server.core.normalise import prefix_query
from server.core.scope import Condition
from server.core.search import HOLDS, shortcut_to

_BOTH: Final = (
    "((SELECT person.search FROM contacts person WHERE person.id = {t}.contact_id)"
    " || (SELECT search_of(home.search_words) FROM accounts home WHERE home.id = {t}.account_id))"
    " @@ (SELECT {0}::text::tsquery)"
)


def contacts_found(search: str) -> Condition:
    """People by the beginnings of their names, pieces of the e-mail, digits of the phone (CON-2)."""
    return Condition(HOLDS, (prefix_query(search),), shortcut_to("contacts"))


def links_found(search: str) -> Condition:
    """Links by the words of the person and of the account, but not of the account's other people."""
    return Condition(_BOTH, (prefix_query(search),), shortcut_to("accounts", "{t}.account_id"))

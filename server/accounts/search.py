"""How accounts are found: by words of their own and of their people, together (ACC-6)."""

from typing import Final

from server.core.scope import Condition
from server.core.search import holding, shortcut_to

BY_WORDS: Final = ("accounts_found({0})", "accounts_looks({0})")


def accounts_found(search: str) -> Condition:
    """Accounts with a word for each one typed. Triggers keep an account's words in step with its people's."""
    return holding(search, shortcut_to(*BY_WORDS))

"""The name of an account: typed, or derived (ACC-2), and in both cases its own in the firm (ACC-5)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from typing import Final

from server.accounts.models import Account
from server.core import names, normalise
from server.core.database import unique
from server.core.errors import Invalid, Problem

_CONSTRAINT: Final = "uid_accounts_firm_id_dbdd2a"
"""Unique (firm_id, name_key): it has the last word."""

_AT_A_TIME: Final = 20


async def problem_with(field: str, name: str, *, own_id: str | None = None) -> Problem | None:
    """Why an account cannot have this typed name, else None; `own_id` is the account that may have it already."""
    if problem := names.problem_with(field, name):
        return problem
    if not await _taken([name], own_id):
        return None
    return Problem(field, "NAME_TAKEN", {"cleaned": await free(name, own_id=own_id)})


async def free(wish: str, *, own_id: str | None = None) -> str:
    """The wish made a name, with " (2)" and so on behind it if others have it."""
    name = names.clean(wish)
    if not await _taken([name], own_id):
        return name
    candidates = names.numbered(name)
    while True:
        some = list(islice(candidates, _AT_A_TIME))
        taken = await _taken(some, own_id)
        if found := next((c for c in some if normalise.key(c) not in taken), None):
            return found


def derived(company_name: str | None, first_contact: str | None) -> str | None:
    """What an account without a typed name is called: its company, else its first contact (ACC-2)."""
    return company_name or first_contact


@asynccontextmanager
async def guarded(name: str) -> AsyncIterator[None]:
    """Around a write: NAME_TAKEN if somebody else wrote the name since it was looked for."""
    try:
        async with unique(_CONSTRAINT, _TakenMeanwhileError()):
            yield
    except _TakenMeanwhileError:
        raise Invalid(Problem("name", "NAME_TAKEN", {"cleaned": await free(name)})) from None


class _TakenMeanwhileError(Exception):
    pass


async def _taken(wanted: list[str], own_id: str | None) -> set[str]:
    others = Account.filter(name_key__in=[normalise.key(name) for name in wanted])
    if own_id:
        others = others.exclude(id=own_id)
    return {str(key) for key in await others.values_list("name_key", flat=True)}

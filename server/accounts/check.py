"""What an account's own fields may hold."""

from typing import Any, Final

from server.accounts.models import AccountType
from server.core import address, normalise, text
from server.core.address import Address
from server.core.errors import Problem

_COMPANY_NAME: Final = 120


def read_company(
    type_: AccountType, company_name: str | None, company_address: Address | None
) -> tuple[dict[str, Any], list[Problem]]:
    """The columns of a company and what is wrong with them; only a COMPANY has any (COMPANY_ONLY, ACC-1)."""
    name = text.tidy(company_name)
    stored, problems = address.read("companyAddress", company_address)
    if too_long := text.problem_with("companyName", name, limit=_COMPANY_NAME):
        problems.append(too_long)
    if type_ is not AccountType.COMPANY:
        given = {"companyName": name, "companyAddress": stored}
        problems = [Problem(field, "COMPANY_ONLY") for field, value in given.items() if value]
        return {"company_name": None, "company_address": None}, problems
    return {"company_name": name, "company_address": stored}, problems


def search_words(name: str, company_name: str | None, number: int) -> str:
    """The words by which an account is found; its contacts' words are with the contacts (ACC-6)."""
    return normalise.searchable(name, company_name, str(number))

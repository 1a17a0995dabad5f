"""What stands beside an account, read for all accounts of an answer at once: one query a relation."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from strawberry.dataloader import DataLoader

from server.accounts.models import AccountStaff
from server.contacts.models import AccountContact
from server.staff.models import StaffMember
from server.tags.models import AccountTag, Tag

T = TypeVar("T")


def _grouped(keys: list[str], pairs: Iterable[tuple[str, T]]) -> list[list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return [groups[key] for key in keys]


async def _contacts(account_ids: list[str]) -> list[list[AccountContact]]:
    links = await AccountContact.filter(account_id__in=account_ids).select_related("contact").order_by("id")
    return _grouped(account_ids, ((link.account_id, link) for link in links))


async def _staff(account_ids: list[str]) -> list[list[StaffMember]]:
    links = await AccountStaff.filter(account_id__in=account_ids).select_related("staff").order_by("staff__first_name")
    return _grouped(account_ids, ((link.account_id, link.staff) for link in links))


async def _tags(account_ids: list[str]) -> list[list[Tag]]:
    links = await AccountTag.filter(account_id__in=account_ids).select_related("tag").order_by("tag__name_key")
    return _grouped(account_ids, ((link.account_id, link.tag) for link in links))


@dataclass(slots=True)
class Loaders:
    """The loaders of one request."""

    contacts: DataLoader[str, list[AccountContact]] = field(default_factory=lambda: DataLoader(_contacts))
    staff: DataLoader[str, list[StaffMember]] = field(default_factory=lambda: DataLoader(_staff))
    tags: DataLoader[str, list[Tag]] = field(default_factory=lambda: DataLoader(_tags))

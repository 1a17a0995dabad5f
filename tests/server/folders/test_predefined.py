"""The folders an account begins with (DOC-2)."""

import pytest

from server.core import names
from server.core.database import in_firm
from server.folders.models import Folder, FolderAccess
from server.folders.predefined import lay_out, predefined
from server.words.say import LANGUAGES
from tests.factories.offices import office_of
from tests.factories.people import account_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language_there_is_a_folder_clients_may_fill(language: str) -> None:  # DOC-2
    folders = predefined(language)
    assert folders[0].access is FolderAccess.CLIENT_EDIT
    assert {folder.access for folder in folders} == set(FolderAccess)
    assert all(names.problem_with("name", folder.name) is None for folder in folders)  # ACC-5
    assert len({folder.name.casefold() for folder in folders}) == len(folders)


def test_a_language_we_do_not_have_gets_english() -> None:
    assert predefined("fr") == predefined("en")
    assert predefined("en")[0].name == "Client uploaded documents"


async def test_they_are_laid_out_at_the_top_in_their_order() -> None:  # DOC-2
    office = await office_of()

    async def work() -> list[Folder]:
        account = await account_of(office.id)
        await lay_out(office.id, account.id, "ro")
        return list(await Folder.filter(account_id=account.id).order_by("position"))

    folders = await in_firm(office.id, work)
    assert [folder.name for folder in folders] == [folder.name for folder in predefined("ro")]
    assert all(folder.parent_id is None for folder in folders)

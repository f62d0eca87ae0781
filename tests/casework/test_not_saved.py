"""Where the disk forgets, no message and no address goes out before the decision behind it is kept for good."""

from collections.abc import Collection
from dataclasses import replace

import pytest

import community.casework as cw
from tests.casework.office import Office


class Keeper:
    """Whatever keeps the book for good. It has everything but what is named here."""

    def __init__(self) -> None:
        self.lacks: set[str] = set()

    def __call__(self, ids: Collection[str]) -> set[str]:
        return self.lacks & set(ids)


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def context(office: Office, keeper: Keeper) -> cw.WorkContext:
    return replace(office.coordinator, unsaved=keeper)


@pytest.mark.parametrize("column", ["id", "need_id", "volunteer_id"])
def test_nobody_is_given_words_to_ask_with_before_all_of_it_is_saved(
    office: Office, context: cw.WorkContext, keeper: Keeper, column: str
) -> None:
    match = office.make_match("approved")
    keeper.lacks = {office.row("matches", match)[column]}
    with pytest.raises(cw.NotSaved):
        cw.message_for(context, match)
    keeper.lacks.clear()
    assert cw.message_for(context, match)


def test_name_and_address_wait_until_the_yes_and_the_release_are_saved(
    office: Office, context: cw.WorkContext, keeper: Keeper
) -> None:
    match = office.make_match("active", name="Rita Resident")
    keeper.lacks = {match}
    with pytest.raises(cw.NotSaved) as refused:
        cw.release(context, match, seen="active")
    assert "Rita" not in str(refused.value)
    written = office.row("matches", match)["released_at"]
    assert written is not None, "the release goes into the spreadsheet first"
    keeper.lacks.clear()
    given = cw.release(context, match, seen="active")
    assert "Rita Resident" in given.words
    assert office.row("matches", match)["released_at"] == written


def test_a_book_on_a_disk_of_its_own_waits_for_nothing(office: Office) -> None:
    match = office.make_match("active", name="Rita Resident")
    assert "Rita Resident" in cw.release(office.coordinator, match, seen="active").words

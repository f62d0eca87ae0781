"""A sync killed after a write, before it checks, while somebody sorts the tab: no record is duplicated or mixed up.

What follows differs: the same book goes on, another machine is first, or the disk is gone.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from tests.book.builders import make_volunteer
from tests.sheets_sync.equality import assert_in_step
from tests.sheets_sync.office import Machine, Office, office, settings
from tests.sheets_sync.test_laws_erasing import everything, forget

TAB = "volunteers"


class Killed(BaseException):
    """The program is gone: nothing of it runs any more."""


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as made:
        yield made


@pytest.fixture
def one(town: Office) -> Machine:
    return town.hire()


@pytest.fixture
def six(town: Office, one: Machine) -> list[str]:
    made = [
        one.book.append(TAB, make_volunteer(name=f"N{n} Invented", telephone=f"01632 96000{n}"), by="web").id
        for n in range(6)
    ]
    for own in made:
        one.set(TAB, own, status="paused")
    town.rest()
    return made


def killed_unlooked(machine: Machine, meanwhile: Callable[[], object]) -> None:
    """One sync; somebody does something before its write arrives, and it is killed as soon as that is done."""
    write = machine.service.batch

    def batch(requests: Sequence[dict[str, Any]], *, ask: Sequence[str] = ()) -> dict[str, Any]:
        meanwhile()
        write(requests, ask=ask)
        raise Killed

    with patch.object(machine.service, "batch", batch), pytest.raises(Killed):
        machine.sync()


def same(town: Office, one: Machine) -> Machine:
    return one


def another(town: Office, one: Machine) -> Machine:
    """A second machine that was in step, and is first now."""
    return town.machines[1]


def fresh(town: Office, one: Machine) -> Machine:
    """A new disk with an empty book, as free hosting gives."""
    town.machines.remove(one)
    return town.hire()


NEXT = {"the same book goes on": same, "another machine is first": another, "the disk is gone": fresh}


def type_and_wait(town: Office, machine: Machine, *names: str) -> None:
    for number, name in enumerate(names):
        town.person.type_row(TAB, {"Name": name, "Telephone": f"01632 96111{number}"})
    for each in town.machines:
        each.sync()


def everybody(town: Office, machine: Machine, *names: str) -> None:
    """Each of the six and each of the typed stands once, in the sheet and in the book, with their own number."""
    town.rest()
    wanted = sorted([f"N{n} Invented" for n in range(6)] + list(names))
    assert sorted(town.says(TAB, own, "name") for own in town.ids(TAB)) == wanted
    for each in town.machines:
        assert sorted(row["name"] for row in each.book.rows(TAB)) == wanted
        corrected = [c for c in each.book.changes() if c["by"] == "sheet"]
        assert corrected == [], "nobody corrected anything"


@pytest.mark.parametrize("how", NEXT)
def test_a_number_that_came_down_on_another_typed_line_is_given_to_the_one_it_was_meant_for(
    town: Office, one: Machine, six: list[str], how: str
) -> None:
    town.hire()
    town.rest()
    type_and_wait(town, one, "Aa Typed")

    def meanwhile() -> None:
        town.person.type_row(TAB, {"Name": "Zz Typed", "Telephone": "01632 961999"})
        last = town.person.end(TAB)
        town.person.move_rows(TAB, last, last - 1)

    killed_unlooked(one, meanwhile)
    then = NEXT[how](town, one)
    then.sync()
    everybody(town, then, "Aa Typed", "Zz Typed")


@pytest.mark.parametrize("how", NEXT)
def test_a_number_that_came_down_on_somebody_s_line_is_taken_off_again_and_nobody_is_two(
    town: Office, one: Machine, six: list[str], how: str
) -> None:
    town.hire()
    town.rest()
    type_and_wait(town, one, "Aa Typed")
    killed_unlooked(one, lambda: town.person.sort(TAB, "Name"))
    then = NEXT[how](town, one)
    then.sync()
    everybody(town, then, "Aa Typed")
    assert {row["id"] for row in then.book.rows(TAB)} >= set(six)
    assert all(then.get(TAB, own)["status"] == "paused" for own in six)


@pytest.mark.parametrize("how", NEXT)
def test_a_value_that_came_down_on_somebody_else_s_line_is_not_taken_for_a_correction(
    town: Office, one: Machine, six: list[str], how: str
) -> None:
    town.hire()
    town.rest()
    one.set(TAB, six[0], telephone="01632 960777")
    killed_unlooked(one, lambda: town.person.sort(TAB, "Name", down=True))
    then = NEXT[how](town, one)
    then.sync()
    everybody(town, then)
    numbers = {own: then.get(TAB, own)["telephone"] for own in six}
    assert numbers == {own: f"01632 96000{n}" for n, own in enumerate(six)} | {six[0]: "01632 960777"}
    assert {own: town.says(TAB, own, "telephone") for own in six} == numbers


@pytest.mark.parametrize("how", NEXT)
@pytest.mark.parametrize("kills", [2, 3])
def test_kills_in_a_row_that_each_meet_a_sort_are_taken_back_one_by_one(
    town: Office, one: Machine, six: list[str], how: str, kills: int
) -> None:
    town.hire()
    town.rest()
    type_and_wait(town, one, "Aa Typed", "Mm Typed", "Zz Typed")
    one.set(TAB, six[0], telephone="01632 960777")
    for kill in range(kills):
        killed_unlooked(one, lambda down=kill % 2 == 1: town.person.sort(TAB, "Name", down=down))
    then = NEXT[how](town, one)
    then.sync()
    everybody(town, then, "Aa Typed", "Mm Typed", "Zz Typed")
    assert {row["id"] for row in then.book.rows(TAB)} >= set(six)
    numbers = {own: town.says(TAB, own, "telephone") for own in six}
    assert numbers == {own: f"01632 96000{n}" for n, own in enumerate(six)} | {six[0]: "01632 960777"}
    assert_in_step(town.google, town.sheet.id, settings(), *(machine.book for machine in town.machines))


@pytest.mark.parametrize("how", NEXT)
def test_somebody_whose_line_was_emptied_in_place_of_an_erased_one_s_is_there_again(
    town: Office, one: Machine, six: list[str], how: str
) -> None:
    town.hire()
    town.rest()
    town.correct(TAB, six[5], "about", "I like walking.")
    town.rest()
    forget(one.book, (TAB, six[0]))
    killed_unlooked(one, lambda: town.person.sort(TAB, "Name", down=True))
    then = NEXT[how](town, one)
    then.sync()
    town.settle()
    assert sorted(town.ids(TAB)) == sorted(six[1:])
    assert {own: town.says(TAB, own, "name") for own in six[1:]} == {six[n]: f"N{n} Invented" for n in range(1, 6)}
    assert town.says(TAB, six[5], "about") == "I like walking."
    assert [each.status.missing for each in town.machines] == [()] * len(town.machines)
    assert not [value for value in everything(town) if "N0 Invented" in str(value)], "the copy of the erased one too"


def test_what_a_person_types_into_a_cell_after_a_write_came_down_there_stays(
    town: Office, one: Machine, six: list[str]
) -> None:
    one.set(TAB, six[0], telephone="01632 960777")
    killed_unlooked(one, lambda: town.person.sort(TAB, "Name", down=True))
    town.correct(TAB, six[5], "telephone", "01632 960555")
    one.sync()
    town.settle()
    assert {own: one.get(TAB, own)["telephone"] for own in (six[0], six[5])} == {
        six[0]: "01632 960777",
        six[5]: "01632 960555",
    }


def test_a_tab_of_a_person_s_own_that_has_the_name_stays_theirs(town: Office, one: Machine, six: list[str]) -> None:
    town.person.add_tab("before")
    town.person.type("before", "A1", "my own list")
    one.set(TAB, six[0], telephone="01632 960777")
    one.set(TAB, six[1], telephone="01632 960778")
    killed_unlooked(one, lambda: town.person.sort(TAB, "Name", down=True))
    one.sync()
    town.settle()
    assert town.person.see("before") == [["my own list"]]
    assert town.says(TAB, six[0], "telephone") == "01632 960777"


def test_what_a_person_corrects_later_is_no_miss_of_a_write_that_was_looked_at(
    town: Office, one: Machine, six: list[str]
) -> None:
    """The mark still stands in the spreadsheet, and says nothing any more."""
    one.set(TAB, six[0], telephone="01632 960777")
    town.rest()
    town.correct(TAB, six[0], "telephone", "01632 960000")
    town.correct(TAB, six[1], "telephone", "01632 960777")
    one.sync()
    assert one.get(TAB, six[0])["telephone"] == "01632 960000"
    assert one.get(TAB, six[1])["telephone"] == "01632 960777"

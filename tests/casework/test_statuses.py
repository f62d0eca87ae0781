from typing import get_args

import pytest

from community.casework.permissions import ROLES
from community.casework.policies import FROM
from community.casework.statuses import AGREED, LIVE, MACHINES, Machine, Owner
from community.commands.pages.drawing import drawing
from community.tables import TABLES

WITH_STATUS = [t for t in TABLES.values() if "status" in t.by_name]


@pytest.mark.parametrize("table", [t.name for t in WITH_STATUS])
def test_every_status_of_every_table_has_an_owner_and_a_meaning(table: str) -> None:
    statuses = MACHINES[table].statuses
    assert set(statuses) == set(TABLES[table]["status"].words or ())
    assert all(s.owner in get_args(Owner) and s.means for s in statuses.values())


@pytest.mark.parametrize("machine", MACHINES.values(), ids=lambda m: m.table)
def test_every_status_is_reached_and_leads_only_to_statuses_that_exist(machine: Machine) -> None:
    found, waiting = set(), list(machine.starts)
    while waiting:
        status = waiting.pop()
        if status not in found:
            found.add(status)
            waiting += machine.statuses[status].next
    assert found == set(machine.statuses)


@pytest.mark.parametrize("machine", MACHINES.values(), ids=lambda m: m.table)
def test_no_status_follows_itself(machine: Machine) -> None:
    assert [code for code, status in machine.statuses.items() if code in status.next] == []


def test_whatever_takes_a_place_can_be_called_off() -> None:
    assert [s for s in LIVE if "cancelled" not in MACHINES["matches"].statuses[s].next] == []


def test_nobody_is_told_who_before_they_agree() -> None:
    assert AGREED < LIVE
    assert {"proposed", "approved", "offered"} & AGREED == set()


def test_every_action_that_asks_the_state_is_one_that_somebody_may_do() -> None:
    assert set(FROM) <= set(ROLES)
    known = {status for machine in MACHINES.values() for status in machine.statuses}
    assert set().union(*FROM.values()) <= known


@pytest.mark.parametrize("machine", MACHINES.values(), ids=lambda m: m.table)
def test_the_drawing_in_the_docs_shows_every_status_and_every_arrow(machine: Machine) -> None:
    svg = drawing(machine)
    arrows = sum(len(status.next) for status in machine.statuses.values())
    assert svg.count("<path") == 2 * arrows, "a line and its tip each"
    assert [c for c in machine.statuses if f">{c.replace('_', ' ')}</text>" not in svg] == []
    assert "href" not in svg

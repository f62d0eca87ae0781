from typing import get_args

import pytest

from community.casework.actions import ACTIONS
from community.commands.generated_docs.status_docs import drawing
from community.tables import TABLES
from community.tables.status_machines import MACHINES
from community.tables.status_model import Owner, StatusMachine
from community.tables.statuses import AGREED, LIVE

WITH_STATUS = [t for t in TABLES.values() if "status" in t.by_name]


def test_every_status_of_every_table_has_an_owner_and_a_meaning(subtests: pytest.Subtests) -> None:
    for table in WITH_STATUS:
        with subtests.test(table.name):
            statuses = MACHINES[table.name].statuses
            assert set(statuses) == set(table["status"].words or ())
            assert all(s.owner in get_args(Owner) and s.means for s in statuses.values())


def reached(machine: StatusMachine) -> set[str]:
    """Return every status to which some way leads from the first ones."""
    found, waiting = set[str](), list(machine.starts)
    while waiting:
        status = waiting.pop()
        if status not in found:
            found.add(status)
            waiting += machine.statuses[status].next
    return found


def test_every_status_is_reached_and_leads_only_to_statuses_that_exist(subtests: pytest.Subtests) -> None:
    for machine in MACHINES.values():
        with subtests.test(machine.table):
            assert reached(machine) == set(machine.statuses)


def test_no_status_follows_itself() -> None:
    machines = MACHINES.values()
    statuses = [(machine.table, code, status) for machine in machines for code, status in machine.statuses.items()]
    round_in_a_ring = [f"{table}: {code}" for table, code, status in statuses if code in status.next]
    assert not round_in_a_ring, "\n".join(round_in_a_ring)


def test_whatever_takes_a_place_can_be_called_off() -> None:
    assert [s for s in LIVE if "cancelled" not in MACHINES["matches"].statuses[s].next] == []


def test_nobody_is_told_who_before_they_agree() -> None:
    assert AGREED < LIVE
    assert {"proposed", "approved", "offered"} & AGREED == set()


def test_every_action_comes_from_statuses_that_exist() -> None:
    known = {status for machine in MACHINES.values() for status in machine.statuses}
    assert set().union(*(action.statuses for action in ACTIONS.values() if action.statuses)) <= known


def test_the_drawing_in_the_docs_shows_every_status_and_every_arrow(subtests: pytest.Subtests) -> None:
    for machine in MACHINES.values():
        with subtests.test(machine.table):
            svg = drawing(machine)
            arrows = sum(len(status.next) for status in machine.statuses.values())
            assert svg.count("<path") == 2 * arrows, "a line and its tip each"
            assert [c for c in machine.statuses if f">{c.replace('_', ' ')}</text>" not in svg] == []
            assert "href" not in svg

from enum import StrEnum

import pytest

from community.tables import TABLES, flags, statuses, vocabulary
from community.tables.status_machines import MACHINES

LISTS = {name: words for name, words in vars(vocabulary).items() if name.isupper()}
CLASSES = [
    each
    for module in (statuses, vocabulary, flags)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
]


def test_what_is_shown_and_asked_by_is_plain_text(subtests: pytest.Subtests) -> None:
    """A list goes into forms, cells and addresses, where a member of a class would show its own name."""
    for name, words in LISTS.items():
        with subtests.test(name):
            assert {type(word) for word in words} == {str}
            assert len(set(words)) == len(words)


def test_every_code_is_named_after_what_is_written(subtests: pytest.Subtests) -> None:
    for each in dict.fromkeys(CLASSES):
        with subtests.test(each.__name__):
            assert [(code.name, code.value) for code in each] == [(code.upper(), code) for code in map(str, each)]


def test_every_status_of_a_table_is_of_one_class(subtests: pytest.Subtests) -> None:
    for machine in MACHINES.values():
        with subtests.test(machine.table):
            (kind,) = {type(code) for code in machine.statuses}
            assert issubclass(kind, StrEnum)
            assert TABLES[machine.table]["status"].words == tuple(each.value for each in kind)
            assert {type(code) for status in machine.statuses.values() for code in status.next} <= {kind}


def test_a_record_is_over_in_a_status_that_exists_and_where_nothing_follows(subtests: pytest.Subtests) -> None:
    for machine in MACHINES.values():
        with subtests.test(machine.table):
            assert machine.ends
            assert machine.ends <= set(machine.statuses)
            assert {code for code, status in machine.statuses.items() if not status.next} <= machine.ends
            assert not machine.ends & set(machine.starts) or machine.table in {"visits", "contacts"}

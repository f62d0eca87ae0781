"""Keys and codes of key safes: sealed in the book, each look written down, gone once they are given back."""

import pytest

import community.casework as cw
from community.concerns import Seal
from community.tables.row_types import DoorKeyRow
from community.tables.verbs import Verb
from tests.casework.life import key_of
from tests.casework.office import TODAY, Office

SEAL = Seal("a key of this community, for tests only")


def key_safe(office: Office) -> str:
    return key_of(office, kind="key_safe", code=cw.sealed_code(SEAL, " 4711 "), kept_at="Left of the door")


def test_a_code_is_sealed_and_each_look_at_it_is_written_down(office: Office) -> None:
    one = key_safe(office)
    assert "4711" not in str(office.everything())
    assert cw.see(office.director, DoorKeyRow, one).code is None, "no page reads it by the way"
    assert cw.looks_at_code(office.coordinator, one) == []
    assert cw.open_code(office.coordinator, one, SEAL) == "4711"
    assert [by for _, by in cw.looks_at_code(office.director, one)] == ["Cora Coordinator"]
    for context, why in ((office.handler, cw.NotAllowed), (office.neighbour, cw.NotFound)):
        with pytest.raises(why):
            cw.open_code(context, one, SEAL)
    assert len(cw.looks_at_code(office.director, one)) == 1
    assert "4711" not in " ".join(w for entry in cw.history(office.director, one) for w in entry.words)


def test_a_code_is_gone_once_it_was_changed_and_a_key_has_none(office: Office) -> None:
    one = key_safe(office)
    cw.happened(office.coordinator, Verb.KEY_BACK, one, {"on": TODAY})
    assert office.row("door_keys", one)["code"] is None
    with pytest.raises(cw.NotNow):
        cw.open_code(office.coordinator, one, SEAL)
    for wrong in ({"kind": "key", "code": "x"}, {"kind": "key_safe"}):
        with pytest.raises(cw.NotNow, match="key safe has a code"):
            key_of(office, **wrong)


def test_a_lost_key_is_told_and_a_death_asks_for_the_others(office: Office) -> None:
    lost, kept = key_of(office), key_of(office)
    cw.happened(office.coordinator, Verb.KEY_LOST, lost, {})
    titles = [item.title for item in cw.today(office.director, office.clock())]
    assert any("A key to their door is lost" in title for title in titles)
    resident = str(office.row("door_keys", kept)["resident_id"])
    follows = cw.foresee_event(office.director, Verb.DIED, resident, {"on": TODAY})
    assert follows.keys == 1
    cw.happened(office.director, Verb.DIED, resident, {"on": TODAY})
    assert any("and about keys" in item.title for item in cw.today(office.director, office.clock()))

"""Ids of corrections stand in logs of spreadsheets: what they follow from may never change."""

from dataclasses import replace

import pytest

from sheets_sync.correction_identity import correction, first_of, following, follows_one_of

AT, AFTER = "2026-11-23T10:00:00.000Z", "2026-11-23T09:00:00.000Z"
OF = ("residents", "P-1", "postcode", "BA1 5AA", None)


@pytest.mark.parametrize(
    ("by", "before", "word"),
    [
        ("sheet", None, "J2PB1GRG079WP7SN"),
        ("sheet", "Z-EARLIER", "26Y8M3DK9ZE66YZ2"),
        ("google_form", "Z-EARLIER", "HAAB2NQ5XCEY4H78"),
    ],
)
def test_the_id_of_a_correction_is_what_it_was_in_every_version(by: str, before: str | None, word: str) -> None:
    found = correction(by, *OF, before=before, at=AT, after=AFTER)
    assert (found.id, found.action, found.by) == (f"Z-{word}", f"correct-{word}", by)
    assert first_of(found) == found.id


def test_a_correction_comes_after_what_is_known_of_the_record() -> None:
    assert correction("sheet", *OF, before=None, at=AT, after=AFTER).at == AT
    assert correction("sheet", *OF, before=None, at=AFTER, after=AT).at == "2026-11-23T10:00:00.001Z"


def test_what_follows_from_a_correction_has_its_action_and_an_id_of_its_own() -> None:
    first = correction("sheet", *OF, before=None, at=AT, after=AFTER)
    hub = following(first, "needs", "N-1", "hub", None, "bath_north")
    assert hub.id == "Z-496GJCQD3RRZHF82"
    assert (hub.action, hub.at, hub.table, hub.record_id) == (first.action, first.at, "needs", "N-1")
    assert first_of(hub) == first.id


@pytest.mark.parametrize("by", ["sheet", "google_form"])
def test_a_correction_names_the_one_before_it_in_its_id(by: str) -> None:
    earlier = replace(correction(by, *OF, before=None, at=AFTER, after=AFTER), id="Z-EARLIER")
    later = correction(by, *OF, before="Z-EARLIER", at=AT, after=AFTER)
    assert follows_one_of(later, [earlier])
    assert not follows_one_of(later, [replace(earlier, id="Z-ANOTHER")])

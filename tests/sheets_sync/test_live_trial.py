"""The trial says of each assumption whether it holds, and leaves nothing behind."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sheets_sync.sheets_service import Service
from sheets_sync.trials import TRIALS, scratch_tab, trial
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet
from tests.sheets_sync.household import Household, household, lines


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Household]:
    with household(tmp_path, monkeypatch) as made:
        made.run("provision")
        made.google.service.check_answers = True  # so that each answer to a trial is one that Google could give
        yield made


def tried(town: Household, code: int = 0) -> dict[str, tuple[str, str]]:
    """What was tried: assumption -> (state, words)."""
    told = lines(town.run("check", "--live", "--json", code=code))
    known = {what for what, _ in TRIALS} | {"trial", "a tab made, marked and filled in one write"}
    return {each["what"]: (each["state"], each["words"]) for each in told if each["what"] in known}


def test_every_assumption_is_tried_and_the_spreadsheet_is_left_as_it_was(town: Household) -> None:
    before = town.state()
    told = tried(town)
    assert {state for state, _ in told.values()} == {"well"}
    assert len(told) == len(TRIALS) + 1
    assert town.state() == before


def test_one_write_as_large_as_the_first_push_of_a_town_is_among_what_is_tried(
    town: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    really = Service.batch

    def batch(self: Service, requests: Any, *given: Any, **more: Any) -> Any:
        sizes.append(len(json.dumps(requests)))
        return really(self, requests, *given, **more)

    monkeypatch.setattr(Service, "batch", batch)
    assert tried(town)["a first push of 1.8 MB is taken at once, and its ids come back"][0] == "well"
    assert 1_800_000 < max(sizes) < 2_000_000


def test_a_trial_stays_within_a_minute_s_quota(town: Household) -> None:
    with town.service() as service:
        list(trial(service))
        assert max(service.calls.values()) <= 60


def test_what_an_ended_trial_left_is_removed_by_the_next(town: Household) -> None:
    before = town.state()
    with town.service() as service:
        scratch_tab.made(service)
        assert town.state() != before
    tried(town)
    assert town.state() == before


def test_people_s_tabs_that_are_called_alike_stay(town: Household) -> None:
    with town.service() as service:
        service.batch([{"addSheet": {"properties": {"title": "Trial run in May"}}}])
    before = town.state()
    tried(town)
    assert town.state() == before


def broken_atomicity(google: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that keeps what came before the refused request."""
    monkeypatch.setattr(Spreadsheet, "thaw", lambda self, before: None)


def broken_appending(google: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service in which another writer's rows take the place of ours."""
    google.faults.add("lost", path="batchUpdate", nth=2)


@pytest.mark.parametrize(
    ("break_", "what"),
    [
        (broken_atomicity, "a name can be taken once, and a batch is done all or none"),
        (broken_appending, "rows are appended after the last one, in order"),
    ],
)
def test_an_assumption_that_does_not_hold_is_told(
    town: Household, monkeypatch: pytest.MonkeyPatch, break_: Any, what: str
) -> None:
    break_(town.google, monkeypatch)
    state, words = tried(town, code=1)[what]
    assert (state, words[:12]) == ("wrong", "It is not so")


def test_when_google_falls_silent_the_tab_is_removed_or_named(town: Household) -> None:
    town.google.faults.add("503", method="POST", nth=5)
    told = tried(town, code=1)
    assert any("Google did not say whether it has written" in words for _, words in told.values())
    assert not [sheet.title for sheet in town.sheet.sheets if sheet.title.startswith(scratch_tab.TITLE)]
    town.google.faults.clear()
    town.google.faults.add("403", method="POST")
    told = tried(town, code=1)
    assert "is not shared" in told["a tab made, marked and filled in one write"][1]

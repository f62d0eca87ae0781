"""What came in while the clock was years behind is listed for a person, and never removed because a clock said so."""

from datetime import datetime, timedelta

import pytest

from community.book import Change, utc_now
from tests.commands.household import Run, lines, opened

YEARS = timedelta(days=3 * 366)


def asked(when: datetime, name: str) -> str:
    """A volunteer who was declined at this time, by the clock of then."""
    with opened() as book:
        book._clock = lambda: when
        own = book.append("volunteers", {"name": name, "status": "applied"}, by="web", key=name).id
        book.act("decline", by="jo", changes=[Change("volunteers", own, "status", "applied", "declined")])
        return own


def there(run: Run) -> set[str]:
    return {row["id"] for row in lines(run("show", "volunteers", "--json"))}


@pytest.fixture(params=["first run", "it ran before"])
def behind(run: Run, request: pytest.FixtureRequest) -> str:
    """Somebody who came in today, when the clock said 2023; others came before and after."""
    run("init")
    asked(utc_now(), "Ann Invented")
    if request.param == "it ran before":
        run("retention", "--apply")
    own = asked(utc_now() - YEARS, "Ben Behind")
    asked(utc_now(), "Cy Invented")
    return own


def test_people_who_came_in_while_the_clock_was_years_behind_are_listed_and_stay(run: Run, behind: str) -> None:
    assert behind in run("retention").stdout
    (told,) = lines(run("retention", "--json"))
    assert (told["id"], told["doubtful"]) == (behind, True)
    run("retention", "--apply", "--clock-is-right")
    assert behind in there(run)
    run("retention", "--apply")
    assert behind in there(run), "it stays until a person says something"
    run("retention", "--apply", "--times-are-right")
    assert behind not in there(run)
    assert len(there(run)) == 2


def test_a_note_keeps_them_as_from_now(run: Run, behind: str) -> None:
    run("retention", "--apply", "--clock-is-right")
    with opened() as book:
        book.act("note", by="jo", changes=[Change("volunteers", behind, "status", "declined", "applied")])
    assert behind not in run("retention").stdout


def test_what_fell_due_since_the_last_run_goes_without_a_question(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init")
    own = asked(utc_now(), "Ann Invented")
    run("retention", "--apply")
    for months in range(1, 14):
        later = utc_now() + timedelta(days=30.5 * months)
        monkeypatch.setattr("community.commands.retention.utc_now", lambda later=later: later)
        assert "years behind" not in run("retention", "--apply").stdout
    assert own not in there(run)

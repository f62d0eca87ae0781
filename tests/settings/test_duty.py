"""Who is on duty: the list as people write it, each mistake by its place, and whose hours it is now."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.settings import PersonOnDuty, Settings, SettingsError, load
from community.settings.duty_hours import is_theirs, may_tell_from
from community.tables.duty_reasons import DutyReason
from community.tables.vocabulary import DAYS
from community.wording import moment_words
from tests.checkout import ROOT
from tests.messages.on_duty import MOBILE, duty, listed

COMMUNITY = load().community
SECRET = "canary"


def read(folder: Path, *parts: str) -> Settings:
    listed(folder, *parts)
    return load({"COMMUNITY_HOME": str(folder), "DEMO": "no"})


def test_those_on_duty_stand_beside_the_people_and_no_number_is_shown(tmp_path: Path) -> None:
    settings = read(tmp_path, duty(), duty("lead", person="Lena Lead", email="lena@example.org", days=["sat", "sun"]))
    assert list(settings.duty) == ["on_call", "lead"]
    assert (settings.duty_mistakes, len(settings.people)) == ((), 5)
    assert MOBILE not in repr(settings)
    assert "lena@" not in repr(settings)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (duty(text="canary"), "duty.on_call.text: String should match"),
        (duty(text=""), "duty.on_call: give either email or text"),
        (duty(email="canary"), "duty.on_call.email: a plain email address"),
        (duty(email="canary@example.org", text=MOBILE), "give either email or text"),
        (duty(hears_of=()), "duty.on_call.hears_of: Tuple should have at least 1 item"),
        (duty(hears_of=("canary",)), "duty.on_call.hears_of.1: Input should be 'urgent_request', 'concern'"),
        (duty(days=["canary"]), "duty.on_call.days.1"),
        (duty(hours_from="17:00"), "hours_from and hours_until need each other"),
        (duty(hours_from="17:00", hours_until="17:00"), "leave both out for any hour"),
        (duty(person="Canary"), "duty.on_call.person: nobody in [[people]] has this name"),
        (duty(who="canary\n"), "duty.on_call.who"),
        (duty(otherwise="canary" * 20), "duty.on_call.otherwise"),
        (duty("Canary"), "duty 1: its code"),
        ('duty = "canary"', "people.toml, line 1"),
    ],
)
def test_a_mistake_is_named_by_its_place_and_silences_nobody_else(part: str, said: str, tmp_path: Path) -> None:
    if part.startswith("duty ="):
        (tmp_path / "people.toml").write_text(part, "utf-8")
        settings = load({"COMMUNITY_HOME": str(tmp_path), "DEMO": "no"})
        assert "begins with [duty.CODE]" in settings.duty_mistakes[0]
        return
    settings = read(tmp_path, part, duty("other"))
    assert list(settings.duty) == ["other"]
    assert said in "\n".join(settings.duty_mistakes)
    assert SECRET not in "\n".join(settings.duty_mistakes).lower()
    assert len(settings.people) == 5, "the dashboard stays open"


def test_what_the_page_tells_a_director_to_write_is_taken(tmp_path: Path) -> None:
    page = (ROOT / "docs/duty.md").read_text("utf-8")
    told = "\n".join(line.strip() for line in page.splitlines() if line.startswith(" " * 8))
    settings = read(tmp_path, told)
    assert (sorted(settings.duty), settings.duty_mistakes) == (["evenings", "lead", "machine"], ())
    rows = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert rows == ["hears_of", *DutyReason], "each reason is explained"


def test_a_number_does_not_stand_among_the_public_settings(tmp_path: Path) -> None:
    told = (ROOT / "community.toml").read_text("utf-8")
    (tmp_path / "community.toml").write_text(f"{told}\n{duty(text='07700 900999')}", "utf-8")
    with pytest.raises(SettingsError, match=r"duty: stands in people\.toml") as error:
        load({"COMMUNITY_TOML": str(tmp_path / "community.toml"), "COMMUNITY_HOME": str(tmp_path)})
    assert "900999" not in str(error.value)


def person(**more: object) -> PersonOnDuty:
    return PersonOnDuty.model_validate({"who": "the lead", "text": MOBILE, "hears_of": ["concern"]} | more)


EVENINGS = {"days": ["mon", "tue", "wed", "thu", "fri"], "hours_from": "17:00", "hours_until": "22:00"}
NIGHTS = {"days": ["sat"], "hours_from": "22:00", "hours_until": "06:00"}


@pytest.mark.parametrize(
    ("hours", "now", "begins"),
    [
        (EVENINGS, "2026-11-23T16:59Z", "Monday 23 November, 5 pm"),
        (EVENINGS, "2026-11-23T17:00Z", "now"),
        (EVENINGS, "2026-11-23T21:59Z", "now"),
        (EVENINGS, "2026-11-23T22:00Z", "Tuesday 24 November, 5 pm"),
        (EVENINGS, "2026-11-27T22:00Z", "Monday 30 November, 5 pm"),
        (EVENINGS, "2026-07-06T16:30Z", "now"),  # half past five in London's summer
        (EVENINGS, "2026-12-25T18:00Z", "Tuesday 29 December, 5 pm"),  # a bank holiday counts as a Sunday
        ({"days": ["sun"]}, "2026-12-25T18:00Z", "now"),
        ({"days": ["sun"]}, "2026-12-23T18:00Z", "Friday 25 December, 12 am"),
        ({"days": ["mon"]}, "2023-12-19T10:00Z", "Monday 8 January, 12 am"),  # Christmas and New Year were Mondays
        ({"hours_from": "01:30", "hours_until": "02:10"}, "2027-03-28T00:00Z", "Monday 29 March, 1.30 am"),  # no 01:30
        (NIGHTS, "2026-11-28T21:00Z", "Saturday 28 November, 10 pm"),
        (NIGHTS, "2026-11-29T05:59Z", "now"),  # Sunday before six: Saturday's night
        (NIGHTS, "2026-11-29T06:00Z", "Saturday 5 December, 10 pm"),
        ({}, "2026-11-29T03:00Z", "now"),
    ],
)
def test_they_are_told_in_their_hours_and_otherwise_when_these_begin(
    hours: dict[str, object], now: str, begins: str
) -> None:
    at = datetime.fromisoformat(now)
    due = may_tell_from(person(**hours), COMMUNITY, at)
    assert ("now" if due == at else moment_words(due)) == begins
    assert is_theirs(person(**hours), COMMUNITY, at) == (begins == "now")


def test_a_day_on_which_we_are_closed_is_a_sunday_for_them() -> None:
    closed = COMMUNITY.model_copy(update={"closed_on": (date(2026, 12, 29),)})
    at = datetime(2026, 12, 29, 18, tzinfo=UTC)
    assert not is_theirs(person(**EVENINGS), closed, at)
    assert is_theirs(person(days=["sun"]), closed, at)


_TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sets(st.sampled_from(DAYS)),
    st.tuples(_TIMES, _TIMES).filter(lambda both: both[0] != both[1]),
)
def test_their_hours_come_whatever_they_are_and_it_is_their_hour_then(
    now: datetime, days: set[str], hours: tuple[time, time]
) -> None:
    one = person(days=sorted(days), hours_from=hours[0].isoformat(), hours_until=hours[1].isoformat())
    begins = may_tell_from(one, COMMUNITY, now)
    assert begins >= now
    assert is_theirs(one, COMMUNITY, begins)

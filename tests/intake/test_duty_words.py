"""What the last page says of those on duty is so: somebody hears of it now, and a worker is there to tell them."""

from datetime import timedelta
from pathlib import Path

import pytest

from community.jobs import trust_clock
from tests.checkout import ROOT
from tests.forms.answers import HELP
from tests.intake.conftest import Serve, Service
from tests.intake.test_concern_form import TOLD
from tests.intake.walking import Walker
from tests.messages.on_duty import duty, listed

WORD = "Somebody on duty gets word that help is needed today, and may be in touch before."
HEARS = "Somebody on duty gets word that a concern came in, and not what it says."
EVENING = {"hours_from": "17:00", "hours_until": "22:00"}
SERVICE = '\n[messages]\ntext = true\n[messages.text_service]\nurl = "http://127.0.0.1:9/"\n'


@pytest.fixture(params=["no"])
def shut(request: pytest.FixtureRequest, serve: Serve, tmp_path: Path) -> Service:
    """A service at half past six in the evening, where the worker looked a minute ago and texts can be sent."""
    (tmp_path / "own.toml").write_text((ROOT / "community.toml").read_text("utf-8") + SERVICE, "utf-8")
    own = {"COMMUNITY_TOML": str(tmp_path / "own.toml"), "TEXT_KEY": "k" * 20, "DEMO": request.param}
    service = serve(environ=own)
    service.clock.pass_by(hours=8, minutes=30)
    trust_clock(service.book, service.clock() - timedelta(minutes=1))
    return service


@pytest.fixture(autouse=True)
def _listed(tmp_path: Path) -> None:
    """The coordinator on call, in the evening."""
    listed(tmp_path, duty(**EVENING))


def asked(service: Service, urgency: str = "today") -> str:
    walker = Walker(f"{service.url}/get-help/ask/", HELP | {"urgency": [urgency]})
    service.clock.pass_by(minutes=3)
    walker.to_check().press("send")
    return walker.page.text


def told(service: Service, **more: list[str]) -> str:
    by_email = {"reporter_email": ["five@example.org"]}
    walker = Walker(f"{service.url}/safeguarding/adult/", TOLD | by_email | more).to_check()
    walker.press("send")
    return walker.page.text


def test_somebody_who_needs_help_today_while_we_are_shut_reads_that_somebody_hears_of_it(shut: Service) -> None:
    page = asked(shut)
    assert f"We are closed until Tuesday 24 November, 9 am. {WORD}" in page
    assert "by Tuesday 24 November, 1 pm" in page, "what is promised stays: whoever is on duty may be prevented"
    assert WORD not in asked(shut, "this_week")


def test_not_before_and_not_after_their_hours_and_not_while_we_are_open(shut: Service) -> None:
    shut.clock.pass_by(hours=4)
    trust_clock(shut.book, shut.clock())
    assert WORD not in asked(shut)
    shut.clock.pass_by(hours=12)
    trust_clock(shut.book, shut.clock())
    page = asked(shut)
    assert "We are open until 5 pm" in page
    assert WORD not in page


@pytest.mark.parametrize("shut", ["yes"], indirect=True)
def test_not_in_the_invented_town(shut: Service) -> None:
    assert WORD not in asked(shut)


def test_not_where_no_worker_looks_for_work(shut: Service) -> None:
    shut.clock.pass_by(minutes=20)
    assert WORD not in asked(shut)
    assert "nobody may see this before" in told(shut)


def test_not_where_texts_are_off_or_nobody_is_on_duty(serve: Serve, tmp_path: Path) -> None:
    service = serve()
    service.clock.pass_by(hours=8, minutes=30)
    trust_clock(service.book, service.clock())
    assert WORD not in asked(service)
    assert "nobody may see this before" in told(service)


def test_who_tells_of_a_concern_reads_the_same_and_a_time_that_can_be_kept(shut: Service) -> None:
    page = told(shut)
    assert HEARS in page
    assert "Don’t wait for us." in page
    assert "We aim to reply by Monday 23 November, 7.30 pm" in page


def test_of_a_concern_that_whoever_is_on_duty_may_not_know_nobody_hears(shut: Service) -> None:
    page = told(shut, harm_by=["runs_it"])
    assert "nobody may see this before" in page
    assert "We aim to reply by Tuesday 24 November, 10 am" in page


def test_an_hour_to_reply_counts_only_while_somebody_is_there(shut: Service) -> None:
    shut.clock.pass_by(hours=3, minutes=10)
    trust_clock(shut.book, shut.clock())
    assert "We aim to reply by Tuesday 24 November, 9.40 am" in told(shut), "twenty minutes were left of the evening"


def test_just_before_we_shut_no_reply_is_promised_for_the_night(serve: Serve) -> None:
    service = serve()
    service.clock.pass_by(hours=6, minutes=40)
    assert "We aim to reply by Tuesday 24 November, 9.40 am" in told(service)

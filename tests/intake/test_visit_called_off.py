"""A volunteer who can't go says whether it is one day or the help, and the day is the one that the page showed."""

from datetime import date

import pytest

from intake.link_parts import READ
from tests.intake.conftest import Serve, Service
from tests.intake.test_report_pages import OFF
from tests.intake.visiting import PLAIN, SECRETS, on_the_way, touched
from tests.intake.walking import heading


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PLAIN)


def test_who_cannot_come_once_says_that_it_is_that_day_alone_and_goes_on(service: Service) -> None:
    one = on_the_way(service, first=date(2026, 11, 25))
    page = one.get("off").text
    assert "Not on Wednesday 25 November, but on another day" in page
    assert one.post(**OFF).status_code == 422, "nobody knows whether it is the day or the help"
    assert one.post(**OFF, what="only-nonsense").status_code == 422
    gone = one.post(**OFF, what="only-2026-11-24")
    assert "Nobody is to come on that day" in gone.text
    assert (one.status, one.visits()) == ("active", [])
    done = one.send(**OFF, what="only-2026-11-25")
    assert "You are not expected that day" in done.text
    assert "25 November" not in done.text
    assert (one.status, one.visits()) == ("active", [("2026-11-25", "cancelled")])
    assert ["nobody comes now" in line for line in one.lines()] == [True]
    assert not any(secret in page + done.text for secret in SECRETS)


def test_one_touch_on_the_page_that_the_link_opens_calls_off_that_day_alone(service: Service) -> None:
    one = on_the_way(service, first=date(2026, 11, 25))
    page = one.get().text
    assert "Not on Wednesday 25 November, but on another day" in page
    assert "We ring the person" in page
    press = touched(page)
    assert one.post(**press).status_code == 422, "no person has read it"
    for odd in ({"since": ""}, {"since": "-1"}, {"since": "9" * 12}, {"since": "1e3"}):
        assert one.post(**press | odd).status_code == 422
    assert one.status == "active"
    service.clock.pass_by(seconds=READ)
    one.send(**{name: value for name, value in press.items() if name != "answer"})
    assert (one.status, one.visits()) == ("active", []), "a form that a program sends without its button says nothing"
    done = one.send(**press)
    assert "You are not expected that day" in done.text
    assert "Touched by mistake? Ring us on" in done.text
    assert (one.status, one.visits()) == ("active", [("2026-11-25", "cancelled")])


def test_one_touch_calls_the_help_off_where_no_day_is_agreed_and_a_second_one_does_no_harm(service: Service) -> None:
    one = on_the_way(service)
    press = touched(one.get().text)
    service.clock.pass_by(seconds=READ)
    assert "It is called off" in one.send(**press).text
    assert one.status == "cancelled"
    lines = one.lines()
    assert heading(one.send(**press).text) == "Thank you"
    assert one.lines() == lines
    assert 'class="cc-touch"' not in one.get().text


def test_who_cannot_come_at_all_calls_the_help_off_though_a_day_is_agreed(service: Service) -> None:
    one = on_the_way(service, first=date(2026, 11, 25))
    assert "It is called off" in one.send(**OFF, what="all").text
    assert one.status == "cancelled"

"""The newsletter's two forms, and the link that confirms: nothing tells whether an address is on the list."""

from datetime import timedelta

import httpx
import pytest

from community.links import link_keys, path, sign
from community.tables.link_purposes import Purpose
from community.tables.row_types import MessageRow, SubscriberRow
from intake.form_flow import HONEYPOT
from intake.link_parts import READ
from tests.checkout import ROOT
from tests.intake.answering import PUBLIC
from tests.intake.conftest import Serve, Service
from tests.intake.visiting import touched
from tests.intake.walking import Walker, heading, visit

ASK, LEAVE = "/newsletter/", "/newsletter/stop/"


@pytest.fixture
def service(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Service:
    told = tmp_path_factory.mktemp("on") / "on.toml"
    words = (ROOT / "community.toml").read_text(encoding="utf-8")
    told.write_text(
        words + '\n[messages]\nemail = true\nsender_address = "help@town.example.org"\nemail_server = "localhost"\n',
        encoding="utf-8",
    )
    return serve(environ=PUBLIC | {"COMMUNITY_TOML": str(told)})


def sent(service: Service, address: str, email: str) -> httpx.Response:
    walker = Walker(service.url + address, {"email": [email]})
    service.clock.pass_by(minutes=1)
    walker.to_check()
    return walker.press("send")


def statuses(service: Service) -> list[str]:
    return sorted(row.status for row in service.book.rows(SubscriberRow))


def link(service: Service) -> str:
    (message,) = service.book.rows(MessageRow)
    until = service.clock.now + timedelta(days=7)
    return service.url + path(Purpose.CONFIRM, sign(link_keys(service.settings), Purpose.CONFIRM, message.id, until))


def words(page: httpx.Response) -> str:
    return page.text.split("<main", 1)[-1]


@pytest.mark.parametrize("ticks", [False, True])
def test_only_the_button_behind_the_link_makes_a_reader(service: Service, *, ticks: bool) -> None:
    page = sent(service, ASK, "nell@example.org")
    assert "Now look at your email" in page.text
    assert "We will email you by" not in page.text
    url = link(service)
    for method in ("GET", "HEAD", "GET"):
        assert visit(method, url).status_code == 200
    press = touched(visit("GET", url).text)
    for sent_along in ({"other": "x"}, {"answer": "yes"}, press, {"sure": "yes"}):
        visit("POST", url, data=sent_along)
    assert statuses(service) == ["asked"], "no person has read it"
    assert "Tick the box, so that we know it is you" in visit("POST", url, data=press).text
    if ticks:
        press |= {"sure": "yes"}
    else:
        service.clock.pass_by(seconds=READ)
    for _ in range(2):
        assert heading(visit("POST", url, data=press).text) == "You get our newsletter"
    assert statuses(service) == ["confirmed"]
    assert "nell" not in visit("GET", url).text
    assert "Send me no more newsletters" in visit("GET", f"{url}?to=stop").text
    assert "no more newsletters" in visit("POST", f"{url}?to=stop", data={"stop": "yes"}).text
    assert statuses(service) == ["left"]
    assert visit("GET", url).status_code == 404


def test_a_form_filled_in_by_a_program_is_answered_the_same_and_nothing_is_sent(service: Service) -> None:
    walker = Walker(service.url + ASK, {"email": ["stranger@example.org"], HONEYPOT: ["x"]})
    walker.to_check()
    assert words(walker.press("send")) == words(sent(service, ASK, "nell@example.org"))
    rows = {row.email: row for row in service.book.rows(SubscriberRow)}
    assert rows["stranger@example.org"].flags == "honeypot; too_fast"
    assert [row.to_whom for row in service.book.rows(MessageRow)] == [rows["nell@example.org"].id]


def test_the_forms_answer_the_same_whether_or_not_an_address_is_known(service: Service) -> None:
    service.book.append("subscribers", {"email": "known@example.org", "status": "confirmed"}, by="web")
    for address in (ASK, LEAVE):
        known, new = (words(sent(service, address, f"{who}@example.org")) for who in ("known", "newly"))
        assert known == new
    assert set(statuses(service)) == {"left"}


def test_without_email_the_form_is_off_and_says_what_to_do_instead_but_one_may_leave(serve: Serve) -> None:
    service = serve(environ=PUBLIC)
    page = visit("GET", service.url + ASK).text
    assert "This form is not open at this moment. <strong>You can still ask us for news.</strong>" in page
    assert "tel:03002470050" in page
    assert 'name="email"' in visit("GET", service.url + LEAVE).text

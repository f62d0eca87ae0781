"""The newsletter's two forms, and the link that confirms: nothing tells whether an address is on the list."""

from datetime import timedelta

import httpx
import pytest

from community.links import link_keys, path, sign
from community.tables.link_purposes import Purpose
from community.tables.row_types import MessageRow, SubscriberRow
from tests.checkout import ROOT
from tests.intake.answering import PUBLIC
from tests.intake.conftest import Serve, Service
from tests.intake.test_offer_page import heading
from tests.intake.walking import Walker, visit

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


def test_only_the_button_behind_the_link_makes_a_reader(service: Service) -> None:
    page = sent(service, ASK, "nell@example.org")
    assert "Now look at your email" in page.text
    assert "We will email you by" not in page.text
    url = link(service)
    for method in ("GET", "HEAD", "GET"):
        assert visit(method, url).status_code == 200
    visit("POST", url, data={"other": "x"})
    assert statuses(service) == ["asked"]
    for _ in range(2):
        assert heading(visit("POST", url, data={"answer": "yes"}).text) == "You get our newsletter"
    assert statuses(service) == ["confirmed"]
    assert "nell" not in visit("GET", url).text
    assert "Send me no more newsletters" in visit("GET", f"{url}?to=stop").text
    assert "no more newsletters" in visit("POST", f"{url}?to=stop", data={"stop": "yes"}).text
    assert statuses(service) == ["left"]
    assert visit("GET", url).status_code == 404


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

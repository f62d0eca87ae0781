"""The questions about equality: off unless wanted, counted without a name, and joined to nobody."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from community.book.equality_answers import equality_counts, write_equality_answers
from community.forms.equality_questions import equality_questions
from tests.checkout import ROOT
from tests.forms.answers import HELP, VOLUNTEER
from tests.intake.answering import PUBLIC
from tests.intake.conftest import Serve, Service
from tests.intake.walking import OURS, Walker, visit

ADDRESS = "/about-you/"


@pytest.fixture
def service(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Service:
    told = tmp_path_factory.mktemp("on") / "on.toml"
    words = (ROOT / "community.toml").read_text(encoding="utf-8")
    told.write_text(f"{words}\n[impact]\nask_equality = true\n", encoding="utf-8")
    return serve(environ=PUBLIC | {"COMMUNITY_TOML": str(told)})


def answer(service: Service, key: str = "", **answers: str) -> httpx.Response:
    return visit("POST", service.url + ADDRESS, data={"key": key, **answers}, headers=OURS)


def everything(service: Service) -> str:
    with service.book.reading() as reader:
        tables = ("equality", "equality_waiting")
        return " ".join(str(row) for t in tables for row in reader.connection.execute(sa.text(f"SELECT * FROM {t}")))


def counts(service: Service, month: str) -> dict[tuple[str, str, str], int]:
    service.book.remember(lambda connection: write_equality_answers(connection, month))
    with service.book.reading() as reader:
        return equality_counts(reader.connection)


def test_where_nobody_wants_them_there_is_no_such_page_and_no_form_speaks_of_it(serve: Serve) -> None:
    plain = serve()
    assert visit("GET", plain.url + ADDRESS).status_code == 404
    assert visit("POST", plain.url + ADDRESS, data={"who": "asked", "age": "18_24"}, headers=OURS).status_code == 405
    walker = Walker(f"{plain.url}/volunteer/join/", VOLUNTEER)
    assert "/about-you/" not in walker.to_check().press("send").text


@pytest.mark.parametrize(
    ("form", "answers", "group"), [("/volunteer/join/", VOLUNTEER, "volunteer"), ("/get-help/ask/", HELP, "asked")]
)
def test_the_last_page_of_a_form_leads_there_and_says_nothing_of_who_came(
    service: Service, form: str, answers: dict[str, list[str]], group: str
) -> None:
    last = Walker(f"{service.url}{form}", answers).to_check().press("send").text
    assert f'href="{ADDRESS}?who={group}"' in last
    page = visit("GET", f"{service.url}{ADDRESS}?who={group}").text
    assert f'value="{group}" checked' in page
    assert all(each.ask in page for each in equality_questions().values())


def test_answers_wait_until_there_are_five_and_are_then_written_without_order_day_or_page(service: Service) -> None:
    month = f"{service.clock.now:%Y-%m}"
    for number in range(4):
        assert answer(service, f"k{number}", who="volunteer", age="18_24", sex="female").status_code == 200
    assert not counts(service, month)
    answer(service, "k4", who="volunteer", age="25_44")
    found = counts(service, month)
    assert found == Counter({(month, "volunteer.age", "18_24"): 4, (month, "volunteer.age", "25_44"): 1})
    later = f"{service.clock.now + timedelta(days=31):%Y-%m}"
    assert counts(service, later)[(month, "volunteer.sex", "female")] == 4
    assert "k3" not in everything(service)
    with service.book.reading() as reader:
        columns = [*reader.connection.execute(sa.text("SELECT * FROM equality")).keys()]
        assert columns == ["month", "question", "answer"]
        assert not reader.connection.execute(sa.text("SELECT * FROM equality_waiting")).all()


def test_what_is_sent_twice_is_counted_once_and_nonsense_not_at_all(service: Service) -> None:
    for _ in range(3):
        answer(service, "same", who="asked", age="80_on")
    answer(service, "odd", who="asked", age="<b>", sex="x" * 1000, telephone="07700 900123", disability="rather_not")
    assert "07700" not in everything(service)
    assert "xxxx" not in everything(service)
    month = f"{service.clock.now + timedelta(days=31):%Y-%m}"
    now = f"{service.clock.now:%Y-%m}"
    assert counts(service, month) == {(now, "asked.age", "80_on"): 1, (now, "asked.disability", "rather_not"): 1}


def test_whoever_does_not_say_what_they_are_here_as_is_asked_again_with_what_they_chose(service: Service) -> None:
    page = answer(service, "k", age="80_on")
    assert page.status_code == 422
    assert 'value="80_on" checked' in page.text
    assert 'href="#who"' in page.text
    assert "80_on" not in everything(service)


def test_what_is_corrected_while_it_waits_counts_and_nobody_stands_together_at_the_end(service: Service) -> None:
    for number in range(5):
        answer(service, f"k{number}", who="asked", age="18_24", sex="female", religion="none")
    now, later = (f"{service.clock.now + timedelta(days=days):%Y-%m}" for days in (0, 31))
    counts(service, now)
    answer(service, "last", who="asked", age="45_64")
    answer(service, "last", who="volunteer", age="80_on", sex="male", religion="sikh")
    assert counts(service, later)[(now, "volunteer.age", "80_on")] == 1
    assert counts(service, later)[(now, "asked.age", "45_64")] == 0
    ends = Counter[str]()
    for _ in range(12):  # by chance a person's three answers are the last of eighteen once in 800 times
        answer(service, "again", who="asked", age="18_24")
        counts(service, later)
        with service.book.reading() as reader:
            rows = reader.connection.execute(sa.text("SELECT answer FROM equality WHERE question LIKE 'v%'")).all()
            every = reader.connection.execute(sa.text("SELECT answer FROM equality")).all()
        ends[str(every[-3:] == rows)] += 1
    assert ends["False"] > 6


def test_the_month_is_the_month_of_london(service: Service) -> None:
    service.clock.now = datetime(2026, 7, 31, 23, 30, tzinfo=UTC)
    answer(service, "k", who="asked", age="80_on")
    assert counts(service, "2026-09") == {("2026-08", "asked.age", "80_on"): 1}


def test_another_site_can_not_send_answers_and_a_page_that_is_never_sent_keeps_nothing(
    service: Service, tmp_path: Path
) -> None:
    elsewhere = {"origin": "https://elsewhere.example"}
    refused = visit("POST", service.url + ADDRESS, data={"who": "asked", "age": "80_on"}, headers=elsewhere)
    assert refused.status_code == 403
    for method in ("GET", "HEAD"):
        assert visit(method, f"{service.url}{ADDRESS}?who=asked&age=80_on").status_code == 200
    assert not everything(service)

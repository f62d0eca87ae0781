"""A feed fetched from its address: page by page, each service in full, and never from elsewhere than was typed."""

import json
from contextlib import nullcontext
from typing import Any
from urllib.parse import urlsplit

import pytest

from community.importing import NotAList, download
from community.importing.feed_download import check_same_host
from tests.importing.conftest import Answers
from tests.importing.test_feeds import LUNCH


def test_a_feed_is_fetched_page_by_page_and_each_service_in_full(serve: Answers) -> None:
    short = {name: LUNCH[name] for name in ("id", "name", "status")}
    where = serve(
        {
            "/v3": {"version": "3.0"},
            "/v3/services": {"total_pages": 3, "contents": [short]},
            "/v3/services?page=2": {
                "total_pages": 3,
                "contents": [{"id": "b", "name": "B"}, {"id": "gone", "name": "G"}],
            },
            "/v3/services?page=3": {"total_pages": 3, "contents": [short | {"name": "Shifted here meanwhile"}]},
            f"/v3/services/{LUNCH['id']}": LUNCH,
            "/v3/services/b": {"id": "b", "name": "B in full"},
        }
    )
    for address in (f"{where}/v3", f"{where}/v3/services"):
        told = json.loads(download(address))
        assert [each["name"] for each in told] == ["Lunch Club", "B in full"]
        assert told[0]["phones"] == LUNCH["phones"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "answered with 404"),
        ({"/services": 500}, "answered with 500"),
        ({"/services": b"<!doctype html>"}, "a web page"),
        ({"/services": b'[{"id": "a"'}, "breaks off"),
        ({"/services": b"[" * 100_000}, "breaks off"),
        ({"/services": {"error": "no key"}}, "no feed of services"),
        ({"/services": {"total_pages": 10**9, "contents": []}}, "more than 500 pages"),
        ({"/services": {"total_pages": 2, "contents": [{"id": "a", "phones": []}]}}, "answered with 404"),
        ({"/services": {"contents": [{"id": "a"}]}, "/services/a": 500}, "answered with 500"),
    ],
)
def test_what_is_no_whole_feed_is_refused_with_the_reason(serve: Answers, answers: dict[str, Any], words: str) -> None:
    with pytest.raises(NotAList, match=words):
        download(f"{serve(answers)}/services")


def test_a_feed_that_knows_no_pages_is_read_once(serve: Answers) -> None:
    page = {"total_pages": 400, "contents": [{"id": "a", "name": "A", "phones": []}]}
    told = download(f"{serve({'/services': page, '/services?page=2': page})}/services")
    assert len(json.loads(told)) == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/services",
        "http:///services",
        "http://a..example/s",
        "http://[x]/",
        "https://a:99999/",
        "http://%zz/",
    ],
)
def test_where_nobody_answers_it_says_so(address: str) -> None:
    with pytest.raises(NotAList, match="can't be reached"):
        download(address)


def test_a_feed_may_lead_on_within_its_own_host(serve: Answers) -> None:
    told = json.loads(download(f"{serve({'/old': '/services', '/services': [LUNCH]})}/old"))
    assert [each["name"] for each in told] == ["Lunch Club"]


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("http://169.254.169.254/latest", "leads on to http://169.254.169.254"),
        ("http://127.0.0.1:9/services", "leads on to http://127.0.0.1:9"),
        ("//feed.example/services", "leads on to http://feed.example"),
        ("ftp://127.0.0.1/services", "leads on to ftp"),
        ("file:///etc/hostname", "leads on to file"),
        ("http://[/", "can't be reached"),
        ("/services", "can't be reached"),
    ],
)
@pytest.mark.parametrize("late", [False, True])
def test_a_feed_never_chooses_whom_this_machine_asks(serve: Answers, to: str, words: str, late: bool) -> None:
    listed = {"total_pages": 2, "contents": [LUNCH]}
    answers = {"/services": listed, "/services?page=2": "/services?page=2" if to == "/services" else to}
    with pytest.raises(NotAList, match=words):
        download(f"{serve(answers if late else {'/services': to})}/services")


def test_secrecy_is_never_given_up_on_the_way() -> None:
    for old, new, may in (
        ("http://a.example/s", "https://a.example/s", True),
        ("https://a.example/s", "https://a.example:443/t", True),
        ("https://a.example/s", "http://a.example/s", False),
        ("http://a.example/s", "https://b.example/s", False),
        ("https://a.example/s", "https://a.example:8443/s", False),
    ):
        with nullcontext() if may else pytest.raises(NotAList):
            check_same_host(urlsplit(old), urlsplit(new))


def test_services_without_an_id_are_all_taken(serve: Answers) -> None:
    nameless = [{"name": "A", "phones": []}, {"name": "B", "phones": []}]
    pages = {"/services": {"total_pages": 2, "contents": nameless},
             "/services?page=2": {"total_pages": 2, "contents": [{"name": "C", "phones": []}, LUNCH]}}  # fmt: skip
    told = json.loads(download(f"{serve(pages)}/services"))
    assert [each["name"] for each in told] == ["A", "B", "C", "Lunch Club"]


def test_a_service_with_a_number_for_its_id_is_fetched_in_full(serve: Answers) -> None:
    where = serve({"/services": [{"id": 7, "name": "Short"}], "/services/7": LUNCH})
    assert [each["name"] for each in json.loads(download(f"{where}/services"))] == ["Lunch Club"]

"""Links that were spoilt in any way, over HTTP: one page, and nothing comes of it."""

import os
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.link_endpoint import PURPOSES
from tests.intake.answering import PUBLIC, Asked, ask
from tests.intake.conftest import Serve, Service
from tests.intake.telling import asked_how_it_was, told
from tests.intake.visiting import Visiting, on_the_way

SIGNS = "abcdefghijklmnopqrstuvwxyz234567"
LONG = int(os.environ.get("LINK_EXAMPLES", "2000"))
ANSWERS = (
    {"answer": "yes", "sure": "yes"},
    {"answer": "no", "why": "far"},
    {"answer": "not_needed", "sure": "yes"},
    {"score": "1", "words": "Forged"},
    {"answer": "prove", "proof": "1002"},
    {"answer": "off", "sure": "yes"},
    {"List-Unsubscribe": "One-Click"},
    None,
)


def spoilt(token: str) -> st.SearchStrategy[str]:
    """This link with another sign or bit, cut, lengthened, in capitals; or one that was made up."""
    places = st.integers(0, len(token) - 1)
    other = st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"]))
    return st.one_of(
        st.builds(lambda at, sign: token[:at] + sign + token[at + 1 :], places, other),
        st.builds(lambda at, sign: token[:at] + sign + token[at:], places, other),
        st.builds(lambda at: token[:at], places),
        st.builds(lambda at: token[:at] + token[at:].upper(), places),
        st.text(SIGNS, min_size=40, max_size=40),
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    ).filter(lambda each: each not in (token, "", ".", "..") and "/" not in each)


def all_are_closed(service: Service, examples: settings) -> None:
    """Post and open spoilt links of each kind; all of them are the one page."""
    asked: list[Asked | Visiting] = [ask(service), told(service), asked_how_it_was(service), on_the_way(service)]
    before = asked[0].office.everything()
    with httpx.Client(trust_env=False, base_url=service.url, timeout=600) as client:
        closed = client.get(f"/offer/{'a' * 40}")
        assert closed.status_code == 404
        links = st.sampled_from([each.token for each in asked]).flatmap(spoilt)

        @examples
        @given(links, st.sampled_from(sorted(PURPOSES)), st.sampled_from(ANSWERS))
        def is_closed(token: str, purpose: str, answer: dict[str, str] | None) -> None:
            method = "POST" if answer else "GET"
            page = client.request(method, f"/{purpose}/{quote(token, safe='')}", data=answer)
            assert (page.status_code, page.content) == (404, closed.content)

        is_closed()
    assert asked[0].office.everything() == before


KEEP = {"suppress_health_check": [HealthCheck.too_slow], "deadline": None}


def test_no_spoilt_link_opens_anything(serve: Serve) -> None:
    all_are_closed(serve(environ=PUBLIC), settings(max_examples=30, **KEEP))  # type: ignore[arg-type]


@pytest.mark.long
@pytest.mark.timeout(3000)  # in full size
def test_no_spoilt_link_opens_anything_however_often_it_is_tried(serve: Serve) -> None:
    all_are_closed(serve(environ=PUBLIC), settings(max_examples=LONG, **KEEP))  # type: ignore[arg-type]

"""A form that another website sends in a visitor's name is refused, and no browser of our own visitors is."""

import pytest

from tests.forms.answers import HELP
from tests.intake.conftest import Serve, Service
from tests.intake.walking import Walker

PHONE = "0300 247 0050"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "OWN"}, 403),
        ({"origin": "OWN"}, 200),
        ({"origin": "http://example.org"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "OWN.example.org"}, 403),
        ({"origin": "not an address"}, 403),
        ({"origin": "http://[bad"}, 403),
        ({}, 403),
        ({"referer": "OWN/get-help/ask/"}, 200),
        ({"origin": "null", "referer": "OWN/get-help/ask/"}, 200),
        ({"referer": "http://example.org/OWN"}, 403),
        ({"origin": "null", "referer": "http://example.org/"}, 403),
        ({"origin": "http://example.org", "referer": "OWN/get-help/ask/"}, 403),
        ({"sec-fetch-site": "cross-site", "referer": "OWN/get-help/ask/"}, 403),
        ({"origin": "https://town.example.org", "x-forwarded-host": "town.example.org"}, 403),
    ],
)
def test_posts_from_other_sites_are_refused(service: Service, headers: dict[str, str], status: int) -> None:
    walker = Walker(f"{service.url}/get-help/ask/", HELP)
    walker.headers = {name: value.replace("OWN", service.url) for name, value in headers.items()}
    page = walker.press("continue")
    assert page.status_code == status
    if status == 403:
        assert PHONE in page.text
        assert "Bread" not in page.text


@pytest.mark.parametrize(
    ("environ", "headers", "status"),
    [
        ({}, {"host": "town.example.org:80", "origin": "http://town.example.org"}, 200),
        ({}, {"host": "town.example.org:443", "origin": "https://town.example.org"}, 200),
        ({}, {"host": "TOWN.example.org", "origin": "https://town.example.org"}, 200),
        ({}, {"host": "town.example.org:8080", "origin": "http://town.example.org"}, 403),
        ({"TRUSTED_PROXY": "yes"}, {"origin": "https://town.example.org", "x-forwarded-host": "town.example.org"}, 200),
        (
            {"TRUSTED_PROXY": "yes"},
            {"origin": "https://town.example.org", "x-forwarded-host": "a, town.example.org:443"},
            200,
        ),
        ({"TRUSTED_PROXY": "yes"}, {"origin": "https://a", "x-forwarded-host": "a, town.example.org"}, 403),
        ({"PUBLIC_URL": "https://town.example.org/"}, {"origin": "https://town.example.org"}, 200),
        ({"PUBLIC_URL": "https://town.example.org:443"}, {"referer": "https://town.example.org/get-help/ask/"}, 200),
        ({"PUBLIC_URL": "https://town.example.org"}, {"referer": "https://town.example.org.evil.example/"}, 403),
        (
            {"PUBLIC_URL": "https://town.example.org"},
            {"sec-fetch-site": "cross-site", "origin": "https://town.example.org"},
            403,
        ),
    ],
)
def test_a_browser_that_sends_no_sec_fetch_site_is_known_by_the_names_we_go_by(
    serve: Serve, environ: dict[str, str], headers: dict[str, str], status: int
) -> None:
    walker = Walker(f"{serve(environ=environ).url}/get-help/ask/", HELP, headers=headers)
    assert walker.press("continue").status_code == status


def test_behind_a_proxy_our_public_address_is_our_own(serve: Serve) -> None:
    service = serve(environ={"PUBLIC_URL": "https://compassion.example.org"})
    walker = Walker(f"{service.url}/get-help/ask/", HELP, headers={"origin": "https://compassion.example.org"})
    page = walker.press("continue")
    assert page.status_code == 200
    assert page.headers["strict-transport-security"] == "max-age=31536000"

"""Who gets as far as the dashboard: the secret of this start, the right origin, nothing in between; or the login."""

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from community.book import Book
from dashboard.front import admission
from tests.dashboard.serving import SECRET, dashboard

SOCKET = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Protocol": "streamlit, x",
}
STREAM = "/_stcore/stream"
HUB = "https://hub.example"
AUTH = f"""
[auth]
redirect_uri = "{HUB}/oauth2callback"
cookie_secret = "an invented key that is long enough"
client_id = "x"
client_secret = "y"
server_metadata_url = "https://login.example/.well-known/openid-configuration"
"""
Answer = tuple[int, http.client.HTTPMessage, str]


class Served:
    """One dashboard, and what it answers to whatever headers somebody sends."""

    def __init__(self, address: str) -> None:
        self.host = address.removeprefix("http://")
        self.origin = address
        self.cookie = ""

    def get(self, path: str = "/", /, *, method: str = "GET", **headers: str) -> Answer:
        """The answer, with these headers and no others but the Host."""
        connection = http.client.HTTPConnection(self.host, timeout=30)
        sent = {"Host": self.host, **{name.replace("_", "-"): value for name, value in headers.items()}}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = "" if answer.status == 101 else answer.read().decode()
        connection.close()
        return answer.status, answer.headers, body

    def raw(self, *lines: str) -> bytes:
        """The first line of the answer to exactly these lines."""
        host, _, port = self.host.partition(":")
        with socket.create_connection((host, int(port)), timeout=30) as line:
            line.sendall("\r\n".join([*lines, "", ""]).encode())
            return line.makefile("rb").readline()

    def socket(self, **headers: str) -> int:
        """The status of the answer to whoever wants to open the web socket; 101 lets them in."""
        return self.get(STREAM, **(SOCKET | headers))[0]


def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    Book.open(str(folder / "book.db")).close()
    return folder


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Give a dashboard without a login."""
    with dashboard(home(tmp_path_factory)) as address:
        served = Served(address)
        served.cookie = str(served.get(f"/?secret={SECRET.replace(' ', '%20')}")[1]["Set-Cookie"]).partition(";")[0]
        yield served


@pytest.fixture(scope="module")
def with_login(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Give a dashboard that has a login."""
    folder = home(tmp_path_factory)
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text(AUTH, "utf-8")
    with dashboard(folder, HOME=str(folder), STREAMLIT_SERVER_ALLOWED_HOSTS="hub.example 127.0.0.1") as address:
        yield Served(address)


def test_the_secret_is_exchanged_for_a_cookie_and_leaves_the_address(local: Served) -> None:
    status, headers, _ = local.get(f"/triage?id=R-1&secret={SECRET.replace(' ', '%20')}&look_as=director")
    assert (status, headers["Location"]) == (303, "/triage?id=R-1&look_as=director")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(str(headers["Set-Cookie"]).split("; "))
    assert SECRET not in str(headers)
    assert local.get("/", Cookie=local.cookie)[0] == 200
    assert local.socket(Cookie=local.cookie, Origin=local.origin) == 101


def test_it_never_leads_to_somebody_elses_address(local: Served) -> None:
    _, headers, _ = local.get(f"//evil.example/?secret={SECRET.replace(' ', '%20')}")
    assert str(headers["Location"]).startswith("/evil.example")


@pytest.mark.parametrize(
    "path", ["/", "/triage", "/static/js/index.js", "/media/x", "/auth/login", "/_stcore/host-config"]
)
def test_without_the_secret_nothing_is_answered(local: Served, path: str) -> None:
    for told in ({}, {"Cookie": local.cookie + "0"}, {"Cookie": "community_dashboard=x"}):
        status, _, body = local.get(path, **told)
        assert status == 403
        assert "streamlit" not in body.lower()
    assert local.get(f"{path}?secret=x")[0] == 403


def test_a_web_socket_needs_the_cookie_and_exactly_our_origin(local: Served) -> None:
    assert local.socket(Origin=local.origin) == 403, "without the cookie"
    port = int(local.host.rpartition(":")[2])
    others = ("http://127.0.0.1", f"http://127.0.0.1:{port + 1}", f"http://localhost:{port}", f"https://{local.host}")
    for origin in (*others, "http://evil.example", "null", f"{local.origin}.evil.example", f"{local.origin}/"):
        assert local.socket(Cookie=local.cookie, Origin=origin) == 403, origin
    assert local.socket(Cookie=local.cookie) == 403, "no origin at all"
    assert local.get("/", Cookie=local.cookie, Origin=others[1])[0] == 403


@pytest.mark.parametrize(
    "name",
    [
        *("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Server", "Forwarded", "Via"),
        *("X-Real-IP", "CF-Connecting-IP", "True-Client-IP", "X-Original-URL"),
    ],
)
def test_what_somebody_passed_on_is_refused_though_it_has_the_secret(local: Served, name: str) -> None:
    more = {"Cookie": local.cookie, "Origin": local.origin, name: "127.0.0.1"}
    assert local.get("/", **more)[0] == 403
    assert local.socket(**more) == 403
    assert local.get(f"/?secret={SECRET.replace(' ', '%20')}", **{name: "x"})[0] == 403


def test_a_name_that_only_leads_here_is_refused(local: Served) -> None:
    port = local.host.rpartition(":")[2]
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1:{port}.evil.example", ""):
        assert local.get("/", Cookie=local.cookie, Host=host)[0] == 403, host
    assert local.get("/", Cookie=local.cookie, Host=f"localhost:{port}")[0] == 200


@pytest.mark.parametrize("name", ["Host", "Origin"])
def test_a_header_that_is_there_twice_is_believed_neither_time(local: Served, name: str) -> None:
    told = {"Host": local.host, "Origin": local.origin, "Cookie": local.cookie}
    for twice in (told[name], "evil.example"):
        for order in (1, -1):
            lines = [f"{each}: {value}" for each, value in told.items()]
            lines = [line for line in lines if not line.startswith(name)]
            both = [f"{name}: {told[name]}", f"{name.upper()}: {twice}"][::order]
            assert local.raw("GET / HTTP/1.1", *both, *lines, "Connection: close").startswith(b"HTTP/1.1 403"), twice


def test_where_others_can_reach_it_the_secret_opens_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    with dashboard(home(tmp_path_factory), STREAMLIT_SERVER_ADDRESS="0.0.0.0") as address:
        served = Served(address)
        status, headers, body = served.get(f"/?secret={SECRET.replace(' ', '%20')}")
        assert (status, headers["Set-Cookie"]) == (403, None)
        assert "It can be reached from other machines, and no login is set up." in body
        assert served.socket(Origin=served.origin) == 403


@pytest.mark.parametrize("secret", ["", "short", "x" * 31])
def test_a_secret_that_could_be_guessed_opens_nothing_nor_does_its_cookie(
    tmp_path_factory: pytest.TempPathFactory, secret: str
) -> None:
    with dashboard(home(tmp_path_factory), DASHBOARD_SECRET=secret) as address:
        served = Served(address)
        port = int(served.host.rpartition(":")[2])
        assert served.get(f"/?secret={secret}")[0] == 403
        known = f"{admission.cookie_name(port)}={admission.cookie(secret)}"
        assert served.get("/", Cookie=known)[0] == 403
        assert served.socket(Cookie=known, Origin=served.origin) == 403


@pytest.mark.parametrize(
    "path", ["metrics", "metrics/", "metric%73", "agent/openapi.json", "agent/interact", "upload_file/a/b"]
)
def test_what_nobody_needs_is_shut_for_everybody(local: Served, with_login: Served, path: str) -> None:
    for served in (local, with_login):
        assert served.get(f"/_stcore/{path}", Cookie=served.cookie)[0] == 404
        assert served.get(f"//_stcore/{path}", Cookie=served.cookie)[0] in (403, 404)


def test_whether_it_runs_may_be_asked_and_says_nothing_else(local: Served) -> None:
    status, _, body = local.get("/_stcore/health")
    assert (status, body) == (200, "ok")


def test_its_pages_carry_the_headers_of_the_site(local: Served, with_login: Served) -> None:
    for served in (local, with_login):
        for path in ("/", "/_stcore/health", "/_stcore/metrics"):
            headers = served.get(path, Cookie=served.cookie)[1]
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "same-origin"
            assert headers["X-Frame-Options"] == "DENY"
            policy = str(headers["Content-Security-Policy"])
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe-eval" not in policy
            assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]


def test_nobody_can_claim_to_have_been_let_in(local: Served) -> None:
    assert local.socket(Origin=local.origin, X_Community_Front="anything") == 403


def test_with_a_login_a_proxy_may_pass_on_and_the_origin_is_the_one_it_names(with_login: Served) -> None:
    passed = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https", "Host": "127.0.0.1:8501"}
    status, headers, _ = with_login.get("/", **passed)
    assert status == 200
    assert "max-age=" in str(headers["Strict-Transport-Security"])
    assert "wss://hub.example" in str(headers["Content-Security-Policy"])
    assert with_login.socket(Origin=HUB, **(passed | {"Host": "hub.example"})) == 101
    for origin in (with_login.origin, "http://127.0.0.1:8501", "http://hub.example", f"{HUB}.evil.example", "null"):
        assert with_login.socket(Origin=origin, **passed) == 403, origin

from datetime import timedelta
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from community.book import Book
from community.book.demo_flag import mark_invented
from community.tables.roles import LISTED
from dashboard import auth
from tests.casework.office import ELSEWHERE, HUB, Office
from tests.checkout import ROOT
from tests.dashboard.conftest import PATIENCE, OpenApp, checked, go_to, labels, shown

LOGIN = {
    "redirect_uri": "https://hub.example/oauth2callback",
    "cookie_secret": "an invented key that is long enough",
    "client_id": "x",
    "client_secret": "y",
    "server_metadata_url": "https://login.example/.well-known/openid-configuration",
}


@pytest.fixture
def listed(tmp_path: Path) -> None:
    people = [
        ("Dee", "dee@example.org", "director", None),
        ("Cora", "cora@example.org", "coordinator", HUB),
        ("Hal", "hal@example.org", "call_handler", None),
    ]
    lines = []
    for name, email, role, hub in people:
        lines += ["[[people]]", f'name = "{name}"', f'email = "{email}"', f'role = "{role}"']
        lines += [f'hub = "{hub}"'] if hub else []
    (tmp_path / "people.toml").write_text("\n".join(lines))


def logged_in(page: str = "today", **who: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
    app.secrets["auth"] = LOGIN
    app.user = {"is_logged_in": True, "email_verified": True, **who}
    go_to(app, page)
    return checked(app.run())


def test_it_stays_shut_when_others_can_reach_it_and_no_login_is_set_up(office: Office) -> None:
    office.make_request(name="Ada Asks")
    before = config.get_option("server.address")
    try:
        for open_to_all in ("0.0.0.0", None, "192.0.2.7"):
            config.set_option("server.address", open_to_all)
            app = checked(AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE).run())
            assert app.title[0].value == "This dashboard is closed"
            assert "Ada" not in shown(app)
            assert not app.sidebar.toggle
    finally:
        config.set_option("server.address", before)


def test_a_visitor_who_is_not_logged_in_sees_the_way_in_and_nothing_else(office: Office) -> None:
    office.make_request(name="Ada Asks")
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
    app.secrets["auth"] = LOGIN
    app.user = {"is_logged_in": False}
    checked(app.run())
    assert labels(app) == ["Log in"]
    assert "Ada" not in shown(app)


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    "who",
    [
        {"email": "stranger@example.org"},
        {"email": ""},
        {},
        {"email": "dee@example.org", "email_verified": False},
        {"email": "dee@example.org", "email_verified": None},
        {"email": "dee@example.org", "email_verified": "false"},
        {"email": "dee@example.org", "email_verified": "true"},
        {"email": "dee@example.org", "email_verified": 1},
        {"email": "dee@example.org.evil.example"},
    ],
)
def test_a_login_alone_opens_nothing(office: Office, who: dict[str, object]) -> None:
    office.make_request(name="Ada Asks")
    app = logged_in(**who)
    assert app.title[0].value == "You are not on the list"
    assert "Ada" not in shown(app)


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("cookie_secret", "another long random text", "cookie_secret: still the example"),
        ("cookie_secret", "k" * 31, "cookie_secret: needs 32 characters"),
        ("client_secret", "...", "client_secret: still the example"),
        ("client_id", "", "client_id: missing"),
        ("redirect_uri", "hub.example/oauth2callback", "redirect_uri: has to be"),
        ("redirect_uri", "https://your-app.streamlit.app/oauth2callback", "redirect_uri: still the example"),
    ],
)
def test_a_login_that_is_not_filled_in_opens_nothing_and_says_what_is_missing(
    office: Office, name: str, value: str, said: str
) -> None:
    office.make_request(name="Ada Asks")
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
    app.secrets["auth"] = LOGIN | {name: value}
    app.user = {"is_logged_in": True, "email_verified": True, "email": "dee@example.org"}
    checked(app.run())
    assert app.title[0].value == "The login is not finished"
    assert said in shown(app)
    assert "Ada" not in shown(app)
    assert not value.strip(".") or value not in shown(app)


@pytest.mark.parametrize(
    ("who", "opens"),
    [
        ({"iss": "https://login.example", "sub": "7"}, True),
        ({"iss": "https://login.example", "sub": "7", "email_verified": False}, True),
        ({"iss": "https://login.example", "sub": "8", "email": "dee@example.org"}, False),
        ({"iss": "https://evil.example", "sub": "7", "email": "dee@example.org"}, False),
        ({"email": "dee@example.org"}, False),
    ],
)
def test_an_entry_that_names_the_account_opens_for_that_account_alone(
    office: Office, tmp_path: Path, who: dict[str, object], opens: bool
) -> None:
    lines = ["[[people]]", 'name = "Dee"', 'email = "dee@example.org"', 'role = "director"']
    (tmp_path / "people.toml").write_text("\n".join([*lines, 'issuer = "https://login.example"', 'subject = "7"']))
    office.make_request(name="Ada Asks")
    assert ("Ada Asks" in shown(logged_in(**who))) == opens


@pytest.mark.usefixtures("listed")
def test_a_user_who_did_nothing_for_long_is_signed_out_and_their_press_does_nothing(office: Office) -> None:
    request = office.make_request(name="Ada Asks")
    app = logged_in("triage", email="dee@example.org")
    app.session_state["active_at"] -= timedelta(minutes=59)
    assert "Ada Asks" in shown(checked(app.run()))
    app.session_state["active_at"] -= timedelta(minutes=61)
    next(button for button in app.button if button.label == "Accept").click().run()
    assert app.title[0].value == "You are signed out"
    assert "Ada" not in shown(app)
    assert office.status(request) == "new"


def test_a_list_that_can_not_be_read_opens_nothing_and_names_the_line(office: Office, tmp_path: Path) -> None:
    office.make_request(name="Ada Asks")
    (tmp_path / "people.toml").write_text('[[people]]\nname = "Dee"\nemail = dee@example.org\nrole = "director"\n')
    app = logged_in(email="dee@example.org")
    assert app.title[0].value == "The list of people can’t be read"
    assert "people.toml, line 3: not TOML" in shown(app)
    assert not {"Ada", "dee@"} & set(shown(app).split())


@pytest.mark.usefixtures("listed")
def test_each_sees_what_their_role_and_hub_may(office: Office) -> None:
    office.make_request(name="Here Asks", hub=HUB)
    office.make_request(name="There Asks", hub=ELSEWHERE)
    assert "There Asks" in shown(logged_in(email="DEE@example.org"))
    mine = shown(logged_in(email="cora@example.org"))
    assert "Here Asks" in mine
    assert "There Asks" not in mine


@pytest.mark.usefixtures("listed")
def test_a_call_handler_finds_no_button_to_approve(office: Office) -> None:
    office.make_match()
    assert "Approve" in labels(logged_in("matches", email="dee@example.org"))
    assert "Approve" not in labels(logged_in("matches", email="hal@example.org"))


@pytest.mark.usefixtures("listed")
def test_a_user_who_is_taken_off_the_list_decides_nothing_more(office: Office, tmp_path: Path) -> None:
    request = office.make_request()
    app = logged_in("triage", email="dee@example.org")
    (tmp_path / "people.toml").write_text("")
    next(button for button in app.button if button.label == "Accept").click().run()
    assert app.title[0].value == "You are not on the list"
    assert office.status(request) == "new"


def test_nobody_looks_with_other_eyes_at_a_live_book(open_app: OpenApp, office: Office) -> None:
    office.make_request(name="There Asks", hub=ELSEWHERE)
    app = open_app(look_as=f"coordinator:{HUB}")
    assert not app.sidebar.selectbox
    assert "There Asks" in shown(app)


def test_the_invented_town_says_so_and_lets_one_look_with_other_eyes(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMO", "yes")
    (tmp_path / "demo").mkdir()
    town = Book.open(str(tmp_path / "demo" / "book.db"))
    town.write(mark_invented)
    values = {"name": "There Asks", "telephone": "01632 960001", "tasks": ["shopping"], "status": "new"}
    town.append("help_requests", values | {"hub": ELSEWHERE}, by="web")
    app = checked(AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE).run())
    assert "None of these people is real" in shown(app)
    assert "There Asks" in shown(app)
    app.sidebar.selectbox[0].select(f"coordinator:{HUB}")
    checked(app.run())
    assert "There Asks" not in shown(app)
    town.close()


def test_without_a_book_it_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNITY_HOME", str(tmp_path))
    monkeypatch.setenv("DEMO", "no")
    app = checked(AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE).run())
    assert app.title[0].value == "The book is not open"
    assert "start.py init" in shown(app)


@pytest.mark.usefixtures("listed")
def test_another_hub_s_volunteer_who_is_proposed_here_is_shown_by_name_and_not_to_be_changed(office: Office) -> None:
    guest = office.make_volunteer(hub=ELSEWHERE, name="Vera Vole", telephone="01632 960123")
    pair = {"need_id": office.make_need(), "volunteer_id": guest, "status": "proposed"}
    office.book.append("matches", pair, by="matching")
    app = logged_in("volunteers", email="cora@example.org")
    app.query_params["id"] = guest
    page = shown(checked(app.run()))
    assert "Vera Vole" in page
    assert "01632 960123" not in page
    assert "None seen yet" not in page
    assert not {"Pause", "They leave", "Write it down"} & set(labels(app))


def test_one_may_look_at_the_invented_town_in_every_role_of_the_list(office: Office) -> None:
    assert {user.role for user in auth.roles(office.settings).values()} - {None} == LISTED

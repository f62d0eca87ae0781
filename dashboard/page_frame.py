"""The frame of every page: the login, the menu, the logo, the user, and what was done or refused last."""

from copy import copy
from functools import cache
from pathlib import Path

import streamlit as st

from community.casework import User, WorkContext
from community.casework.permissions import granted, on_duty, user_can
from community.errors import UserFacingError
from community.settings import load
from community.tables.roles import DutyGrant, Grant, Role
from community.tables.verbs import Verb
from dashboard import (
    access_watch,
    auth,
    background_sync,
    elements,
    login_settings,
    page_address,
    shortcuts,
    sync_banner,
    undo_bar,
)
from dashboard.front import menu
from dashboard.parts import concern_dialog, find_box, sheet_corrections
from dashboard.shared_resources import begin_boards, house, warm_matching
from dashboard.work_session import now, refusal, work_context

_HERE = Path(__file__).parent
_ASSETS = _HERE.parent / "site" / "assets"
PAGES = {
    "today": "Today",
    "triage": "Triage",
    "matches": "Matches",
    "call": "Take a call",
    "residents": "Residents",
    "volunteers": "Volunteers",
    "short": "Where help is short",
    "ahead": "Looking ahead",
    "impact": "Impact",
    "weights": "What counts",
    "organisations": "Organisations",
    "services": "Services",
    "offers": "Offers from members",
    "opportunities": "Volunteering roles",
    "referrals": "Referrals",
    "complaints": "Complaints",
    "training": "Training",
    "circulars": "Messages to many",
    "newsletter": "Newsletter",
    "voices": "People’s words",
    "sheet": "Sheet",
    "bring_in": "Bring in a list",
    "handover": "Hand over",
    "history": "History",
    "ring_round": "Ring round",
    "hubs": "Hubs",
    "outreach": "Outreach",
    "food_round": "Food round",
    "merge": "The same person twice",
    "concerns": "Concerns",
    "keeping": "Keeping and erasing",
    "more": "More",
}
_VERB = {
    "short": Verb.CHOOSE_ANOTHER,
    "ahead": Verb.CHOOSE_ANOTHER,
    "weights": Verb.WEIGH,
    "bring_in": Verb.BRING_IN,
    "merge": Verb.MERGE,
    "complaints": Verb.ACKNOWLEDGE_COMPLAINT,
    "ring_round": Verb.RING_ROUND,
    "outreach": Verb.OUTREACH,
    "food_round": Verb.PACK,
    "voices": Verb.CHOOSE_WORDS,
    "circulars": Verb.WRITE_TO_MANY,
    "newsletter": Verb.WRITE_NEWSLETTER,
}
"""Pages for those who may do this; the others are for everybody who works here."""
_IN_THE_MENU = ("today", "call", "triage", "matches", "volunteers", "concerns", "more")
"""The pages of an ordinary day, in their order; `more` leads to the others, and the search to those of one record."""
_OF_ONE_RECORD = frozenset({"residents", "merge"})
_SHUT = {
    "open_to_all": (
        "This dashboard is closed",
        "It can be reached from other machines, or was not started as it should be, and no login is set up. Start it "
        "with start.py on 127.0.0.1, or set up a login: docs/director.md says how.",
    ),
    "login_unfinished": (
        "The login is not finished",
        "Nobody is let in until these lines of .streamlit/secrets.toml are right. docs/director.md says how.",
    ),
    "list_unread": (
        "The list of people can’t be read",
        "Nobody is let in until it is mended. The public forms go on.",
    ),
    "log_in": ("Please log in", "The dashboard is for the people who run the hub."),
    "idle": ("You are signed out", "Nothing was done for a long time. Log in again to go on."),
    "not_on_the_list": (
        "You are not on the list",
        "You are logged in, but this address is not on the hub’s list. Ask the director to add it.",
    ),
}


def run() -> None:
    """Draw the page that the address asks for, if the user may see it."""
    st.set_option("client.disableDataExport", True)  # wherever it is started, not only beside .streamlit/config.toml
    st.set_page_config(page_title="Dashboard", page_icon=str(_ASSETS / "favicon.svg"), layout="wide")
    st.html(_HERE / "style.css")
    st.logo(str(_ASSETS / "mark.svg"), size="large")
    allowed = sorted(_allowed(), key=_place_in_menu)
    pages = [_page(name, first=name == allowed[0], listed="more" not in allowed) for name in allowed]
    page_address.opens(dict(zip(allowed, pages, strict=True)))
    # The first page has no name in its address. The name in the menu, typed by hand, leads there too.
    typed = st.Page(lambda: None, title=PAGES["today"], url_path="today", visibility="hidden")
    page = st.navigation([*pages, typed])
    if page is typed:
        st.switch_page(pages[0], query_params=st.query_params.to_dict())
    warm_matching()
    try:
        background_sync.begin(load())
        here = work_context()
        background_sync.wait(here)
    except auth.Shut as shut:
        _shut(shut)
        st.stop()
    except UserFacingError as reason:
        st.title("The book is not open")
        st.text(str(reason))
        st.stop()
    auth.stirred()
    access_watch.begin(here.user)
    begin_boards(here)
    _sidebar(here)
    with st.container(key="script"):  # not in the menu, which is drawn only when it is unfolded
        st.html(f"<script>{menu()}</script>", unsafe_allow_javascript=True)
    if granted(here.user, Grant.WORK_HERE):
        find_box.box(page.url_path)
    if house().invented:
        st.html('<p class="invented"><strong>Invented town.</strong> None of these people is real.</p>')
    with st.container(key="news-of-work", gap=None):  # always there, or what the user unfolded below folds up again
        if behind := sync_banner.line(here, now()):
            elements.marks([behind], "note")
        if words := refusal():
            st.error(words)
    page_address.tell()
    undo_bar.question(here)
    sheet_corrections.question(here)
    undo_bar.bar(here)
    sync_banner.bar(here)
    concern_dialog.bar(here, now())
    if granted(here.user, Grant.WORK_HERE) and page.url_path not in {"", *_IN_THE_MENU, *_OF_ONE_RECORD}:
        # The first page has no name in its address.
        page_address.link("more", "Back to More")
    page.run()


def pages_for(user: User) -> list[str]:
    """The names of the pages that are of use to this user."""
    return [name for name in PAGES if _may_open(user, name)]


def _may_open(user: User, name: str) -> bool:
    if name == "concerns":
        return on_duty(user, DutyGrant.OPEN_CONCERNS)
    if name == "keeping":
        return granted(user, Grant.AGREE_TO_ERASE)
    if name == "impact":
        return granted(user, Grant.SEE_FIGURES)
    return user_can(user, _VERB[name]) if name in _VERB else granted(user, Grant.WORK_HERE)


def _allowed() -> list[str]:
    """The pages of the user; all pages where nobody is let in yet, so that each address says why."""
    try:
        return pages_for(work_context().user)
    except (auth.Shut, UserFacingError):
        return list(PAGES)


def _page(name: str, *, first: bool, listed: bool) -> "st.Page":
    """A page of the menu for this run: Streamlit marks the one that it opens."""
    return copy(_as_found(name, first=first, listed=listed))


@cache
def _as_found(name: str, *, first: bool, listed: bool) -> "st.Page":
    """The same, never opened. Made anew for each run, two dozen pages would each look for their file on the disk."""
    return st.Page(
        page_address.page(name),
        title=PAGES[name],
        url_path="first" if first else name,
        default=first,
        visibility="visible" if listed or name in _IN_THE_MENU else "hidden",
    )


def _place_in_menu(name: str) -> int:
    return _IN_THE_MENU.index(name) if name in _IN_THE_MENU else len(_IN_THE_MENU)


def _sidebar(here: WorkContext) -> None:
    with st.sidebar, st.container(key="who"):
        if house().invented:
            roles = auth.roles(here.settings)
            st.selectbox(
                "Look as",
                list(roles),
                key=auth.LOOK_AS,
                format_func=lambda code: _role(roles[code]),
                bind="query-params",
            )
        else:
            st.text(here.user.name)
        shortcuts.switch()
        if login_settings.configured():
            st.button("Log out", on_click=st.logout)


def _role(user: User) -> str:
    return "Director" if user.role == Role.DIRECTOR else user.name


def _shut(shut: auth.Shut) -> None:
    title, words = _SHUT[shut.why]
    st.title(title)
    st.text("\n".join([words, *shut.more]))
    if shut.why == "idle":
        st.logout()
    if shut.why == "log_in":
        st.button("Log in", on_click=st.login, type="primary")
    elif shut.why in {"not_on_the_list", "list_unread"}:
        st.button("Log out", on_click=st.logout)

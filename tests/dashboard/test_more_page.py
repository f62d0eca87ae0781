"""The menu holds what a day needs; the page More leads to everything else, and to nothing that is not the user's."""

import pytest

from community.casework import User
from dashboard import page_frame
from tests.casework.office import HUB
from tests.dashboard.conftest import OpenApp

IN_THE_MENU = {"today", "call", "triage", "matches", "volunteers", "concerns", "more"}
OF_ONE_RECORD = {"residents", "merge"}
"""The search and other pages lead to them."""


@pytest.mark.parametrize(
    "user",
    [User("Dee", "director"), User("Cora", "coordinator", HUB), User("Hal", "call_handler")],
    ids=lambda u: u.role,
)
def test_every_page_of_a_user_is_in_the_menu_or_on_more(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, user: User
) -> None:
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: user)
    links = {link.proto.page for link in open_app("more").get("page_link")}
    assert links == set(page_frame.pages_for(user)) - IN_THE_MENU - OF_ONE_RECORD

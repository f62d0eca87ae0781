"""The newsletter's page says of the form on the site what is so: it is off, is there to try, or can be filled in."""

import pytest

from community import forms
from community.settings import Settings
from community.tables.row_types import SubscriberRow
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, press, shown


@pytest.mark.parametrize("emails", [False, True])
@pytest.mark.parametrize("off", [False, True])
def test_it_says_whether_the_form_on_the_site_can_be_filled_in(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, off: bool, emails: bool
) -> None:
    monkeypatch.setattr(forms, "is_off", lambda *_: off)  # as in the invented town, where forms without emails are on
    monkeypatch.setattr(Settings, "can_email_links", emails)
    page = shown(open_app("newsletter"))
    assert ("form on the site is off" in page) == (off and not emails)
    assert ("there to try, and nothing is sent" in page) == (not off and not emails)
    assert ("switched off in the settings" in page) == (off and emails)
    assert ("People ask for it on the site" in page) == (not off)


def test_whoever_sent_the_form_like_a_program_is_shown_and_may_get_the_link(open_app: OpenApp, office: Office) -> None:
    nell = {"email": "nell@example.org", "status": "asked", "flags": ["honeypot", "too_fast"]}
    office.book.append("subscribers", nell, by="web")
    office.book.append("subscribers", nell | {"email": "otto@example.org", "flags": []}, by="web")
    app = open_app("newsletter")
    assert "Perhaps sent by a program · 1" in shown(app)
    assert "nell@example.org" in shown(app)
    assert "otto@example.org" not in shown(app)
    press(app, "Send the link")
    assert "Perhaps sent by a program" not in shown(app)
    assert all(row.flags is None for row in office.book.rows(SubscriberRow))

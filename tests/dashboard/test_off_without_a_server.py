"""Where the spreadsheet keeps the book there is no server and no disk: what is off there, and what its page says to do.

Every page and every form stands on one of these lists, so that a new one is thought of.
"""

from pathlib import Path

import pytest

from community.forms import load as load_forms
from community.settings import load
from dashboard import page_frame
from tests.casework.office import Office
from tests.checkout import ROOT
from tests.dashboard.conftest import OpenApp, labels, shown

ON = {
    "today", "triage", "matches", "call", "volunteers", "short", "ahead", "impact", "weights", "bring_in",
    "organisations", "services", "offers", "opportunities", "voices", "sheet", "history", "residents", "more", "merge",
    "handover", "ring_round",
    "training", "referrals", "hubs", "food_round", "keeping",
}  # fmt: skip
OFF = {"concerns", "complaints", "circulars", "newsletter", "outreach"}
GOOGLE_MAKES = {"help_request", "offer", "opportunity", "organisation", "service", "volunteer"}
"""Forms that Google asks there in place of ours."""
OFF_FORMS = {"booking", "complaint", "enquiry", "newsletter", "newsletter_stop", "referral"}
"""Forms that need a server of ours: their address names what they are about, or Google may not see what they hold."""
DOCS = (ROOT / "docs" / "without-a-server.md").read_text("utf-8").partition("## What is off")[2]
SAID = {
    "no worker": "No worker runs",
    "concerns": "no safeguarding concerns",
    "complaints": "no complaints",
    "household lists": "no lists of households",
    "messages": "No message goes out by itself",
    "messages to many": "nothing is written to many",
    "links": "no links",
    "keys and accidents": "no keys and no accidents",
    "booking": "No session can be booked on the site",
    "newsletter": "no newsletter",
    "enquiries": "No role can be asked for on the site",
    "the log of who opened name and address": "no log of who opened name and address",
}
"""By what is off, the words by which the guide says so."""


def test_each_page_and_form_is_on_or_off_there() -> None:
    assert set(page_frame.PAGES) == ON | OFF
    forms = load_forms(load({"COMMUNITY_HOME": "nowhere"}))
    assert {name for name, form in forms.items() if not form.only_here} == GOOGLE_MAKES
    assert {name for name, form in forms.items() if form.only_here} == OFF_FORMS


@pytest.mark.parametrize("what", SAID)
def test_the_guide_names_what_is_off(what: str) -> None:
    assert SAID[what] in " ".join(DOCS.split())


def test_no_concern_is_taken_down_and_every_page_says_whom_to_ring(open_app: OpenApp, kept_in_sheet: Office) -> None:
    request, match = kept_in_sheet.make_request(), kept_in_sheet.make_match("active")
    for page, record in (("call", None), ("triage", request), ("matches", match)):
        app = open_app(page, **({"id": record} if record else {}))
        assert "Raise a concern" not in labels(app), page
        assert "Somebody may come to harm?" in [each.label for each in app.expander], page
        assert "999" in shown(app), page


def test_the_page_of_concerns_says_that_none_is_kept_and_whom_to_ring(
    open_app: OpenApp, kept_in_sheet: Office, tmp_path: Path
) -> None:
    name = kept_in_sheet.settings.community.director
    lead = f'[[people]]\nname = "{name}"\nemail = "lead@example.org"\nrole = "director"\nsafeguarding = "lead"\n'
    (tmp_path / "people.toml").write_text(lead, encoding="utf-8")
    page = open_app("concerns")
    assert "Concerns are not kept here" in shown(page)
    assert "999" in shown(page)
    assert "No concern is here" not in shown(page)


def test_no_link_is_offered_where_nothing_opens_it(
    open_app: OpenApp, kept_in_sheet: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = kept_in_sheet.make_match("active")
    volunteer = kept_in_sheet.row("volunteers", kept_in_sheet.row("matches", match)["volunteer_id"])
    kept_in_sheet.set(volunteer, "telephone", "07700 900123")
    monkeypatch.setenv("PUBLIC_URL", "https://community.example.org")
    app = open_app("matches", id=match)
    assert "Show the message" in labels(app)
    assert not [label for label in labels(app) if "link" in label]

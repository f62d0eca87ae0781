"""Somebody wants a copy of what we keep: the director makes their file on the page, and nobody else can."""

import json

import pytest

import community.casework as cw
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, labels, press, shown

MAKE = "Make their file"


def test_the_director_makes_their_file_and_it_is_noted(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    resident = str(office.row("needs", office.make_need(name="Etta Early"))["resident_id"])
    copy = {"kind": "data_request", "words": "A copy, please", "name": "Etta Early"}
    (one,) = cw.take_complaint(office.handler, copy, key="copy", about=resident).ids  # type: ignore[arg-type]
    (nobodys,) = cw.take_complaint(office.handler, copy, key="nobody").ids  # type: ignore[arg-type]
    for each in (one, nobodys):
        cw.acknowledge_complaint(office.director, each)
    app = press(open_app("complaints", id=one), MAKE)
    assert "read it before you send it" in shown(app)
    made = app.session_state[f"made-file-{one}"]
    assert (made.person, json.loads(made.as_json)["person"]) == (resident, resident)
    app = press(open_app("complaints", id=nobodys), MAKE)
    assert "Nobody has said whose record it is" in shown(app)
    assert "read it before you send it" not in shown(app)
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.coordinator.user)
    page = open_app("complaints", id=one)
    assert MAKE not in labels(page)
    assert "records. Speak to" not in shown(page)

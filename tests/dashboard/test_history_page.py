"""What people did lately: whom it was about, and all of it."""

import community.casework as cw
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, labels, press, shown


def test_history_names_people_and_goes_back_as_far_as_one_asks(open_app: OpenApp, office: Office) -> None:
    for number in range(27):
        cw.close_request(office.director, office.make_request(name=f"Ada No {number}"), "not_wanted", seen="new")
    app = open_app("history")
    assert "Ada No 26: request closed" in shown(app)
    assert "Ada No 1:" not in shown(app)
    press(app, "Show older")
    assert "Ada No 1: request closed" in shown(app)
    assert "Show older" not in labels(app)

"""The pages of what members offer: a last day that is no day is shown as it was typed, and put right."""

from datetime import date

import pytest

import community.casework as cw
from community.tables.support_vocabulary import SORT, UNTIL
from tests.casework.directory import role
from tests.casework.life import offer_of
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, press, shown


@pytest.mark.parametrize("typed", ["by Easter", "1066-10-14"])
def test_a_last_day_that_nobody_meant_stops_no_page_and_is_put_right(
    open_app: OpenApp, office: Office, typed: str
) -> None:
    """Words that are no day; and a day that no calendar of ours offers."""
    person = office.row("needs", office.make_need("lift"))["resident_id"]
    van = offer_of(office, **{SORT: "transport", UNTIL: typed})
    assert typed[:4] in shown(open_app("offers"))
    over = [item.title for item in cw.today(office.director, office.clock()) if item.id == van]
    assert over == ([] if typed == "by Easter" else ["Its last day is over: A heater"])
    assert ("There is an offer of this" in shown(open_app("residents", id=person))) == (typed == "by Easter")
    app = open_app("services", id=van)
    assert ("“by Easter”, which is no day that we can read" in shown(app)) == (typed == "by Easter")
    app.date_input(key=f"until-{van}").set_value(date(2027, 3, 28))
    press(app.run(), "Put this day")
    assert office.row("services", van)[UNTIL] == "2027-03-28"
    assert "28 March 2027" in shown(open_app("services", id=van))


def test_the_last_day_of_a_role_that_cannot_be_read_is_shown_as_it_was_typed(open_app: OpenApp, office: Office) -> None:
    one = role(office, **{"extra.ends_on": "when the frost comes"})
    for words in (shown(open_app("opportunities")), shown(open_app("opportunities", id=one))):
        assert "“when the frost comes”" in words

"""Money that a volunteer laid out, on the pages of both, from the first word of it until it is back."""

from streamlit.testing.v1 import AppTest

from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, press, shown


def of_money(app: AppTest) -> str:
    return shown(app).partition("Money laid out")[2]


def test_it_is_written_down_its_receipt_seen_and_it_is_paid_back(open_app: OpenApp, office: Office) -> None:
    match = office.row("matches", office.make_match("active", task_type="shopping", name="Rita Rich"))
    one = str(match["volunteer_id"])
    resident = str(office.row("needs", match["need_id"])["resident_id"])
    app = open_app("volunteers", id=one)
    press(app, "Write the sum down")
    assert "more than nothing" in app.error[0].value
    app.number_input(key=f"pay-pounds-{one}").set_value(12.5).run()
    app.text_input(key=f"pay-what-{one}").set_value("Bread and milk").run()
    press(app, "Write the sum down")
    assert "£12.50, shopping money: Bread and milk" in of_money(app)
    (row,) = office.book.rows("payments")
    assert (row["pence"], row["resident_id"], row["status"]) == (1250, resident, "noted")
    press(app, "It is paid back")
    assert "without one" in app.error[0].value
    page = press(open_app("residents", id=resident), "I saw the receipt")
    assert "receipt seen" in of_money(page)
    press(page, "It is paid back")
    assert office.book.rows("payments")[0]["status"] == "settled"
    assert "settled" in of_money(open_app("volunteers", id=one))

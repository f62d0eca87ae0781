"""The page of the directory: what waits, what is overdue, and each step by its button."""

from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, press, shown


def test_a_service_is_added_approved_checked_again_and_withdrawn(open_app: OpenApp, office: Office) -> None:
    app = press(open_app("services"), "Add a service")
    app.text_input(key="new-service-name").set_value("Soup and Company")
    app.multiselect(key="new-service-helps").set_value(["food"])
    app.button_group(key="new-service-kind").set_value("group")
    press(app, "Add it")
    (row,) = office.book.rows("services")
    assert (row["name"], row["kind"], row["extra.helps_with"]) == ("Soup and Company", "group", "food")
    assert "To approve · 1" in shown(open_app("services"))
    app = press(open_app("services", id=row["id"]), "Approve")
    assert office.status(row["id"]) == "approved"
    office.set(office.row("services", row["id"]), "checked_on", "2020-01-06")
    assert "Check again: ring, ask, and put right what is different · 1" in shown(open_app("services"))
    app = press(open_app("services", id=row["id"]), "Checked today")
    assert "Check again" not in shown(open_app("services"))
    app.multiselect(key=f"helps-{row['id']}").set_value(["company", "food"])
    press(app.run(), "Put it on these pages")
    assert office.row("services", row["id"])["extra.helps_with"] == "company; food"
    press(press(open_app("services", id=row["id"]), "Withdraw"), "Yes, take it off")
    assert office.status(row["id"]) == "withdrawn"

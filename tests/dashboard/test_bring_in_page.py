"""The page on which the director brings in a list."""

import json

import pytest

from community.importing import NotAList, bring_list_in, plan_list
from dashboard.page_frame import pages_for
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, checked, labels, press, shown

LIST = """Name,Phone,Postcode,Skills,Colour
Ann Archer,01632 960001,BA1 5AB,shopping,red
<b>Bob</b> Baker,01632 960002,BA1 5AB,dog walking,**blue**
,,,,green
"""


def upload(open_app: OpenApp, text: str = LIST):  # type: ignore[no-untyped-def]
    app = open_app("bring_in")
    app.file_uploader[0].upload("volunteers.csv", text.encode(), "text/csv")
    return checked(app.run())


def test_only_the_director_has_the_page(office: Office) -> None:
    assert "bring_in" in pages_for(office.director.user)
    assert not any("bring_in" in pages_for(desk.user) for desk in (office.coordinator, office.handler))


def test_a_list_is_shown_before_it_comes_in_and_is_taken_back_after(open_app: OpenApp, office: Office) -> None:
    before = office.everything()
    app = upload(open_app)
    assert "Come in" in shown(app)
    assert "<b>Bob" not in "".join(str(each.proto.body) for each in app.get("html"))
    assert "Bring in 2 rows" not in labels(app), "the lawful basis comes first"
    app.selectbox[1].select("consent")
    checked(app.run())
    press(app, "Bring in 2 rows")
    assert len(office.book.rows("volunteers")) == 2
    assert "2 records: brought in from a list" in shown(app)
    press(app, "Undo")
    assert office.everything() == before


def test_a_column_is_put_right(open_app: OpenApp, office: Office) -> None:
    app = upload(open_app)
    (box,) = [each for each in app.selectbox if each.label == "Colour"]
    assert box.value == "notes"
    box.select("leave_out")
    checked(app.run())
    app.selectbox[1].select("consent")
    checked(app.run())
    press(app, "Bring in 2 rows")
    assert not any(row["notes"] for row in office.book.rows("volunteers"))


def test_a_likely_double_is_shown_beside_the_other_and_can_be_left_out(open_app: OpenApp, office: Office) -> None:
    office.make_volunteer(name="Annie Archer", telephone="01632 960001")
    app = upload(open_app)
    assert "Annie Archer" in shown(app)
    press(app, "The same: leave out row 2")
    app.selectbox[1].select("consent")
    checked(app.run())
    press(app, "Bring in 1 row")
    assert len(office.book.rows("volunteers")) == 2


def test_the_rows_to_look_at_are_noted_when_they_are_asked_for(open_app: OpenApp, office: Office) -> None:
    app = upload(open_app)
    noted = office.settings.home / "exports.jsonl"
    assert not noted.exists()
    (ask,) = [label for label in labels(app) if label.startswith("Rows to look at")]
    press(app, ask)
    assert json.loads(noted.read_text())["kind"] == "import volunteers"
    assert app.get("download_button")


def test_what_is_no_list_is_told_so(open_app: OpenApp) -> None:
    app = open_app("bring_in")
    app.file_uploader[0].upload("photo.csv", b"\x89PNG" + bytes(4000), "text/csv")
    assert "no list that we can read" in shown(checked(app.run()))


def test_a_list_of_yesterday_can_be_taken_back(open_app: OpenApp, office: Office) -> None:
    plan = plan_list(office.director, LIST.encode(), "volunteers.csv", "volunteers", basis="consent")
    bring_list_in(office.director, plan)
    app = open_app("bring_in")
    press(app, "Take back")
    assert office.book.rows("volunteers") == []


@pytest.mark.parametrize("what", ["residents", "organisations", "services", "pairs"])
def test_each_kind_of_list_is_read(open_app: OpenApp, what: str) -> None:
    app = open_app("bring_in")
    app.selectbox[0].select(what)
    checked(app.run())
    app.file_uploader[0].upload("list.csv", b"Name,Phone\nChapel Row,01632 960003\n", "text/csv")
    assert "1 row, read as text with commas" in shown(checked(app.run()))


def test_what_would_be_put_right_is_shown_before_all_that_stays(open_app: OpenApp, office: Office) -> None:
    rows = "".join(f"Vera {name},01632 9600{n:02},BA1 5AB\n" for n, name in enumerate("ABCDEFGHIJKLMNOPQRST", 10))
    text = f"Name,Phone,Postcode\n{rows}"
    bring_list_in(office.director, plan_list(office.director, text.encode(), "list.csv", "volunteers", basis="consent"))
    assert "01632 960029 → 01632 960099" in shown(upload(open_app, text.replace("960029", "960099")))


def test_a_protected_postcode_is_not_shown_beside_a_likely_double(open_app: OpenApp, office: Office) -> None:
    office.make_volunteer(name="Annie Archer", telephone="01632 960001", postcode="BA1 6AA", protected_address="yes")
    app = upload(open_app)
    assert "Annie Archer" in shown(app)
    assert "BA1 6AA" not in shown(app)


def test_what_was_put_right_for_one_kind_of_list_does_not_stand_in_the_way_of_another(open_app: OpenApp) -> None:
    app = upload(open_app)
    next(each for each in app.selectbox if each.label == "Colour").select("tasks")
    checked(app.run())
    app.selectbox[0].select("residents")
    checked(app.run())
    assert "does not exist" not in shown(app)
    assert "Come in" in shown(app)


def test_services_come_in_from_the_address_of_a_feed_and_a_wrong_one_is_explained(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def boxes(app) -> list:  # type: ignore[no-untyped-def, type-arg]
        return [each for each in app.text_input if each.label == "Or the address of a feed of services"]

    def fetched(address: str) -> bytes:
        if "nowhere" in address:
            raise NotAList("The feed answered with 404.")
        return json.dumps({"contents": [{"id": "a", "name": "Lunch Club", "fees": "£3"}]}).encode()

    monkeypatch.setattr("dashboard.parts.list_upload.download", fetched)
    app = open_app("bring_in")
    assert boxes(app) == []
    app.selectbox[0].select("services")
    checked(app.run())
    checked(boxes(app)[0].input("https://nowhere.example.org").run())
    assert "answered with 404" in shown(app)
    checked(boxes(app)[0].input("https://council.example.org/services").run())
    app.selectbox[1].select("public_task")
    checked(app.run())
    press(app, "Bring in 1 row")
    (row,) = office.book.rows("services")
    assert (row["name"], row["cost"], row["status"]) == ("Lunch Club", "£3", "offered")
    assert "council.example.org" in row["extra"]

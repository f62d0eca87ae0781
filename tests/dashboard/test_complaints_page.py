"""Complaints: taken down on the page of calls by anybody, worked on by the director on a page of their own."""

from pathlib import Path

import pytest

import community.casework as cw
from community import concerns
from tests.casework.complaining import answered, complained
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, labels, press, shown

LEAD = '[[people]]\nname = "Lena Lead"\nemail = "lead@example.org"\nrole = "coordinator"\nhub = "keynsham"\n' + (
    'safeguarding = "lead"\n'
)


def test_it_is_taken_down_in_a_call_acknowledged_answered_and_looked_at_again(
    open_app: OpenApp, office: Office
) -> None:
    resident = office.row("needs", office.make_need(name="Etta Early", telephone="01632 960777"))["resident_id"]
    app = press(open_app("call", id=resident), "A complaint")
    assert app.text_input(key="complains-name").value == "Etta Early"
    assert "within three working days" in shown(app)
    app.text_area(key="complains-words").input("Nobody came on Monday")
    press(app, "Keep the complaint")
    (row,) = office.book.rows("complaints")
    assert (row["words"], row["telephone"], row["about"]) == ("Nobody came on Monday", "01632 960777", resident)
    assert "Say that we have it: complaint of Etta Early" in shown(open_app())
    app = open_app("complaints", id=row["id"])
    assert "say that we have it by" in shown(app)
    press(app, "They know that we have it")
    press(app, "They have our answer")
    assert "Write down what we answered" in shown(app), "an answer has words"
    app.text_area(key=f"answer-{row['id']}").input("We are sorry. Two people hold Mondays now.")
    press(app, "They have our answer")
    assert "Answered · 1" in shown(open_app("complaints"))
    app = press(open_app("complaints", id=row["id"]), "They are not content")
    app.text_input(key="looks-anew").input("Tess Trustee")
    press(app, "They look at it")
    page = shown(open_app("complaints", id=row["id"]))
    assert "answer a second time by" in page
    assert "Tess Trustee, who was not involved" in page


def test_harm_goes_to_the_lead_as_a_concern_and_its_words_are_kept_nowhere_else(
    open_app: OpenApp, office: Office, tmp_path: Path
) -> None:
    (tmp_path / "people.toml").write_text(LEAD, encoding="utf-8")
    app = press(open_app("call"), "A complaint")
    app.checkbox(key="complains-harm").check()
    app.text_area(key="complains-words").input("He pushed me at the door")
    app.text_input(key="complains-name").input("Etta Early")
    app.run()
    assert "goes to the safeguarding lead first" in shown(app)
    press(app, "Keep the complaint")
    (complaint,), (concern,) = office.book.rows("complaints"), office.book.rows("concerns")
    assert (complaint["harm"], complaint["words"], concern["status"]) == ("yes", None, "raised")
    assert "pushed" not in str(office.everything())
    page = shown(open_app("complaints", id=complaint["id"]))
    assert "speak to the lead before you answer" in page
    assert "is with the safeguarding lead" in page


def test_what_they_wish_after_harm_is_not_kept_either(open_app: OpenApp, office: Office, tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(LEAD, encoding="utf-8")
    app = press(open_app("call"), "A complaint")
    app.checkbox(key="complains-harm").check()
    app.text_area(key="complains-words").input("He pushed me at the door")
    app.text_input(key="complains-wants").input("He is to keep his hands off me")
    press(app.run(), "Keep the complaint")
    assert "hands off" not in str(office.everything())
    assert office.book.count("concerns") == 1


def test_one_about_the_director_is_not_the_director_s_to_keep(
    open_app: OpenApp, office: Office, tmp_path: Path
) -> None:
    people = LEAD + '[[people]]\nname = "Charlie Chair"\nemail = "chair@example.org"\nsafeguarding = "chair"\n'
    (tmp_path / "people.toml").write_text(people, encoding="utf-8")
    app = press(open_app("call"), "A complaint")
    app.checkbox(key="complains-director").check().run()
    assert "give it to Charlie Chair, chair of the trustees" in shown(app)
    assert "name the director: the chair opens it" in shown(app)
    press(app, "Keep the complaint")
    assert "give it to Charlie Chair" in shown(app)
    assert (office.book.count("complaints"), office.book.count("concerns")) == (0, 0)
    with pytest.raises(cw.NotNow, match="give it to the chair of the trustees"):
        cw.take_complaint(office.handler, {"words": "She shouted"}, key="one", of_director=True)


def test_one_about_the_director_taken_by_a_call_handler_is_sealed_for_the_chair(
    open_app: OpenApp, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = LEAD + '[[people]]\nname = "Charlie Chair"\nemail = "chair@example.org"\nsafeguarding = "chair"\n'
    (tmp_path / "people.toml").write_text(people, encoding="utf-8")
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.handler.user)
    app = press(open_app("call"), "A complaint")
    app.checkbox(key="complains-director").check().run()
    assert "the chair of the trustees alone opens it" in shown(app)
    app.text_area(key="complains-words").input("She shouted zxqcanary")
    press(app.run(), "Keep the complaint")
    assert (office.book.count("complaints"), office.book.count("concerns")) == (0, 1)
    assert "zxqcanary" not in str(office.everything())
    (mine,) = concerns.mine(office.handler)
    assert mine.reply_due == cw.told_we_have_it(office.settings, mine.at), "as complaints are answered, not harm"
    page = shown(open_app())
    assert f"{mine.id} is sealed. Whoever complained hears by" in page
    assert "Nobody is here for part of that time" not in page


def test_one_about_the_director_with_harm_is_a_concern_of_the_chair_s(
    open_app: OpenApp, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = LEAD + '[[people]]\nname = "Charlie Chair"\nemail = "chair@example.org"\nsafeguarding = "chair"\n'
    (tmp_path / "people.toml").write_text(people, encoding="utf-8")
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.handler.user)
    app = press(open_app("call"), "A complaint")
    app.checkbox(key="complains-director").check()
    app.checkbox(key="complains-harm").check()
    app.text_area(key="complains-words").input("She pushed me zxqcanary")
    page = shown(app.run())
    assert "goes to the chair as a report of harm" in page
    assert "a person replies within 60 minutes" in page
    assert "safeguarding lead" not in page
    assert "within three working days" not in page
    app.radio(key="complains-route").set_value("children")
    press(app.run(), "Keep the complaint")
    (mine,) = concerns.mine(office.handler)
    assert not mine.is_complaint
    assert (office.book.count("complaints"), office.book.rows("concerns")[0]["route"]) == (0, "children")
    assert "A person replies by" in shown(open_app())


def test_words_of_danger_in_a_call_stand_first_on_today(open_app: OpenApp, office: Office) -> None:
    app = press(open_app("call"), "A complaint")
    app.text_area(key="complains-words").input("Nobody came, and I want to kill myself")
    press(app, "Keep the complaint")
    (complaint,) = office.book.rows("complaints")
    assert complaint["flags"] == "crisis_words"
    assert next(item.kind for item in cw.today(office.director, office.clock())) == "crisis"


def test_where_nobody_receives_concerns_harm_shows_whom_to_ring_and_the_words_stay(
    open_app: OpenApp, office: Office
) -> None:
    app = press(open_app("call"), "A complaint")
    app.checkbox(key="complains-harm").check().run()
    assert "999" in shown(app)
    app.text_area(key="complains-words").input("He pushed me")
    press(app, "Keep the complaint")
    (complaint,) = office.book.rows("complaints")
    assert (complaint["harm"], complaint["words"]) == ("yes", "He pushed me")


def test_two_complaints_in_one_call_are_two(open_app: OpenApp, office: Office) -> None:
    app = open_app("call")
    for words in ("Nobody came", "Nobody rang"):
        press(app, "A complaint")
        app.text_area(key="complains-words").input(words)
        press(app, "Keep the complaint")
    assert [row["words"] for row in office.book.rows("complaints")] == ["Nobody came", "Nobody rang"]


def test_the_page_is_the_director_s_and_says_when_nobody_complained(open_app: OpenApp, office: Office) -> None:
    assert "Nobody has complained" in shown(open_app("complaints"))
    one = answered(office)
    assert "complaint of" not in shown(open_app("complaints", id=one))
    assert "Etta Early" in shown(open_app("complaints", id=one))
    assert cw.today(office.handler, office.clock()) == []


def test_words_that_may_mean_danger_stand_first_in_the_list_until_somebody_looked(
    open_app: OpenApp, office: Office
) -> None:
    complained(office)
    office.set(office.row("complaints", complained(office, name="Dora Danger")), "flags", "crisis_words; honeypot")
    page = shown(open_app("complaints"))
    assert page.index("Dora Danger") < page.index("Etta Early")
    assert "ords that may mean danger" in page
    one = next(row["id"] for row in office.book.rows("complaints") if row["name"] == "Dora Danger")
    app = open_app("complaints", id=one)
    assert "perhaps a machine" in shown(app)
    press(app, "Looked at: words that may mean danger")
    assert "may mean danger" not in shown(open_app("complaints"))


def test_where_the_sheet_keeps_the_book_the_call_page_says_to_write_it_on_paper(
    open_app: OpenApp, kept_in_sheet: Office
) -> None:
    app = open_app("call")
    assert "A complaint" not in labels(app)
    assert "Complaints are not kept here" in shown(app)

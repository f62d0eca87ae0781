"""People's own words on the site: only with their leave, as the director prints them, and never with a name in them."""

import re

import pytest

import community.casework as cw
from community.publish.public_voices import voices
from tests.casework.office import Office

SAID = "Felix brought my shopping, and stayed for a chat. Lovely."
PRINTED = "He brought my shopping, and stayed for a chat. Lovely."


def said(office: Office, leave: str = "with_first_name", **resident: object) -> str:
    """What a resident called Mabel said of Felix, who helped her."""
    match = office.make_match("active")
    row = office.row("matches", match)
    office.set(office.row("volunteers", row["volunteer_id"]), "name", "Felix Helper")
    whose = office.row("needs", row["need_id"])["resident_id"]
    for column, value in ({"name": "Mabel Asker"} | resident).items():
        office.set(office.row("residents", whose), column, value)
    told = {"words": SAID, "score": 5, "may_publish": leave, "about": match, "from_whom": whose, "status": "given"}
    return office.book.append("feedback", told, by="web").id


def on_the_site(office: Office) -> str:
    with office.book.reading() as reader:
        return voices(reader)


def printed(office: Office, one: str) -> None:
    cw.choose_words(office.coordinator, one, PRINTED, seen="given")
    cw.print_words(office.director, one, PRINTED, seen="may_publish")


def test_words_are_on_the_site_once_the_director_prints_them_and_off_it_again(office: Office) -> None:
    one = said(office)
    assert "Nobody’s words stand here yet" in on_the_site(office)
    cw.choose_words(office.coordinator, one, PRINTED, seen="given")
    assert "shopping" not in on_the_site(office), "chosen is not printed"
    action = cw.print_words(office.director, one, PRINTED, seen="may_publish")
    site = on_the_site(office)
    assert "He brought my shopping, and stayed for a chat&#46; Lovely&#46;" in site
    assert re.search("<p>Mabel</p>", site)
    assert not re.search("Asker|Felix", site)
    cw.undo(office.director, action.id)
    assert "shopping" not in on_the_site(office)
    cw.print_words(office.director, one, PRINTED, seen="may_publish")
    cw.take_off_words(office.coordinator, one, seen="published")
    assert "shopping" not in on_the_site(office)


def test_without_leave_nothing_is_printed_whatever_is_pressed(office: Office) -> None:
    one = said(office, "no")
    with pytest.raises(cw.NotNow, match="not to be printed"):
        cw.choose_words(office.director, one, PRINTED, seen="given")
    office.set(office.row("feedback", one), "status", "published")
    office.set(office.row("feedback", one), "as_printed", PRINTED)
    assert "shopping" not in on_the_site(office)


@pytest.mark.parametrize("words", [SAID, "Mabel here: thank you.", "Ask for Mrs Asker.", "Ring me on 01632 960 111."])
def test_words_that_tell_who_it_is_are_refused_until_somebody_has_looked(office: Office, words: str) -> None:
    one = said(office, telephone="01632 960111")
    with pytest.raises(cw.NotNow, match="stands in it"):
        cw.choose_words(office.coordinator, one, words, seen="given")
    cw.choose_words(office.coordinator, one, words, seen="given", may_stay=True)
    with pytest.raises(cw.NotNow, match="stands in it"):
        cw.print_words(office.director, one, words, seen="may_publish")


@pytest.mark.parametrize("words", ["", "   ", "a" * 281])
def test_words_that_would_be_cut_and_none_are_refused(office: Office, words: str) -> None:
    with pytest.raises(cw.NotNow, match="at most 280"):
        cw.choose_words(office.director, said(office), words, seen="given")


@pytest.mark.parametrize(
    ("leave", "resident"),
    [
        ("without_name", {}),
        ("with_first_name", {"protected_address": "yes"}),
        ("with_first_name", {"say_instead": "the library"}),
        ("with_first_name", {"name": "Mrs Asker"}),
    ],
)
def test_no_name_stands_there_without_leave_or_where_it_is_not_safe(
    office: Office, leave: str, resident: dict[str, object]
) -> None:
    one = said(office, leave, **resident)
    printed(office, one)
    assert "<p>Somebody we helped</p>" in on_the_site(office)
    assert "Mabel" not in on_the_site(office)


def test_markup_in_words_is_words(office: Office) -> None:
    one = said(office)
    cw.choose_words(office.director, one, "<script>x</script> --8<-- [a](b)", seen="given")
    cw.print_words(office.director, one, "<script>x</script> --8<-- [a](b)", seen="may_publish")
    site = on_the_site(office)
    assert "<script" not in site
    assert "--8<--" not in site

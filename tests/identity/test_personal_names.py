import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.identity import Person, likeness, name_to_say, people_in, personal_name

LETTERS = st.characters(categories=("Lu", "Ll", "Lo", "Lt", "Lm", "Mn", "Mc"))
NAMES = st.one_of(
    st.text(max_size=40),
    st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join),
    st.lists(st.sampled_from(["Ann", "Anne", "Án", "Mrs", "Dr", "राम", "रमा", "王芳", ",", "Smith", "&", "Jr"])).map(
        " ".join
    ),
)


def same(one: str, other: str) -> bool:
    first, second = personal_name(one), personal_name(other)
    return first is not None and second is not None and first.same(second)


def near(one: str, other: str) -> bool:
    first, second = personal_name(one), personal_name(other)
    return first is not None and second is not None and first.near(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Example", "ann   EXAMPLE"),
        ("Smith, Jo", "Jo Smith"),
        ("Smith, Mrs Jo", "Mrs. Jo Smith"),
        ("Sean O’Neill", "Sean O'Neill"),
        ("Anne-Marie Hill", "Anne Marie Hill"),
        ("José García", unicodedata.normalize("NFD", "JOSÉ GARCÍA")),
        ("ΝΙΚΟΣ ΠΑΠΠΑΣ", "Νικος Παππας"),
        ("김민준", "김 민준"),
        ("‏דן כהן‏", "דן כהן"),
    ],
)
def test_the_same_name_written_in_another_way_is_the_same(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mrs Ann Example", "Ann Example"),
        ("Revd Ann Example", "Ann Example"),
        ("Cllr Ann Example", "Dr Ann Example"),
        ("Example Ann", "Ann Example"),
        ("José García", "Jose Garcia"),
        ("Ann Example", "Anne Example"),
        ("A Example", "Ann Example"),
        ("Ann", "Ann Example"),
        ("Maeve ONeill", "Maeve O'Neill"),
        ("MaryAnn Hill", "Mary Ann Hill"),
        ("Ａｎｎ Ｅｘａｍｐｌｅ", "Ann Example"),
        ("حَسَن علي", "حسن علي"),
        ("श्री राम शर्मा", "राम शर्मा"),
        ("王芳女士", "王芳"),
        ("John & Joan Tester", "John Tester"),
        ("John Tester Jr", "John Tester"),
        ("Peggy Example", "Margaret Example"),
        ("William Example", "Billy Example"),
    ],
)
def test_a_name_that_may_be_meant_is_near_and_not_the_same(one: str, other: str) -> None:
    assert near(one, other)
    assert not same(one, other)


@pytest.mark.parametrize("name", ["Ann", "Mr", "J Smith", "A. B. Smith", "Mr & Mrs Smith", "王", "கு. ராஜன்", "x" * 300])
def test_less_than_one_whole_name_is_never_the_same_as_anything(name: str) -> None:
    assert not same(name, name)


@given(NAMES, NAMES)
def test_who_is_like_whom_does_not_depend_on_who_comes_first(one: str, other: str) -> None:
    assert same(one, other) == same(other, one)
    assert near(one, other) == near(other, one)
    people = [
        next(people_in("residents", {"name": name, "telephone": "01632 960999", "address": "1 High Street"}))
        for name in (one, other)
    ]
    assert likeness(people[0], people[1]) == likeness(people[1], people[0])


@given(NAMES)
def test_the_form_of_a_name_is_the_form_of_itself(name: str) -> None:
    form = personal_name(name)
    if form is not None:
        for word in form.words:
            assert unicodedata.is_normalized("NFC", word)
        again = unicodedata.normalize("NFD", name.replace("'", "’"))
        assert personal_name(again) == personal_name(name.replace("'", "’"))


def marks(name: str) -> list[str]:
    return sorted(c for c in unicodedata.normalize("NFD", name.lower()) if unicodedata.category(c) in ("Mn", "Mc"))


@given(NAMES, NAMES)
def test_a_name_with_marks_is_never_the_same_as_one_with_others(one: str, other: str) -> None:
    if marks(one) != marks(other):
        assert not same(one, other)


@given(NAMES)
def test_a_name_without_its_marks_is_never_the_same(name: str) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) not in ("Mn", "Mc"))
    if marks(name):
        assert not same(name, bare)


def test_nothing_told_is_nobody() -> None:
    assert list(people_in("volunteers", dict.fromkeys(("name", "telephone", "email", "postcode")))) == []
    for name in (None, "", "  ", "???", "&"):
        assert personal_name(name) is None
    assert "Ann" not in repr(Person("resident", "Ann", (), (), None, None))


@pytest.mark.parametrize(
    "said",
    ["Revd Ada Byron", "Cllr Ada Byron", "Canon Ada Byron", "Pani Ada Byron", "श्रीमती Ada Byron", "السيدة Ada Byron"],
)
def test_what_somebody_is_called_by_politeness_is_no_part_of_their_name(said: str) -> None:
    polite, plain = personal_name(said), personal_name("Ada Byron")
    assert polite is not None
    assert plain is not None
    assert (polite.words, polite.near(plain)) == (plain.words, True)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("Ann Example", "Ann"), ("ANN EXAMPLE", "ANN"), ("EXAMPLE Ann", ""), ("McDONALD Ann", ""), ("JP Example", "JP"),
        ("ann@example.org", ""), ("07700 900123", ""), ("Ann 07700 900123", "Ann"), ("Mrs Example", ""),
    ],
)  # fmt: skip
def test_a_first_name_is_never_an_address_a_number_or_a_surname_in_capitals(written: str, first: str) -> None:
    """By it residents hear who comes, and volunteers who asks."""
    assert name_to_say(written) == first

"""Anybody is found by whatever is typed of them, the best first, and each once; and nobody by what is not theirs."""

import pytest

import community.casework as cw
from community.book import Change
from community.book.erasure import erase
from community.book.record_types import Record
from community.tables.ids import check
from tests.casework.office import Office


def ids(office: Office, typed: str, desk: cw.WorkContext | None = None) -> list[str]:
    """The records found, in their order."""
    return [each.row.id for each in cw.find(desk or office.director, typed).records]


def make_resident(office: Office, **told: object) -> str:
    known = {"name": "Rose Tillman", "hub": "bath_north", "sector": "BA1 5"}
    return office.book.append("residents", known | told, by="jo").id


def test_a_name_that_was_typed_stands_before_those_it_may_be_said_for(office: Office) -> None:
    robert, bob = make_resident(office, name="Robert Bee"), make_resident(office, name="Bob Bee")
    assert ids(office, "Bob Bee") == [bob, robert]
    assert ids(office, "Robert Bee") == [robert, bob]
    assert ids(office, "Rupert Bee") == []


def test_a_letter_that_stands_for_a_digit_in_a_postcode_still_finds_it(office: Office) -> None:
    one = make_resident(office, name="Olga Nil", postcode="BS10 5NL")
    assert ids(office, "BSlO 5NL") == ids(office, "bs1o") == ids(office, "nil BSI0") == [one]
    assert ids(office, "oil") == []


@pytest.fixture
def many(office: Office) -> dict[str, str]:
    """People of every kind; nobody shares a name, a number or a place with another."""
    listed = {"status": "offered"}
    return {
        "resident": make_resident(
            office, name="Mrs Margaret (Peggy) O’Rourke", telephone="0117 496 0001 or 07700 900123 (my son)",
            postcode="BA1 5AW", address="Flat 2, 14 Milsom St\nBath", emergency_name="Desmond Quill",
            emergency_telephone="+44 7700 900777",
        ),
        "volunteer": office.make_volunteer(
            name="José Müller-Katz", telephone="07700 900456", email="jose.mk@example.org", postcode="BA2 4DA",
            guardian_name="Ingrid Katz", guardian_telephone="01632 960555",
        ),
        "request": office.make_request(
            name="Walter Pym", telephone="01632 960888", address="9 Lark Lane", postcode="BA3 2HX",
            referrer_name="Nurse Odile Brand", referrer_telephone="01225 496002", referrer_email="odile@example.org",
        ),
        "organisation": office.book.append(
            "organisations",
            {"name": "The Wicker Shed", "contact_name": "Zelda Frith", "telephone": "01632 960999"} | listed,
            by="web",
        ).id,
        "service": office.book.append(
            "services",
            {"name": "Warm Hall", "public_telephone": "01632 960666", "contact_name": "Bertil Ek"} | listed,
            by="jo",
        ).id,
    }  # fmt: skip


WAYS = [
    ("resident", "margaret"), ("resident", "MARG"), ("resident", "o'rourke"), ("resident", "orourke"),
    ("resident", "rourk"), ("resident", "peggy"), ("resident", "Mrs O’Rourke"), ("resident", "O’Rourke, Margaret"),
    ("resident", "Margret"), ("resident", "margaret orourk"), ("resident", "Lady Margaret"),
    ("resident", "0117 496 0001"), ("resident", "01174960001"), ("resident", "+44 117 496 0001"),
    ("resident", "0044 (0)117 4960001"), ("resident", "0117 49"), ("resident", "960001"),
    ("resident", "07700 900123"), ("resident", "Quill"), ("resident", "07700900777"), ("resident", "0777"),
    ("resident", "BA1 5AW"), ("resident", "ba15aw"), ("resident", "BA1 5"), ("resident", "5aw"),
    ("resident", "BAI 5AW"), ("resident", "ba15 aw"), ("resident", "Maggie O’Rourke"), ("resident", "Daisy"),
    ("resident", "milsom"), ("resident", "14 Milsom Street"), ("resident", "milsom st"), ("resident", "Milsum Street"),
    ("resident", "peggy ba1 5aw"),
    ("volunteer", "jose"), ("volunteer", "muller"), ("volunteer", "Müller Katz"), ("volunteer", "katz jose"),
    ("volunteer", "Ingrid"), ("volunteer", "01632 960 555"), ("volunteer", "JOSE.MK@example.org"),
    ("volunteer", "jose.mk"), ("volunteer", "7700900456"),
    ("request", "walter pym"), ("request", "Wally Pym"), ("request", "lark ln"), ("request", "9 lark"),
    ("request", "Odile"),
    ("request", "01225 496002"), ("request", "odile@"),
    ("organisation", "wicker"), ("organisation", "zelda frith"), ("organisation", "960999"),
    ("service", "warm hall"), ("service", "01632 960666"), ("service", "Bertil"),
]  # fmt: skip


def test_somebody_is_found_by_what_is_typed_of_them(
    office: Office, many: dict[str, str], subtests: pytest.Subtests
) -> None:
    for who, typed in WAYS:
        with subtests.test(who, typed=typed):
            assert ids(office, typed) == [many[who]]


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        ({"name": "Bùi Đào"}, "dao"), ({"name": "Bø Łoś"}, "bo los"), ({"name": "Ægir Þór"}, "aegir thor"),
        ({"name": "李小龙"}, "李"), ({"name": "李小龙"}, "龙"),
        ({"name": "Iain Mac Leod"}, "macleod"), ({"name": "Iain MacLeod"}, "mac leod iain"),
        ({"name": "Anne-Marie Smith-Jones"}, "annemarie smithjones"), ({"name": "Sean O Dea"}, "o'dea"),
        ({"telephone": "01225 960222 ext 45"}, "01225 960222 ext 45"),
        ({"telephone": "07700 900321"}, "Mum 07700 900321"), ({"name": "Una McDonald"}, "mac donald una"),
        ({"address": "14b Milsom Street"}, "14 B Milsom"), ({"address": "14 B Milsom Street"}, "14b milsom"),
        ({"address": "3 St. John's Road"}, "saint johns"), ({"address": "3 Saint John's Road"}, "st john's rd"),
        ({"address": "Flat 2/14 Lark Lane"}, "2/14 lark"),
    ],
)  # fmt: skip
def test_somebody_is_found_however_a_word_is_written(office: Office, told: dict[str, str], typed: str) -> None:
    make_resident(office, name="Otto Nobody", telephone="0117 496 0001", address="4 Far End")
    one = make_resident(office, **told)
    assert ids(office, typed) == [one]


@pytest.mark.usefixtures("many")
def test_nobody_is_found_by_what_is_not_theirs(office: Office) -> None:
    typed = ["", " ", "m", "7", "zzyzx", "4 Milsom", "1 Milsom", "margaret pym", "0118 496", "?!"]
    assert {each: found for each in typed if (found := ids(office, each))} == {}


@pytest.mark.parametrize("typed", [str, lambda one: one.replace("-", ""), str.lower, lambda one: one[:8]])
def test_a_record_is_found_by_its_number_however_it_is_typed(office: Office, typed: object) -> None:
    volunteer = office.make_volunteer()
    office.make_volunteer()
    assert callable(typed)
    assert ids(office, typed(volunteer)) == [volunteer]


def test_a_number_that_was_misheard_is_understood(office: Office) -> None:
    one = next(v for v in (office.make_volunteer(dbs=None) for _ in range(200)) if {"0", "1"} & set(v[2:]))
    heard = one.replace("0", "O").replace("1", "l")
    assert check(heard) == one
    assert ids(office, heard) == [one]
    assert ids(office, heard[:-2]) == [one]


def test_a_need_or_a_match_is_found_by_its_number_and_says_whom_it_is_about(office: Office) -> None:
    match = office.make_match(name="Walter Pym")
    need = str(office.row("matches", match)["need_id"])
    (found,) = cw.find(office.director, need).records
    assert (found.row.id, found.name) == (need, "Walter Pym")
    assert ids(office, match.replace("-", " ")) == [match]
    assert ids(office, match, office.neighbour) == []


def test_the_best_answer_comes_first(office: Office) -> None:
    spelt = make_resident(office, name="Ana Fisk")
    within = make_resident(office, name="Joann Fisk")
    begins = make_resident(office, name="Annette Fisk")
    named_beside = make_resident(office, name="Cid Fisk", emergency_name="Anna Fisk")
    older = make_resident(office, name="Anna Fisk")
    newer = make_resident(office, name="Fisk, Anna")
    assert ids(office, "anna fisk") == [newer, older, named_beside, spelt]
    assert ids(office, "ann fisk") == [newer, older, begins, named_beside, within]


def test_twelve_are_shown_and_it_is_said_that_there_are_more(office: Office) -> None:
    for _ in range(12):
        make_resident(office, name="Sam Smith")
    found = cw.find(office.director, "smith")
    assert (len(found.records), found.more) == (12, False)
    make_resident(office, name="Sam Smith")
    found = cw.find(office.director, "smith")
    assert (len(found.records), found.more) == (12, True)


def test_a_resident_is_found_once_and_also_by_the_name_of_a_request(office: Office) -> None:
    rose = make_resident(office, name="Rose Tillman", telephone="01632 960777")
    for name in ("Rose Tillman", "Rosalind Archer"):
        office.make_request(name=name, resident_id=rose, status="triaged", telephone="01632 960777")
    for typed in ("tillman", "960777"):
        (found,) = cw.find(office.director, typed).records
        assert (found.row.id, found.name, found.asked_as) == (rose, "Rose Tillman", None)
    (found,) = cw.find(office.director, "rosalind").records
    assert (found.row.id, found.name, found.asked_as) == (rose, "Rose Tillman", "Rosalind Archer")


def test_whom_a_number_belongs_to_in_the_record_is_said(office: Office, many: dict[str, str]) -> None:
    for typed, said in (
        ("07700900777", ("Desmond Quill", "emergency", "Mrs Margaret (Peggy) O’Rourke")),
        ("01632 960555", ("Ingrid Katz", "guardian", "José Müller-Katz")),
        ("01225 496002", ("Nurse Odile Brand", "referrer", "Walter Pym")),
        ("960999", ("Zelda Frith", "contact", "The Wicker Shed")),
        ("wicker", ("The Wicker Shed", "itself", None)),
        ("07700 900123", ("Mrs Margaret (Peggy) O’Rourke", "resident", None)),
    ):
        (found,) = cw.find(office.director, typed).records
        assert (found.name, found.whose, found.about) == said


def test_when_somebody_was_in_touch_last_is_told(office: Office) -> None:
    rose = make_resident(office)
    (found,) = cw.find(office.director, "tillman").records
    assert found.last is None
    cw.log_contact(office.director, rose, words="First")
    cw.log_contact(office.director, rose, words="Second")
    (found,) = cw.find(office.director, "tillman").records
    assert found.last == max(row["at"] for row in office.book.rows("contacts"))


def test_what_changed_since_the_last_search_is_found_and_what_is_gone_is_not(office: Office) -> None:
    rose = make_resident(office)
    assert ids(office, "tillman") == [rose]
    office.book.act("correct", by="jo", changes=[Change("residents", rose, "name", "Rose Tillman", "Rose Dunne")])
    assert (ids(office, "tillman"), ids(office, "dunne")) == ([], [rose])
    at = "2026-11-23T11:00:00.000Z"
    office.book.write(lambda c: erase(c, [Record("residents", rose)], by="jo", at=at, secret=b"secret"))
    assert ids(office, "dunne") == []


def test_by_the_number_of_a_record_that_was_joined_the_one_that_stays_is_found(office: Office) -> None:
    one, other = make_resident(office), make_resident(office, name="Rose Tilman")
    knows = {"resident_id": other, "volunteer_id": office.make_volunteer()}
    pair = office.book.append("pairs", knows, by="jo").id
    cw.merge(office.director, one, other, seen={}, chosen={})
    assert ids(office, other) == ids(office, other.lower().replace("-", " ")) == [one]
    assert ids(office, other, office.neighbour) == []
    assert ids(office, pair) == [office.book.rows("pairs")[0]["id"]] != [pair]

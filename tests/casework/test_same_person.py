"""No person is taken for another (promise 18), and a known person is found by any of their numbers."""

import pytest

import community.casework as cw
from tests.casework.office import Office

HOUSEHOLDS: dict[str, tuple[str, ...]] = {
    "Latin": ("Ann Example", "Anne Example", "Án Example", "A Example", "Mrs Ann Example", "Ann Example Jr"),
    "Latin, Mrs and Mr": ("John Tester", "Mrs John Tester", "Mr John Tester", "J. Tester", "John & Joan Tester"),
    "Latin with accents": ("José García", "Jose García", "Josè García", "José Garcia", "Josée García"),
    "Turkish": ("Ilkay Öz", "İlkay Öz", "Ilkay Oz", "ılkay Öz"),
    "Vietnamese": ("Nguyễn Thị Hoa", "Nguyễn Thị Hoà", "Nguyễn Thị Hóa", "Nguyen Thi Hoa"),
    "Greek": ("Μαρία Παππά", "Μάρια Παππά", "Μαρία Παππάς", "Μάριος Παππάς"),
    "Cyrillic": ("Иван Петров", "Иванна Петров", "Ивaн Петров", "Йван Петров", "Иван Петрова"),
    "Arabic": ("حسن علي", "حُسن علي", "حسين علي", "حَسَن علي", "حسنة علي"),
    "Hebrew": ("דן כהן", "דָן כהן", "דנה כהן", "דין כהן"),
    "Devanagari": ("राम शर्मा", "रमा शर्मा", "रामा शर्मा", "रम शर्मा", "रमी शर्मा"),
    "Bengali": ("রাম দাস", "রমা দাস", "রমি দাস", "রাম দাশ"),
    "Tamil": ("குமார் ராஜன்", "குமாரி ராஜன்", "கமர் ராஜன்", "கு. ராஜன்"),
    "Gurmukhi": ("ਹਰਜੀਤ ਸਿੰਘ", "ਹਰਜੋਤ ਸਿੰਘ", "ਹਰਜੀਤ ਕੌਰ", "ਹਰਜਤ ਸਿੰਘ"),
    "Gujarati": ("મીના પટેલ", "મોના પટેલ", "મના પટેલ"),
    "Thai": ("สมชาย ใจดี", "สมชัย ใจดี", "สมชาย ใจด"),
    "Chinese": ("王芳", "王方", "王芳芳", "王芳女士", "王"),
    "Japanese": ("田中花子", "田中花代", "田中 はなこ", "田中はなご"),
    "Korean": ("김민준", "김민중", "김민", "김민준 씨"),
    "Amharic": ("አበበ ከበደ", "አበባ ከበደ", "አበበች ከበደ"),
}


@pytest.mark.parametrize("script", HOUSEHOLDS)
def test_nobody_in_a_household_of_one_telephone_is_taken_for_another(office: Office, script: str) -> None:
    first, *others = HOUSEHOLDS[script]
    home = {"telephone": "01632 960999", "postcode": "BA1 5AW"}
    known = cw.triage(office.handler, office.make_request(name=first, **home), seen="new").resident_id
    for name in others:
        request = office.make_request(name=name, **home)
        found = cw.who_is_it(office.handler, request)
        assert found.sure is None, name
        assert known in {c.resident_id for c in found.candidates}, name
        with pytest.raises(cw.WhichResident):
            cw.triage(office.handler, request, seen="new")


def test_known_people_of_every_script_are_found_by_any_of_their_numbers_and_sure_by_their_name(office: Office) -> None:
    for number, (first, *_) in enumerate(HOUSEHOLDS.values()):
        told = f"07700 900{number:03} or 0117 496 0{number:03} (my son)"
        known = cw.triage(office.handler, office.make_request(name=first, telephone=told), seen="new").resident_id
        for typed in (f"+44 7700 900{number:03}", f"18001 0117 496 0{number:03}"):
            found = cw.who_is_it(office.handler, office.make_request(name="Somebody Else", telephone=typed))
            assert [c.resident_id for c in found.candidates] == [known]
            again = cw.who_is_it(office.handler, office.make_request(name=first, telephone=typed))
            assert again.sure == (known if first not in {"王"} else None)


@pytest.mark.parametrize("near", ["Anne Example", "A Example", "Ann", "Mrs Ann Example"])
def test_a_name_is_not_sure_while_somebody_of_the_household_is_as_near(office: Office, near: str) -> None:
    home = {"telephone": "01632 960999", "postcode": "BA1 5AW"}
    ann = cw.triage(office.handler, office.make_request(name="Ann Example", **home), seen="new").resident_id
    again = office.make_request(name="Ann Example", **home)
    assert cw.who_is_it(office.handler, again).sure == ann
    cw.triage(office.handler, office.make_request(name="Bob Tester", **home), seen="new", resident="new")
    assert cw.who_is_it(office.handler, again).sure == ann
    elsewhere = home | {"telephone": "01632 960111"}
    cw.triage(office.handler, office.make_request(name=near, **elsewhere), seen="new", resident="new")
    found = cw.who_is_it(office.handler, again)
    assert found.sure is None
    assert len(found.candidates) == 3


def test_behind_a_switchboard_each_extension_is_another_line(office: Office) -> None:
    cw.triage(office.handler, office.make_request(name="Ann Example", telephone="0117 496 0001 ext 4"), seen="new")
    other = office.make_request(name="Ann Example", telephone="0117 496 0001 x 5")
    found = cw.who_is_it(office.handler, other)
    assert (found.sure, len(found.candidates)) == (None, 1)


def test_somebody_is_found_by_their_email_address(office: Office) -> None:
    told = {"telephone": None, "email": "Ann@Example.org"}
    known = cw.triage(office.handler, office.make_request(name="Ann Example", **told), seen="new").resident_id
    found = cw.who_is_it(office.handler, office.make_request(name="A", telephone=None, email="ann@example.org"))
    assert [(c.resident_id, c.same) for c in found.candidates] == [(known, ("email", "name"))]


def test_the_question_tells_what_help_they_had(office: Office) -> None:
    first = office.make_request(name="Ann Example", telephone="01632 960999", tasks=["dog_walk"])
    cw.triage(office.handler, first, seen="new")
    found = cw.who_is_it(office.handler, office.make_request(name="Ann Example", telephone="01632 960999"))
    assert [need["task_type"] for need in found.candidates[0].had] == ["dog_walk"]


def test_who_is_known_is_asked_anew_after_each_change(office: Office) -> None:
    first = cw.triage(office.handler, office.make_request(telephone="01632 960999"), seen="new").resident_id
    request = office.make_request(telephone="01632 960111")
    assert cw.who_is_it(office.handler, request).candidates == ()
    office.set(office.row("residents", first), "telephone", "01632 960111")
    assert [c.resident_id for c in cw.who_is_it(office.handler, request).candidates] == [first]
    office.set(office.row("residents", first), "telephone", None)
    assert cw.who_is_it(office.handler, request).candidates == ()


def test_a_father_and_a_son_of_one_name_home_and_telephone_are_told_apart_by_their_mailboxes(office: Office) -> None:
    home = {"telephone": "01632 960999", "postcode": "BA1 5AW", "address": "1 High Street"}
    told = {"name": "John Tester", **home, "email": "john@example.org"}
    father = cw.triage(office.handler, office.make_request(**told), seen="new").resident_id
    assert cw.who_is_it(office.handler, office.make_request(**told)).sure == father
    assert cw.who_is_it(office.handler, office.make_request(**told | {"email": None})).sure == father
    son = cw.who_is_it(office.handler, office.make_request(**told | {"email": "johnny@example.com"}))
    assert (son.sure, [each.resident_id for each in son.candidates]) == (None, [father])

"""Joining two records of one person: all follows, nothing that protects is lost, an undo parts them whole."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import CannotUndo, Stale, belonging
from community.book.arrivals import replay
from community.book.concern_register import keep_apart, let_go
from community.book.erasure import erase
from community.book.person_data import everything, find
from community.book.record_types import Record
from tests.casework.life import died
from tests.casework.office import ELSEWHERE, HUB, TODAY, Office

F, S, B = cw.Stays.FIRST, cw.Stays.SECOND, cw.Stays.BOTH


def seen(office: Office, *ids: str) -> dict[str, str]:
    tables = {"P": "residents", "V": "volunteers", "O": "organisations"}
    return {one: str(office.row(tables[one[0]], one)["changed_at"]) for one in ids}


def join(office: Office, first: str, second: str, desk: cw.WorkContext | None = None, **chosen: cw.Stays) -> str:
    context = desk or office.coordinator
    return cw.merge(context, first, second, seen=seen(office, first, second), chosen=chosen).id


@pytest.fixture
def roses(office: Office) -> tuple[str, str]:
    """One resident in two records: each with a need and help, known to one volunteer, one with a warning."""
    found = []
    volunteer = office.make_volunteer(name="Vera Vole", how_many=5)
    for name, telephone in (("Rose Tillman", "01632 960111"), ("Rose Tilman", "01632 960222")):
        need = office.make_need(name=name, telephone=telephone, address="14 Milsom Street")
        one = str(office.row("needs", need)["resident_id"])
        match = {"need_id": need, "volunteer_id": volunteer, "status": "active"}
        cw.done(
            office.director,
            office.book.append("matches", match, by="jo").id,
            TODAY,
            seen="active",
            again=TODAY + timedelta(days=7),
        )
        found.append(one)
    cw.keep_contact_safe(office.director, found[1], seen={}, now={"not_safe": ["ring"], "hazards": "A dog"})
    cw.correct(office.director, "residents", found[1], "notes", seen=None, now="Deaf in one ear")
    cw.lend(office.director, found[1], "Heater 7", TODAY)
    cw.log_contact(office.director, found[1], with_whom=found[1], words="Rang back")
    return found[0], found[1]


def test_all_that_belonged_to_the_second_belongs_to_the_first_and_an_undo_parts_them_whole(
    office: Office, roses: tuple[str, str]
) -> None:
    first, second = roses
    before = office.everything()
    assert cw.foresee_merge(office.coordinator, first, second)["needs"] == 1
    assert office.everything() == before, "looking changes nothing"
    action = join(office, first, second, telephone=S, name=F)
    assert office.book.get("residents", second) is None
    row = office.row("residents", first)
    assert (row["name"], row["telephone"], row["not_safe"]) == ("Rose Tillman", "01632 960222", "ring")
    assert (row["hazards"], row["notes"]) == ("A dog", "Deaf in one ear")
    for table, many in {"needs": 2, "visits": 4, "loans": 1, "pairs": 1, "help_requests": 2}.items():
        assert [each["resident_id"] for each in office.book.rows(table)] == [first] * many, table
    assert second not in str(office.everything())
    told = [each.action for each in cw.history(office.coordinator, first) if each.action]
    assert len(told) == len(set(told)), "each step once"
    assert f"{second} was joined to {first}" in str(cw.history(office.coordinator, first))
    assert cw.joined_to(office.coordinator, second) == first
    cw.undo(office.coordinator, action)
    assert office.everything() == before
    assert cw.joined_to(office.coordinator, second) is None


def test_whoever_asks_for_their_data_or_is_erased_is_found_whole(office: Office, roses: tuple[str, str]) -> None:
    first, second = roses
    join(office, first, second)
    with office.book.reading() as reader:
        assert find(reader.connection, second) == Record("residents", first)
        told = everything(reader.connection, Record("residents", first))
        theirs = belonging(reader.connection, Record("residents", first))
    assert {first, second} <= {each["now"]["id"] for each in told["records"]}
    assert "01632 960222" in str(told)
    at = "2026-11-24T08:00:00.000Z"
    office.book.write(lambda c: erase(c, theirs, by="Dilys Director", at=at, secret=b"s" * 32))
    for each in ("01632 960222", "01632 960111", "Tilman", "Tillman"):
        with office.book.reading() as reader:
            assert each not in str([dict(row) for row in reader.all_rows("residents")]), each
            assert each not in str(reader.changes(table="residents")), each


def test_nothing_of_two_who_were_joined_by_mistake_stays_with_the_other(office: Office, roses: tuple[str, str]) -> None:
    first, second = roses
    for one, place in ((first, 374_111.0), (second, 375_222.0)):
        office.set(office.row("residents", one), "easting", place)
    later = join(office, first, second, name=S, telephone=S, notes=S)
    for _ in range(2):
        later = cw.undo(office.director, cw.undo(office.director, later).id).id
    cw.undo(office.director, later)
    before = office.everything()
    with office.book.reading() as reader:
        told = everything(reader.connection, Record("residents", first))
        theirs = belonging(reader.connection, Record("residents", second))
    for each in ("01632 960222", "Tilman", "Deaf", "A dog", "375222"):
        assert each not in str(told), each
    at = "2026-11-24T08:00:00.000Z"
    office.book.write(lambda c: erase(c, theirs, by="Dilys Director", at=at, secret=b"s" * 32))
    with office.book.reading() as reader:
        said = [each for each in reader.changes() if each.record_id not in {one.id for one in theirs}]
        for each in ("01632 960222", "Tilman", "Deaf", "A dog", "375222"):
            assert each not in str([(change.was, change.now) for change in said]), each
    office.book.write(lambda c: replay(c, "residents", first))
    assert cw.conflicts(office.director) == []
    left = {one: row for one, row in office.everything().items() if row != before.get(one)}
    assert {one[0] for one in left} == {"Y"}, "only what is remembered of the erasure is new"


def test_two_volunteers_become_one_with_all_their_checks_and_help(office: Office) -> None:
    match = office.make_match("active")
    second = str(office.row("matches", match)["volunteer_id"])
    first = office.make_volunteer(name="Vera Vole", tasks=["shopping"], dbs="basic")
    need = office.row("matches", match)["need_id"]
    clash = office.book.append("matches", {"need_id": need, "volunteer_id": first, "status": "proposed"}, by="m").id
    resident = str(office.row("needs", need)["resident_id"])
    cw.correct(office.director, "residents", resident, "prefers", seen=None, now=[second])
    before = office.everything()
    action = join(office, first, second, tasks=B)
    assert office.status(clash) == "superseded"
    assert office.row("matches", match)["volunteer_id"] == first
    assert len([c for c in office.book.rows("checks") if c["volunteer_id"] == first]) == 2
    assert office.row("residents", resident)["prefers"] == first
    assert "shopping" in office.row("volunteers", first)["tasks"]
    cw.undo(office.coordinator, action)
    assert office.everything() == before


def test_a_volunteer_who_once_helped_somebody_who_was_erased_can_be_joined(office: Office) -> None:
    """What stays for the figures no longer says whom it was for."""
    match = office.make_match("active")
    cw.done(office.director, match, TODAY, seen="active")
    second, first = str(office.row("matches", match)["volunteer_id"]), office.make_volunteer(name="Vera Vole")
    need = office.row("needs", str(office.row("matches", match)["need_id"]))
    gone, at = [Record("needs", need["id"]), Record("residents", need["resident_id"])], "2026-11-24T08:00:00.000Z"
    office.book.write(lambda c: erase(c, gone, by="Dilys Director", at=at, secret=b"s" * 32))
    before = office.everything()
    action = join(office, first, second)
    assert office.row("matches", match)["volunteer_id"] == first
    assert [pair["volunteer_id"] for pair in office.book.rows("pairs")] == [first]
    cw.undo(office.coordinator, action)
    assert office.everything() == before


@pytest.mark.parametrize("second", ["another kind", "itself", "died", "no room", "both there"])
def test_two_that_can_t_be_one_stay_two(office: Office, second: str) -> None:
    match = office.make_match("active")
    one = str(office.row("matches", match)["volunteer_id"])
    other = office.make_volunteer()
    if second == "another kind":
        other = str(office.row("needs", office.make_need())["resident_id"])
    elif second == "itself":
        other = one
    elif second == "died":
        died(office.director, other, TODAY)
    elif second == "no room":
        office.book.append(
            "matches", {"need_id": office.make_need(), "volunteer_id": other, "status": "active"}, by="m"
        )
    else:
        need = office.row("matches", match)["need_id"]
        office.book.append("matches", {"need_id": need, "volunteer_id": other, "status": "active"}, by="m")
    before = office.everything()
    with pytest.raises(cw.NotNow):
        cw.merge(office.director, one, other, seen={}, chosen={})
    assert office.everything() == before


def test_who_was_changed_meanwhile_is_read_again_first(office: Office) -> None:
    one, other = office.make_volunteer(), office.make_volunteer()
    then = seen(office, one, other)
    cw.correct(office.coordinator, "volunteers", other, "email", seen=None, now="vera@example.org")
    with pytest.raises(Stale) as refused:
        cw.merge(office.director, one, other, seen=then, chosen={})
    assert (refused.value.id, refused.value.field) == (other, "email")
    assert "vera@example.org" in cw.overtaken(office.director, refused.value)


def test_another_hub_s_and_protected_people_are_not_joined_here(office: Office, roses: tuple[str, str]) -> None:
    first, second = roses
    theirs = office.book.append("residents", {"name": "Rose Tillman", "hub": ELSEWHERE}, by="jo").id
    with pytest.raises((cw.NotFound, cw.NotAllowed)):
        cw.merge(office.coordinator, first, theirs, seen={}, chosen={})
    with pytest.raises(cw.NotAllowed):
        cw.merge(office.handler, first, second, seen={}, chosen={})
    organisations = [office.book.append("organisations", {"name": name, "status": "offered"}, by="web").id
                     for name in ("The Club", "Club")]  # fmt: skip
    with pytest.raises(cw.NotAllowed):
        cw.merge(office.coordinator, *organisations, seen={}, chosen={})
    join(office, organisations[0], organisations[1], office.director)
    assert len(office.book.rows("organisations")) == 1
    cw.keep_contact_safe(office.director, second, seen={}, now={"protected_address": "yes"})
    with pytest.raises(cw.NotAllowed):
        cw.merge(office.director, first, second, seen={}, chosen={})
    lead = office.desk(cw.User("Lena Lead", "director", safeguarding="lead"))
    join(office, first, second, lead)
    assert office.row("residents", first)["protected_address"] == "yes"


def test_likely_doubles_are_named_and_never_joined_by_themselves(office: Office, roses: tuple[str, str]) -> None:
    first, second = roses
    cw.correct(office.director, "residents", second, "telephone", seen="01632 960222", now="01632 960111")
    (found,) = cw.known_twice(office.coordinator, "residents", first)
    assert (found.id, found.in_sight) == (second, True)
    assert cw.known_twice(office.neighbour, "residents", first) == [] if HUB == ELSEWHERE else True


def test_a_volunteer_who_was_told_another_address_hears_of_the_one_that_stays(
    office: Office, roses: tuple[str, str]
) -> None:
    first, second = roses
    match = next(m for m in office.book.rows("matches") if office.row("needs", m["need_id"])["resident_id"] == second)
    office.set(office.row("matches", match["id"]), "status", "active")
    office.set(office.row("matches", match["id"]), "released_at", "2026-11-23T09:00:00.000Z")
    join(office, first, second, telephone=S, access_needs=S)
    assert not [c for c in office.book.rows("contacts") if c["about"] == match["id"]], "all they know still holds"
    office.book.undo(office.book.changes(table="residents", newest_first=True, limit=1)[0].action, by="Dilys Director")
    join(office, first, second, telephone=F)
    (call,) = [c for c in office.book.rows("contacts") if c["about"] == match["id"]]
    assert (call["with_whom"], call["status"]) == (match["volunteer_id"], "open")


def test_two_are_not_parted_where_one_would_lose_a_warning_that_came_meanwhile(
    office: Office, roses: tuple[str, str]
) -> None:
    first, second = roses
    action = join(office, first, second)
    joined = office.everything()
    lead = office.desk(cw.User("Lena Lead", "director", safeguarding="lead"))
    office.book.write(lambda c: keep_apart(c, "X-1", [Record("residents", first)]))
    with pytest.raises(CannotUndo, match=cw.SPEAK_FIRST):
        cw.undo(office.director, action)
    office.book.write(lambda c: let_go(c, "X-1"))
    for told, refused in (({"protected_address": "yes"}, cw.NotAllowed), ({"stopped": ["text"]}, CannotUndo)):
        for name, value in told.items():
            office.set(office.row("residents", first), name, value)
        with pytest.raises(refused):
            cw.undo(office.director, action)
        with pytest.raises(CannotUndo, match="Since they were joined"):
            cw.undo(lead, action)
        for name in told:
            office.set(office.row("residents", first), name, None)
    assert office.everything() == joined
    parted = cw.undo(office.director, action).id
    office.book.write(lambda c: keep_apart(c, "X-2", [Record("residents", second)]))
    with pytest.raises(CannotUndo, match=cw.SPEAK_FIRST):
        cw.undo(office.director, parted)
    organisations = [office.book.append("organisations", {"name": name, "status": "offered"}, by="web").id
                     for name in ("The Club", "Club")]  # fmt: skip
    action = join(office, organisations[0], organisations[1], office.director)
    with pytest.raises((cw.NotAllowed, cw.NotFound)):
        cw.undo(office.coordinator, action)


def test_who_came_to_one_need_in_both_records_is_one_and_what_follows_can_be_undone(office: Office) -> None:
    match = office.make_match("active", people=2)
    one, need = str(office.row("matches", match)["volunteer_id"]), office.row("matches", match)["need_id"]
    other = office.make_volunteer(how_many=2)
    came = {"need_id": need, "volunteer_id": other, "status": "completed"}
    office.book.append("matches", came, by="jo")
    with pytest.raises(cw.NotNow, match="a place of the same need"):
        cw.merge(office.director, one, other, seen={}, chosen={})
    office.set(office.row("matches", match), "status", "completed")
    join(office, one, other)
    paused = cw.correct(office.director, "volunteers", one, "notes", seen=None, now="Came twice").id
    cw.undo(office.director, paused)
    closed = cw.close_need(office.director, need, "done", seen="open").id
    cw.undo(office.director, closed)
    assert office.status(need) == "open"

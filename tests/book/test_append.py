"""Rows go in once, whole, and say what was told."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from community.book import Append, Book, BookUnavailable, KeyReused, NoSuchTable
from community.book.schema import NOW, RECEIVED, SUBMISSIONS
from community.tables import TABLES
from community.tables.canonical import NotCanonical
from community.tables.ids import check, derive
from tests.book.builders import Clock, append_many, make_request, make_volunteer

pytestmark = pytest.mark.core


def test_a_row_is_there_as_soon_as_its_receipt_is(book: Book, clock: Clock) -> None:
    receipt = book.append("help_requests", make_request(details="Zoë’s cat 🐈\r\nis ill"), by="web")
    row = book.get("help_requests", receipt.id)
    assert receipt.new
    assert row is not None
    assert check(row["id"]) == row["id"]
    assert row["id"].startswith("R-")
    assert (row["tasks"], row["details"]) == ("phone_call; shopping", "Zoë’s cat 🐈\nis ill")
    assert (row["by"], row["email"]) == ("web", None)
    assert row["at"] == row["changed_at"] == "2026-11-21T20:00:01.000Z"


def test_every_table_takes_a_row_with_nothing_in_it_and_numbers_come_back_as_numbers(
    book: Book, subtests: pytest.Subtests
) -> None:
    for name, table in TABLES.items():
        with subtests.test(name):
            values = {c.name: {"integer": 2**52, "number": 0.1}.get(c.kind) for c in table.columns}
            row = book.get(name, book.append(name, values, by="web").id)
            assert row is not None
            assert {c: row[c] for c in values} == values
            assert book.count(name) == 1


def test_the_same_key_with_the_same_answers_is_one_row(book: Book) -> None:
    first = book.append("help_requests", make_request(), by="web", key="k")
    again = book.append("help_requests", make_request(tasks="phone_call; shopping"), by="web", key="k")
    assert (again.id, again.new) == (first.id, False)
    assert book.count("help_requests") == 1


def test_what_we_decide_about_a_repeat_may_differ(book: Book) -> None:
    first = book.append("help_requests", make_request(flags=[]), by="web", key="k")
    assert book.append("help_requests", make_request(flags=["too_fast"]), by="web", key="k").id == first.id


def test_the_same_key_with_other_answers_is_refused_and_nothing_is_repeated(book: Book) -> None:
    book.append("help_requests", make_request(), by="web", key="k")
    with pytest.raises(KeyReused) as refused:
        book.append("help_requests", make_request(details="Secret"), by="web", key="k")
    with pytest.raises(KeyReused):
        book.append("volunteers", make_volunteer(), by="web", key="k")
    assert "Secret" not in str(refused.value)
    assert (book.count("help_requests"), book.count("volunteers")) == (1, 0)


def test_a_thousand_sendings_of_forty_forms_at_once_are_forty_rows(address: str) -> None:
    books = [Book.open(address), Book.open(address)]
    sendings = [(n % 40, books[n % 2]) for n in range(1_000)]
    random.Random(7).shuffle(sendings)
    with ThreadPoolExecutor(16) as clients:
        receipts = list(
            clients.map(
                lambda s: (
                    s[0],
                    s[1].append("help_requests", make_request(details=str(s[0])), by="web", key=f"k{s[0]}"),
                ),
                sendings,
            )
        )
    for book in books:
        book.close()
    ids = {n: {r.id for form, r in receipts if form == n} for n in range(40)}
    assert all(len(each) == 1 for each in ids.values())
    assert sum(r.new for _, r in receipts) == 40
    book = Book.open(address)
    assert book.count("help_requests") == 40
    book.close()


def test_of_many_that_wait_together_each_gets_its_own_outcome(book: Book) -> None:
    """One commit holds them all, and a fault in one does not affect the others."""
    held = threading.Event()
    blocker = threading.Thread(target=lambda: book.write(lambda connection: held.wait(30)))
    blocker.start()
    waiting = [book.submit("help_requests", make_request(details=str(n)), by="web", key=str(n % 5)) for n in range(20)]
    wrong = book.submit("volunteers", {"how_many": "some"}, by="web")
    absent = book.submit("shoes", {}, by="web")
    held.set()
    blocker.join()
    outcomes = [future.exception() for future in waiting]
    assert [n for n, error in enumerate(outcomes) if error is None] == [0, 1, 2, 3, 4]
    assert {type(error) for error in outcomes[5:]} == {KeyReused}
    assert isinstance(wrong.exception(), NotCanonical)
    assert isinstance(absent.exception(), NoSuchTable)
    assert book.count("help_requests") == 5


def test_rows_with_an_id_that_follows_from_something_are_there_once(book: Book) -> None:
    id_ = derive("N", "R-1", "shopping")
    need = {"task_type": "shopping", "status": "open"}
    assert book.append("needs", need, by=" ada ", id=id_).new
    assert not book.append("needs", need, by="bob", id=id_).new
    with pytest.raises(KeyReused):
        book.append("needs", need | {"task_type": "visit"}, by="bob", id=id_)
    assert [(r["id"], r["by"]) for r in book.rows("needs")] == [(id_, "ada")]


def test_an_id_that_was_minted_before_is_minted_again(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    minted = iter(["V-1", "V-1", "V-2", "V-2", "V-3", "V-4", "V-5"])
    monkeypatch.setattr("community.book.rows.mint", lambda letter: next(minted))
    first = book.append("volunteers", make_volunteer(), by="web", key="a")
    second = book.append("volunteers", make_volunteer(name="Bo Invented"), by="web", key="b")
    third = append_many(book, [Append("volunteers", make_volunteer())] * 2, by="web")
    assert [first.id, second.id, *(r.id for r in third)] == ["V-1", "V-2", "V-4", "V-5"]
    assert book.append("volunteers", make_volunteer(name="Bo Invented"), by="web", key="b").id == "V-2"


def test_more_rows_go_in_together_than_one_statement_holds(book: Book) -> None:
    receipts = append_many(book, [Append("volunteers", make_volunteer())] * 1_200, by="web")
    assert len({receipt.id for receipt in receipts}) == book.count("volunteers") == 1_200


def test_both_copies_and_the_key_go_in_together(book: Book) -> None:
    book.append("volunteers", make_volunteer(), by="web", key="k")
    with book.engine.connect() as connection:
        counts = [
            connection.execute(sa.select(sa.func.count()).select_from(t)).scalar()
            for t in (RECEIVED["volunteers"], NOW["volunteers"], SUBMISSIONS)
        ]
    assert counts == [1, 1, 1]


@pytest.mark.parametrize("key", ["k" * 5_000, "clé", "a\0b", "\ud800", ""])
def test_whatever_the_key_it_makes_one_row(book: Book, key: str) -> None:
    first = book.append("volunteers", make_volunteer(), by="web", key=key)
    assert book.append("volunteers", make_volunteer(), by="web", key=key).id == first.id
    assert book.append("volunteers", make_volunteer(), by="web", key=f"{key}2").id != first.id


@pytest.mark.parametrize(
    "hostile", ["'); DROP TABLE volunteers; --", "=1+1", "<b>", "a\0b", "\ud83d", "%s %(x)s :name", "x" * 200_000]
)
def test_whatever_is_typed_is_taken_as_text(book: Book, hostile: str) -> None:
    receipt = book.append("volunteers", make_volunteer(about=hostile), by="web", key="k")
    row = book.get("volunteers", receipt.id)
    assert row is not None
    assert row["about"] == hostile.replace("\0", "\ufffd").replace("\ud83d", "\ufffd")


def test_a_closed_book_says_so(address: str) -> None:
    book = Book.open(address)
    book.append("volunteers", make_volunteer(), by="web")
    book.close()
    book.close()
    with pytest.raises(BookUnavailable):
        book.append("volunteers", make_volunteer(), by="web")


def test_no_personal_value_is_in_any_repr(book: Book) -> None:
    canary = "Canary Person"
    new = Append("volunteers", make_volunteer(name=canary), key=canary)
    receipt = append_many(book, [new], by="web")[0]
    rows = [book.get("volunteers", receipt.id), *book.rows("volunteers")]
    future = book.submit("volunteers", make_volunteer(about=canary), by="web", key=canary)
    assert isinstance(future.exception(), KeyReused)
    shown = repr([new, receipt, rows, future, future.exception(), book, book.engine])
    assert canary not in shown
    assert receipt.id in shown

"""The public figures: what they count, and how they are printed."""

from datetime import date
from pathlib import Path

from markdown import markdown

from community.book import Book
from community.publish import count, snippets
from community.settings import Settings

DAY = date(2026, 11, 21)
GOLDEN = Path(__file__).parent / "golden"


def need(book: Book, times: int, **values: object) -> list[str]:
    told = {"task_type": "shopping", "status": "open"} | values
    return [book.append("needs", told, by="Tamsin").id for _ in range(times)]


def fill(book: Book) -> None:
    """Twelve volunteers, 22 requests, 28 needs; what the pages should say of them stands in golden/."""
    for number in range(12):
        book.append("volunteers", {"name": f"Somebody {number}", "status": "ready"}, by="web")
    for number in range(22):
        first = book.append("help_requests", {"name": f"Somebody {number}", "status": "new"}, by="web").id
    book.append("help_requests", {"status": "closed", "closed_reason": "duplicate", "duplicate_of": first}, by="web")
    need(book, 11, status="closed", closed_reason="done")
    (walk,) = need(book, 1, task_type="dog_walk")
    book.append("matches", {"need_id": walk, "volunteer_id": "V-0000-0000-0", "status": "active"}, by="Tamsin")
    (asked,) = need(book, 1)
    book.append("matches", {"need_id": asked, "volunteer_id": "V-0000-0000-0", "status": "approved"}, by="Tamsin")
    need(book, 3)
    need(book, 9, status="closed", closed_reason="done_by_others")
    need(book, 3, status="closed", closed_reason="unable")
    need(book, 40, status="closed", closed_reason="duplicate")
    book.append("organisations", {"name": "The Wren", "status": "approved", "signed_on": "2026-06-01"}, by="web")


def nobody_before(settings: Settings) -> Settings:
    """The settings of a community that began with this program: nobody signed anything before it."""
    return settings.model_copy(update={"community": settings.community.model_copy(update={"signed_before": ()})})


def test_the_figures_are_printed_with_what_they_are_parts_of(book: Book, settings: Settings) -> None:
    fill(book)
    with book.reading() as reader:
        told = snippets(reader, nobody_before(settings), DAY)
    for name in ("figures.md", "needs.md"):
        assert told[name] == (GOLDEN / name).read_text(encoding="utf-8")


def test_where_cells_stand_below_each_other_each_number_says_what_it_counts(book: Book, settings: Settings) -> None:
    fill(book)
    with book.reading() as reader:
        page = markdown(snippets(reader, nobody_before(settings), DAY)["needs.md"], extensions=["tables", "attr_list"])
    assert '<td data-label="Asked for">25</td>\n<td data-label="Helped">10</td>' in page
    assert "{" not in page


def test_an_empty_book_is_told_as_a_beginning(book: Book, settings: Settings) -> None:
    with book.reading() as reader:
        told = snippets(reader, nobody_before(settings), DAY)
    assert "0" in told["figures.md"]
    assert told["needs.md"] == "Counted up to 21 November 2026. Nobody has told us of a need yet.\n"
    assert told["signatories.md"] == told["charter.md"] == "Nobody has signed yet. Yours could be the first.\n"


def test_where_every_number_is_hidden_none_is_said_to_be_nought(book: Book, settings: Settings) -> None:
    book.append("volunteers", {"name": "Ada"}, by="web")
    with book.reading() as reader:
        told = snippets(reader, nobody_before(settings), DAY)["figures.md"]
    assert "0" not in told.split("Counted")[0]
    assert "- **Few** so far: we have only begun, and print no number from 1 to 4\n" in told


def test_a_kind_of_help_that_the_settings_do_not_know_is_counted_and_never_named(
    book: Book, settings: Settings
) -> None:
    need(book, 20, task_type="my neighbour Anna at number 7")
    with book.reading() as reader:
        told = snippets(reader, settings, DAY)
        figures = count(reader, settings)
    assert "Anna" not in "".join(told.values())
    assert list(figures.kinds) == ["other"]
    assert figures.needs["asked"].shown == 20

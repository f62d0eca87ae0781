"""From the book to the public page: what is approved appears, what is withdrawn goes, nothing personal gets through."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from community.book import Book, Change
from community.book.demo_flag import mark_invented
from community.publish import BuildFailed, Invented, build, publish, stale
from community.publish.helpline_markdown import days_off
from community.publish.publish_site import prepare
from community.publish.written_pages import PIECES, is_written, place
from community.settings import GoogleForm, Settings
from community.settings.response_promise import answer_by
from community.tables import TABLES
from community.tables.column import Column, Table
from tests.checkout import ROOT

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CANARY = "Zanzibarcanary"
Published = Callable[[], str]


def canary(column: Column, number: int) -> object:
    """Return a value of the column's kind that would be known again anywhere."""
    match column.kind:
        case "integer" | "number":
            return 86420975.0 + number
        case "date":
            return f"1871-02-{number % 28 + 1:02}"
        case "time":
            return f"1871-02-{number % 28 + 1:02}T03:04:05.678Z"
        case "yes_no":
            return "yes"
        case _:
            return f"{CANARY}{number}"


MARKS = (CANARY.lower(), "86420975", "86,420,975", "1871")


def filled(table: Table, **overrides: object) -> dict[str, object]:
    values = {c.name: canary(c, n) for n, c in enumerate(table.columns) if c.name != "extra"}
    added = {"extra.added": f"{CANARY}added"} if "extra" in table.by_name else {}
    return values | added | overrides


def organisation(book: Book, name: str, **values: object) -> str:
    told = {"name": name, "status": "offered", "signed_on": "2026-11-20"} | values
    return book.append("organisations", told, by="web").id


def move(book: Book, organisation_id: str, was: str, now: str) -> None:
    book.act("move", by="director", changes=[Change("organisations", organisation_id, "status", was, now)])


@pytest.fixture
def published(book: Book, settings: Settings, root: Path) -> Published:
    """Give a function that publishes and returns the built charter page."""

    def run() -> str:
        publish(root, prepare(book, settings, NOW), lambda: build(root, settings))
        return (root / "build/site/charter/index.html").read_text(encoding="utf-8")

    return run


def test_a_day_on_which_we_are_closed_is_said_below_our_hours_and_no_answer_is_promised_for_it(
    book: Book, settings: Settings, root: Path
) -> None:
    off = {"closed_on": (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 6), date(2026, 12, 9))}
    closed = settings.model_copy(update={"community": settings.community.model_copy(update=off)})
    publish(root, prepare(book, closed, NOW), lambda: build(root, closed))
    said = "Closed from Monday 30 November to Tuesday 1 December 2026 and on Wednesday 9 December 2026."
    for name in ("index.html", "press/index.html", "contact/index.html", "get-help/index.html"):
        assert said in (root / "build/site" / name).read_text(encoding="utf-8"), name
    assert answer_by(closed.community, datetime(2026, 11, 27, 10, tzinfo=UTC)).date() == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("today", "part", "words"),
    [
        (date(2026, 11, 21), "ENG", ""),
        (
            date(2026, 12, 10),
            "ENG",
            "Closed from Friday 25 December to Monday 28 December 2026 and on Friday 1 January 2027.\n",
        ),
        (date(2026, 11, 28), "ENG", "Closed from Friday 25 December to Monday 28 December 2026.\n"),
        (date(2026, 12, 29), "SCT", "Closed from Friday 1 January to Monday 4 January 2027.\n"),
    ],
)
def test_bank_holidays_are_said_as_they_come(settings: Settings, today: date, part: str, words: str) -> None:
    there = settings.community.model_copy(update={"bank_holidays": part})
    assert days_off(there, today) == f"We are closed on bank holidays.\n{words}"


def test_a_long_closure_that_begins_soon_is_said_to_its_end(settings: Settings) -> None:
    summer = tuple(date(2027, 7, 24) + timedelta(days=number) for number in range(45))
    there = settings.community.model_copy(update={"closed_on": summer})
    assert days_off(there, date(2027, 7, 1)).endswith("Closed from Monday 26 July to Monday 6 September 2027.\n")


def test_an_approved_organisation_is_on_the_page_until_it_withdraws(book: Book, published: Published) -> None:
    signed = organisation(book, "The Wren & Lantern", website="wren.example.org", what_we_do="Tea, mostly.")
    assert "Wren" not in published()
    move(book, signed, "offered", "approved")
    page = published()
    assert "The Wren &#38; Lantern</a>" in page
    assert 'href="https&#58;&#47;&#47;wren&#46;example&#46;org" rel="external nofollow noopener noreferrer"' in page
    assert "Tea, mostly&#46;" in page
    move(book, signed, "approved", "withdrawn")
    assert "Wren" not in published()


def test_what_has_not_signed_is_not_printed_though_somebody_approved_it(book: Book, published: Published) -> None:
    organisation(book, "The Wren", status="approved", signed_on=None)
    organisation(book, "The Heron", status="approved")
    page = published()
    assert "The Heron" in page
    assert "The Wren" not in page


def test_no_personal_value_and_nothing_unapproved_gets_through(book: Book, published: Published, root: Path) -> None:
    for table in TABLES.values():
        told = filled(table)
        if table.name == "organisations":
            public = {c.name: None for c in table.columns if c.public}
            # One is approved: its columns that are not public tell. The others are not: every column of theirs tells.
            told |= public | {"name": "An honest name", "status": "approved", "signed_on": "2026-06-01"}
            for status in ("offered", "withdrawn", f"{CANARY}status"):
                book.append(table.name, filled(table, status=status), by=CANARY)
        if table.name == "services":
            told |= {c.name: None for c in table.columns if c.public} | {"name": "An open door", "status": "approved"}
            told |= {"checked_on": "2026-06-01"}
        book.append(table.name, told, by=CANARY)
        if "status" in table.by_name and table.name == "needs":
            for status, reason in (("open", None), ("closed", "done"), ("closed", CANARY)):
                book.append(table.name, filled(table, status=status, closed_reason=reason), by=CANARY)
    assert "An honest name" in published()
    assert "An open door" in (root / "build/site/directory/services/index.html").read_text(encoding="utf-8")
    assert "An open door" in (root / "build/site/open-referral/services.json").read_text(encoding="utf-8")
    files = [path for folder in ("site", "build/site") for path in (root / folder).rglob("*") if path.is_file()]
    assert len(files) > 60
    for path in files:
        words = path.read_bytes().decode("utf-8", "replace").lower()
        assert [mark for mark in MARKS if mark in words] == [], path.relative_to(root)


def test_hostile_names_stay_names_on_the_built_pages(book: Book, published: Published, root: Path) -> None:
    (root / "site" / "_generated" / "secret.md").write_text("the secret snippet", encoding="utf-8")
    names = [
        "<script src=//evil.example></script>",
        '--8<-- "_generated/secret.md"',
        "]()[x](javascript:alert(1))",
        "</li></ul></div><h2>Owned</h2>",
        "x\n\n--8<-- \"_generated/secret.md\"\n\n# y",
        "=cmd|' /C calc'!A0",
        "{: onmouseover=alert(1) }",
    ]  # fmt: skip
    for name in names:
        website = "javascript:alert(1)"
        organisation(book, name, status="approved", website=website, what_we_do=name, commitments=[name, "notice"])
    page = published()
    for part in ("<script src=//evil", "the secret snippet", "<h2>Owned", "onmouseover=alert", 'href="javascript'):
        assert part not in page
    assert page.count("&#61;cmd&#124;") == 2
    assert "javascript:" not in page
    assert page.count("<br>Promise 1") + page.count("<br />Promise 1") == len(names)


def test_a_failed_build_leaves_the_old_site_and_its_sources(
    book: Book, settings: Settings, root: Path, published: Published
) -> None:
    published()
    before = {path: path.read_bytes() for folder in ("site", "build") for path in (root / folder).rglob("*.*")}
    organisation(book, "Newly approved", status="approved")
    broken = root / "site" / "about.md"
    broken.write_text("[nowhere](nowhere.md)", encoding="utf-8")
    with pytest.raises(BuildFailed, match="untouched"):
        publish(root, prepare(book, settings, NOW), lambda: build(root, settings))
    broken.write_bytes(before[broken])
    assert {path: path.read_bytes() for folder in ("site", "build") for path in (root / folder).rglob("*.*")} == before


def test_nobody_is_left_with_half_a_publication_when_it_is_stopped(book: Book, settings: Settings, root: Path) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    before = {path.name: path.read_text(encoding="utf-8") for path in (root / "site" / PIECES).iterdir()}
    with pytest.raises(KeyboardInterrupt):
        publish(root, prepare(book, settings, NOW), interrupted)
    assert {path.name: path.read_text(encoding="utf-8") for path in (root / "site" / PIECES).iterdir()} == before


def test_what_is_current_stays_current_on_a_day_when_nothing_happened(
    book: Book, settings: Settings, root: Path
) -> None:
    told = prepare(book, settings, NOW)
    # The lists come with the checkout as an empty book and the settings make them.
    counted = {"figures.md", "needs.md", "published.json"}
    assert set(stale(root, told)) == counted
    assert set(publish(root, told, lambda: None)) == counted
    tomorrow = prepare(book, settings, NOW.replace(day=22))
    assert tomorrow != told
    assert stale(root, tomorrow) == []
    organisation(book, "Another", status="approved")
    assert set(stale(root, prepare(book, settings, NOW))) == {"signatories.md", "charter.md", "figures.md"}


def test_the_invented_town_is_never_published(book: Book, settings: Settings) -> None:
    with pytest.raises(Invented, match="invented"):
        prepare(book, settings.model_copy(update={"demo": True}), NOW)
    book.write(mark_invented)
    with pytest.raises(Invented, match="invented"):
        prepare(book, settings, NOW)


def test_every_file_that_is_published_is_included_in_a_page_and_comes_with_the_checkout(
    book: Book, settings: Settings
) -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "site").rglob("*.md"))
    for name in prepare(book, settings, NOW):
        assert (ROOT / place(name)).is_file()
        whole = is_written(place(name).relative_to("site")) and place(name).parent.name != PIECES
        program = name in {"roles.json", "services.json", "sessions.json", "published.json"}
        assert whole or f'--8<-- "_generated/{name}"' in pages or program


def test_the_pages_of_forms_lead_to_google_where_the_settings_say_so(
    settings: Settings, root: Path, book: Book
) -> None:
    where = "https://docs.google.com/forms/d/e/invented/viewform"
    told = settings.model_copy(update={"google_forms": {"volunteer": GoogleForm(address=where)}})
    publish(root, prepare(book, told, NOW), lambda: build(root, settings))
    join = (root / "build/site/volunteer/join/index.html").read_text(encoding="utf-8")
    assert f'<a class="cc-button" href="{where}" rel="noopener noreferrer">Join us</a>' in join
    assert "Google keeps what you write there" in join
    assert "tel:03002470050" in join.split("data-form=", 1)[1].split("</div>", 1)[0]
    ask = (root / "build/site/get-help/ask/index.html").read_text(encoding="utf-8")
    assert "You can still get help" in ask
    assert "docs.google.com" not in ask

"""The classes of rows: columns by name, so that mypy finds a slip before anybody does."""

import ast
from pathlib import Path

import pytest

from community.book import schema
from community.tables import make_row_types, row_types
from community.tables.row import ColumnNotRead
from community.tables.row_types import NeedRow, RowWithStatus
from community.tables.statuses import NeedStatus
from tests.checkout import files, name

COLUMNS = frozenset(column.name for table in schema.metadata.tables.values() for column in table.columns)
READS = ("get", "pop", "setdefault", "text")
"""Methods that take the name of a column, of a row or of a line of the spreadsheet."""
NO_ROWS: dict[str, dict[str, tuple[str, ...]]] = {
    "a file of the invented town's words": {
        "community/demo/demo_directory.py": ("printed", "words('organisations')"),
        "community/demo/demo_feedback.py": ("said", "words('organisations')"),
        "community/demo/demo_households.py": ("words('people')",),
        "community/demo/demo_phrases.py": ("letter",),
        "community/demo/demo_contacts.py": ("told",),
        "community/demo/demo_sessions.py": ("words('organisations')",),
    },
    "another file of words or settings": {
        "community/forms/crisis_words.py": ("_told(code)",),
        "community/settings/access_list.py": ("told", "tidy"),
        "community/wording/catalogue.py": ("told",),
        "community/wording/number_words.py": ("wording().number",),
    },
    "what the program noted for itself, of its own shape": {
        "community/book/backup_archive.py": ("told",),
        "community/book/encrypted_backup.py": ("told",),
        "community/publish/open_referral.py": ("each",),
        "community/publish/publish_status.py": ("told",),
        "sheets_sync/held_changes.py": ("answer", "before.get(tab, {})", "last"),
        "sheets_sync/line_before.py": ("head", "told"),
        "sheets_sync/refused_rows.py": ("before",),
        "sheets_sync/status.py": ("each", "failed", "kept", "kept.get('last', {})"),
    },
    "a feed of another program": {
        "community/importing/feed_download.py": ("each", "service"),
        "community/importing/open_referral_feed.py": ("each", "one", "run_by", "term"),
    },
    "the index of the public pages": {
        "community/search/built_pages.py": ("told",),
        "community/search/search_index.py": ("door",),
        "community/search/search_ranking.py": ("door", "each", "section", "sign"),
        "intake/form_page.py": ("told",),
        "intake/search_page.py": ("ring",),
    },
    "what a browser holds": {
        "dashboard/auth.py": ("account",),
        "dashboard/parts/two_who_know.py": ("st.session_state",),
        "intake/form_endpoint.py": ("told",),
        "intake/form_state.py": ("checked", "told"),
    },
    "Google's answers": {
        "sheets_sync/refusal_words.py": ("d", "error"),
        "sheets_sync/sheet_reading.py": ("each",),
        "sheets_sync/sheets_service.py": ("named.get('addNamedRange', {}).get('namedRange', {})",),
        "sheets_sync/trials/scratch_tab.py": ("each",),
        "sheets_sync/trials/structure_trials.py": ("each",),
    },
    "frames of the matching": {"community/casework/solved_board.py": ("rest",)},
    "typed dictionaries, whose keys mypy knows": {
        "community/book/person_data.py": ("whole",),
        "community/casework/person_letter.py": ("m", "record", "told"),
        "community/casework/data_requests.py": ("change", "each", "record", "told"),
        "community/identity/find_query.py": ("forms", "token.forms"),
    },
}
"""Where a column's name is the name of something else: why, the file, and what is asked there."""


def columns_by_name(source: str) -> list[tuple[int, str, str]]:
    """Return (line, column, what is asked) of every `row["column"]`: a slip there is seen by nobody before it runs."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Subscript(value=asked, slice=ast.Constant(value=str(name))):
                found.append((node.lineno, name, asked))
            case ast.Call(func=ast.Attribute(value=asked, attr=method), args=[ast.Constant(value=str(name)), *_]):
                found += [(node.lineno, name, asked)] if method in READS else []
    # A column's definition, TABLES["needs"]["details"], is no row.
    return [
        (at, name, ast.unparse(of)) for at, name, of in found if name in COLUMNS if not isinstance(of, ast.Subscript)
    ]


def test_rows_and_lines_are_read_by_names_that_mypy_knows() -> None:
    excused = {(path, asked) for files_ in NO_ROWS.values() for path, each in files_.items() for asked in each}
    found, used = [], set[tuple[str, str]]()
    for path in files("*.py"):
        if name(path).startswith(("tests/", "community/matching/", "community/book/migrations/")):
            continue
        for line, column, asked in columns_by_name(path.read_text(encoding="utf-8")):
            used.add((name(path), asked))
            if (name(path), asked) not in excused:
                found.append(f"{name(path)}, line {line}: {column} of {asked}")
    help_ = "read row.column, of a class in community/tables/row_types.py, or take the name from ColumnName there:"
    assert not found, "\n".join([help_, *found])
    assert excused <= used, f"excused without need: {excused - used}"


def test_a_column_read_by_name_is_seen() -> None:
    assert columns_by_name('match["status"] == x and f(chosen["needs"])') == [(1, "status", "match")]
    assert columns_by_name('x.line.text("at") or TABLES["needs"]["details"]') == [(1, "at", "x.line")]


def test_the_classes_of_rows_are_those_of_the_tables() -> None:
    assert make_row_types.source() == Path(row_types.__file__).read_text(encoding="utf-8")


def test_a_row_gives_its_columns_and_codes_as_members() -> None:
    need = NeedRow.of({"id": "N-1", "status": "open", "urgency": "at once", "hold_until": None})
    assert need.status is NeedStatus.OPEN
    assert need.urgency == "at once"
    assert need.hold_until is None
    assert isinstance(need, RowWithStatus)


def test_a_column_that_was_not_read_is_no_empty_answer() -> None:
    with pytest.raises(ColumnNotRead, match=r"needs\.details"):
        _ = NeedRow.of({"id": "N-1"}).details


def test_a_row_is_not_changed() -> None:
    with pytest.raises(AttributeError):
        NeedRow.of({"id": "N-1", "status": "open"}).status = NeedStatus.CLOSED  # type: ignore[misc]

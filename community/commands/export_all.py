"""Write everything in the book into a folder, as open files."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from community import exports, forms
from community.book import utc_now
from community.commands.generated_docs import GENERATED
from community.commands.leaving_rows import SHOWN, leaving_columns, leaving_rows
from community.forms import Form
from community.runtime.book_opening import open_book
from community.settings import load
from community.tables import TABLES
from community.wording import counted

DICTIONARY = ("table", "column", "kind", "meaning", "personal", "kept", "words")


@click.command("export-all")
@click.argument("folder", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Write everything in the book into a folder, as open files.

    One CSV file for each table and one for all changes, which any spreadsheet program and any other system reads, with
    the data dictionary beside them: what each column means, whether it is about a person, and how long it is kept. So
    nobody is tied to this program. Every cell is text, and nothing in it can calculate.

    Safeguarding concerns are sealed and stay in the book, and so does a protected address. To move to another machine,
    or to keep a copy, make a `backup` instead: it holds everything and can be brought back.

    FOLDER is made, or is empty. It is noted in `exports.jsonl` who took how many rows, before the first file is
    written. Everything in the files is somebody's: keep them locked away, and delete them when they have served.

    \b
    Example:
      python -m community export-all everything
    """
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError("The folder is not empty. Nothing in it is written over.")
    settings = load()
    book = open_book(settings)
    try:
        with book.reading() as reader:
            tables = {table: leaving_rows(reader, table) for table in (*SHOWN, "changes")}
    finally:
        book.close()
    number = sum(map(len, tables.values()))
    exports.note(settings.book_home, "export-all", "csv", number, now=utc_now())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for table, rows in tables.items():
        columns = leaving_columns(table, personal=True)
        path = folder / f"{table}.csv"
        _write(path, exports.as_file(path, columns, [[row[c] for c in columns] for row in rows]))
    path = folder / "data-dictionary.csv"
    _write(path, exports.as_file(path, DICTIONARY, _dictionary(forms.load(settings))))
    _write(folder / "data-dictionary.md", GENERATED["docs/data-dictionary.md"]().encode())
    click.echo(f"{folder}: {counted(number, 'row')} in {counted(len(tables), 'file')}, and the data dictionary.")
    click.echo("Keep them locked away, and delete them when they have served.")


def _write(path: Path, made: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(made)


def _dictionary(asked: Mapping[str, Form]) -> list[list[object]]:
    lines: dict[tuple[str, str], list[object]] = {
        (table, c.name): [c.kind, c.means, c.personal, str(c.keep), ", ".join(c.words or ())]
        for table in SHOWN
        for c in TABLES[table].columns
    }
    for form in asked.values():
        for q in form.questions.values():
            if q.added:
                lines[form.table, q.column] = [q.kind, q.label, q.added.personal, q.added.kept, ", ".join(q.options)]
    return [[*column, *said] for column, said in lines.items()]

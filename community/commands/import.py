"""Bring in a list of volunteers, residents, organisations, services, households or pairs."""  # noqa: N999 (a command is called like its module)

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from community import exports
from community.book import utc_now
from community.casework import NotNow, User, WorkContext, undo
from community.commands.import_words import as_told, in_lines
from community.importing import (
    KINDS,
    MOST_BYTES,
    Fate,
    ImportPlan,
    bring_list_in,
    download,
    is_address,
    plan_list,
    rows_to_look_at,
)
from community.places import Places
from community.runtime.book_opening import open_book
from community.settings import Settings, load
from community.tables.roles import Role
from community.tables.support_vocabulary import LAWFUL_BASES


class _ListOrFeed(click.Path):
    """A file that is there, or the address of a feed as it was typed."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The file, or the address."""
        return value if is_address(str(value)) else super().convert(value, param, ctx)


@click.command("import")
@click.argument("file", required=False, type=_ListOrFeed(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--what", type=click.Choice(list(KINDS)), help="What the list holds.")
@click.option("--columns", multiple=True, metavar="HEADER=FIELD", help="What a column holds, where the guess is wrong.")
@click.option("--basis", type=click.Choice(LAWFUL_BASES), help="The lawful basis on which you keep these people.")
@click.option("--delete-by", type=click.DateTime(["%Y-%m-%d"]), help="Of households: the day on which the list goes.")
@click.option("--with-health", is_flag=True, help="They agreed that you keep what is about health, too.")
@click.option("--without", multiple=True, type=int, metavar="ROW", help="Leave this row out, as one of two doubles.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook; without it, the longest that shows.")
@click.option("--yes", is_flag=True, help="Bring it in. Without this nothing is written.")
@click.option(
    "--look-at",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where the rows to look at are written: FILE ends in .csv or .xlsx.",
)
@click.option("--undo", "undone", metavar="ACTION", help="Take back what an import brought, by the number it told.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
@click.pass_context
def command(
    click_context: click.Context,
    file: Path | str | None,
    what: str | None,
    columns: tuple[str, ...],
    basis: str | None,
    delete_by: datetime | None,
    with_health: bool,
    without: tuple[int, ...],
    sheet: str | None,
    yes: bool,
    look_at: Path | None,
    undone: str | None,
    as_json: bool,
) -> None:
    """Bring in a list of volunteers, residents, organisations, services, households or pairs.

    FILE is CSV of any kind, or a workbook (.xlsx, .xls, .ods), as your old system gave it out. Which column is which is
    guessed and shown, and nothing is written until you say --yes. Rows that can't be taken in, and rows with something
    odd, go into a file of rows to look at. Bring the same list again, put right, and what changed in it is put right
    here; nobody is doubled. One --undo takes all of it back.

    For services, FILE may be the address of a feed in the form of Open Referral UK as well, or such a feed as a file.

    It ends with 1 when the list can't be read, or holds nothing that could come in.

    \b
    Example:
      python -m community import volunteers.csv --what volunteers
      python -m community import volunteers.csv --what volunteers --columns "Ref 2=leave_out" --basis consent --yes
      python -m community import https://directory.example.org/v3/services --what services
      python -m community import --undo bring_in-7K3QF2MX4ABCDEFG
    """
    _check_asked(file, what, undone, basis, columns, yes=yes, look_at=look_at)
    settings = load()
    if settings.demo and yes:
        raise NotNow("The invented town takes no list: real people do not belong there. `init` makes a live book.")
    book = open_book(settings)
    try:
        user = User(settings.community.director, Role.DIRECTOR)
        here = WorkContext(book, settings, user, Places.open(settings.home, settings.hubs))
        if undone is not None:
            done = undo(here, undone)
            click.echo(json.dumps({"action": done.id}) if as_json else f"Taken back, all of it ({done.id}).")
            return
        if file is None or what is None:
            return
        chosen = dict(each.split("=", 1) for each in columns)
        if isinstance(file, str):
            data, called = download(file), file
        else:
            with file.open("rb") as opened:
                data, called = opened.read(MOST_BYTES + 1), file.name  # of a larger one no more than to refuse it
        plan = plan_list(
            here, data, called, what,
            columns=chosen, basis=basis, health=with_health, without=without, sheet=sheet,
            delete_by=delete_by.date() if delete_by else None,
        )  # fmt: skip
        written = None
        if look_at is not None or (yes and any(row.to_look_at for row in plan.rows)):
            written = _write(settings, plan, look_at)
        try:
            action = bring_list_in(here, plan) if yes else None
        except BaseException:
            if written is not None:  # nobody is told its name, and it has people in it
                written.unlink(missing_ok=True)
            raise
    finally:
        book.close()
    click.echo(as_told(plan, action, written) if as_json else in_lines(plan, action, written))
    click_context.exit(0 if plan.counts[Fate.SET_ASIDE] < len(plan.rows) else 1)


def _check_asked(
    file: Path | str | None,
    what: str | None,
    undone: str | None,
    basis: str | None,
    columns: tuple[str, ...],
    *,
    yes: bool,
    look_at: Path | None,
) -> None:
    """Raise UsageError where the words do not go together."""
    if (file is None) == (undone is None):
        raise click.UsageError("Give the FILE of a list, or --undo and the number of what is to be taken back.")
    if file is not None and what is None:
        raise click.UsageError(f"Say what the list holds: --what {', '.join(KINDS)}.")
    if yes and basis is None and what != "pairs":
        raise click.UsageError(
            f"Say on which lawful basis you keep these people: --basis {', '.join(LAWFUL_BASES)}. "
            "docs/bringing-in-your-list.md says which it may be."
        )
    if any("=" not in each for each in columns):
        raise click.UsageError('--columns is a header of the list, an equals sign, and a field: "Ref 2=leave_out".')
    if look_at is not None and (look_at.suffix.lower() not in exports.SUFFIXES or look_at.exists()):
        raise click.UsageError("--look-at FILE ends in .csv or .xlsx, and is not written over.")


def _write(settings: Settings, plan: ImportPlan, file: Path | None) -> Path:
    """Write the rows to look at, and note that they leave the book's folder's care."""
    now = utc_now()
    path = file or settings.book_home / "exports" / f"{plan.kind.code}-to-look-at-{now:%Y%m%dT%H%M%S%f}Z.csv"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    headers, rows = rows_to_look_at(plan)
    exports.note(settings.book_home, f"import {plan.kind.code}", path.suffix[1:].lower(), len(rows), now=now)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(exports.as_file(path, headers, rows))
    return path

"""docs/data-dictionary.md: every table and column, who may see it and how long it is kept."""

from community.commands.generated_docs.role_docs import COLUMNS
from community.tables import TABLES, Column, Table
from community.wording import spelled

SEEN_BY = tuple(role for role, _ in COLUMNS)
PERSONAL = {"no": "no", "personal": "yes", "special": "yes, special category"}
ORIGIN = {"told": "told us", "decided": "decided here"}


def page() -> str:
    """Return the data dictionary as Markdown."""
    parts = [
        "# Data dictionary",
        "<!-- Written by `python start.py document` from community/tables. Change it there. -->",
        "Every table of the book. What somebody **told us** can be corrected, and what they first wrote stays in the "
        "book. What was **decided here** changes only by a decision with a name to it. Who sees a column is held when "
        "it is read, whatever the screen shows; coordinators see their own hub. An empty last column means that the "
        "words are free.",
    ]
    for table in TABLES.values():
        parts += _section(table)
    return "\n\n".join(parts) + "\n"


def _section(table: Table) -> list[str]:
    public = [column.name for column in table.columns if column.public]
    released = [column.name for column in table.columns if column.released]
    about = [
        f"{table.means}. Ids begin with `{table.letter}`. {'' if table.sheet else 'It never leaves the book.'}".strip()
    ]
    if released:
        about.append(
            f"Told to the matched volunteer after their yes, once the resident knows who comes: {_codes(released)}."
        )
    if public:
        about.append(f"Printed on the public site once it is approved: {_codes(public)}.")
    head = ["| Column | Meaning | Kind | About a person | Seen by | Kept | Whence | Words |", "| --- " * 8 + "|"]
    return [f"## {table.name}", *about, "\n".join([*head, *map(_row, table.columns)])]


def _row(column: Column) -> str:
    refers = f" to {column.refers_to}" if column.refers_to else ""
    cells = [
        f"`{column.name}`",
        column.means,
        f"{column.kind}{refers}",
        PERSONAL[column.personal or "no"],
        ", ".join(spelled(role) for role in SEEN_BY if role in (column.see or ())),
        str(column.keep or ""),
        ORIGIN[column.origin],
        _codes(column.words or ()),
    ]
    return f"| {' | '.join(cells)} |"


def _codes(words: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)

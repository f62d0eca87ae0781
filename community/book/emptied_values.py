"""Values that a decision took out of a record: they are empty now, and still stand in its first copy or its changes."""

import sqlalchemy as sa

from community.book.reader import Reader
from community.book.schema import CHANGES, NOW, RECEIVED
from community.tables import Table


def said_once(reader: Reader, table: Table) -> set[tuple[str, str]]:
    """Each record and column of the table that is empty now, and said something as it was received or by a change."""
    names = [c.name for c in table.columns if c.keep is not None and c.keep.months is not None]
    first, current = RECEIVED[table.name], NOW[table.name]
    came, now = first.columns, current.columns
    emptied = sa.or_(sa.false(), *(came[name].is_not(None) & now[name].is_(None) for name in names))
    query = sa.select(first.c.id, *(came[name] for name in names)).where(first.c.id == current.c.id, emptied)
    told = reader.connection.execute(query)
    found = {(one, name) for one, *values in told for name, each in zip(names, values, strict=True) if each is not None}
    field, said = CHANGES.c.field, CHANGES.c.was.is_not(None) | CHANGES.c.now.is_not(None)
    about = (CHANGES.c.table == table.name) & (field.in_(names) | field.startswith("extra.", autoescape=True))
    changed = reader.connection.execute(sa.select(CHANGES.c.record_id, field).where(about, said).distinct())
    return found | {(one, name.partition(".")[0]) for one, name in changed}

"""What somebody else did meanwhile, in one sentence: who, about whom, and what stands there now."""

from community.book import Stale
from community.casework.casework_errors import NotFound
from community.casework.display_names import named
from community.casework.record_history import words_of
from community.casework.user import WorkContext
from community.casework.visibility import looking, row_type_of
from community.tables import ids


def overtaken(context: WorkContext, by: Stale) -> str:
    """Who was faster, and what they wrote, as far as the user reads it."""
    with looking(context) as visible:
        last = visible.reader.changes(
            table=by.table,
            record_id=by.id,
            where=lambda c: [c.field == by.field, c.conflict.is_(None)],
            newest_first=True,
            limit=1,
        )
        try:
            visible.get(row_type_of(by.id), by.id)
        except NotFound:
            return "Somebody was faster. Nothing was changed by you."
        whom = named(visible, by.id)
        if not last:
            return f"Somebody was faster{f' about {whom}' if whom else ''}. Nothing was changed by you."
        who = "an answer by a link" if ids.check(last[0].by) else last[0].by
        what = words_of(last[0], shown=by.field not in visible.unseen(by.table, by.id))
        return f"Somebody was faster: {who}. {f'{whom}: ' if whom else ''}{what}. Nothing was changed by you."

"""Brings a planned list into the book: all of it in one action, which one undo takes back."""

from community.book import Action, Change
from community.casework import WorkContext, bring_in
from community.importing.import_plan import Fate, ImportPlan


def bring_list_in(context: WorkContext, plan: ImportPlan) -> Action:
    """The action that wrote the plan's rows and corrections. Without an id it had nothing to write.

    What somebody changed since the plan was made is not written over: it raises Stale, and the plan is made anew. A row
    that came in meanwhile by the same list is left alone.
    """
    rows = [append for row in plan.rows for append in row.appends]
    corrections = [
        Change(plan.kind.table, str(row.record_id), each.field, each.was, each.now)
        for row in plan.rows
        if row.fate == Fate.CORRECTED
        for each in row.corrected
    ]
    return bring_in(context, rows, corrections, reason=f"Brought in from the list {plan.file}")

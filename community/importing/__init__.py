"""Importing: lists of old systems, of any shape. First a plan that a person looks at; then one action and one undo."""

from community.importing.column_guess import ColumnGuess, field_label
from community.importing.feed_download import download, is_address
from community.importing.import_plan import Fate, ImportPlan, LikelyDouble, PlannedRow
from community.importing.list_file import MOST_BYTES
from community.importing.list_kinds import KINDS, ListKind
from community.importing.list_plan import bring_list_in, plan_list
from community.importing.not_a_list import NotAList
from community.importing.own_answers import own_questions
from community.importing.rows_to_look_at import rows_to_look_at

__all__ = [
    "KINDS", "MOST_BYTES", "ColumnGuess", "Fate", "ImportPlan", "LikelyDouble", "ListKind", "NotAList", "PlannedRow",
    "bring_list_in", "download", "field_label", "is_address", "own_questions", "plan_list", "rows_to_look_at",
]  # fmt: skip

"""Safeguarding concerns: anybody raises one, and only those whose duty it is open it, never whom it names.

The book holds their words sealed; nothing else of ours reads them (docs/adr/0011-concerns-kept-apart.md).
"""

from community.concerns.numbers import numbers, prompts
from community.concerns.raising import Raised, check_may_raise, raise_concern
from community.concerns.receivers import Named, is_kept_here, is_received, people_here, somebody_may_open
from community.concerns.record import Concern, Step, named_in
from community.concerns.sealing import NoConcernsKey, Seal, seal_of
from community.concerns.steps import (
    Line,
    Relies,
    concerns_for,
    keep_apart_again,
    mine,
    name_record,
    open_concern,
    opens_all,
    past_keeping,
    reads,
    remove_concerns,
    reply_by,
    take_step,
    who_relies,
)

__all__ = [
    "Concern",
    "Line",
    "Named",
    "NoConcernsKey",
    "Raised",
    "Relies",
    "Seal",
    "Step",
    "check_may_raise",
    "concerns_for",
    "is_kept_here",
    "is_received",
    "keep_apart_again",
    "mine",
    "name_record",
    "named_in",
    "numbers",
    "open_concern",
    "opens_all",
    "past_keeping",
    "people_here",
    "prompts",
    "raise_concern",
    "reads",
    "remove_concerns",
    "reply_by",
    "seal_of",
    "somebody_may_open",
    "take_step",
    "who_relies",
]

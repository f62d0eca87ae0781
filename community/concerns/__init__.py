"""Safeguarding concerns: anybody may raise one; only those on duty may open it, and never a person whom it names.

The book holds the words of a concern sealed, and no other room reads them (docs/adr/0011-concerns-kept-apart.md).
"""

from community.concerns.concern_notice import NewConcern, may_be_told, may_read, new_concerns, reply_promised, told_now
from community.concerns.concern_receivers import Named, is_kept_here, is_received, people_here, somebody_may_open
from community.concerns.concern_record import DIRECTOR, Concern, named_in
from community.concerns.concern_steps import (
    MUST_SAY,
    concerns_for,
    keep_apart_again,
    mine,
    name_record,
    open_concern,
    opens_all,
    past_keeping,
    reads,
    remove_concerns,
    take_step,
    who_relies,
)
from community.concerns.emergency_numbers import numbers, prompts
from community.concerns.encryption import NoConcernsKey, Seal, seal_of, seal_to_raise
from community.concerns.raise_concern import raise_concern

__all__ = [
    "DIRECTOR", "MUST_SAY", "Concern", "Named", "NewConcern", "NoConcernsKey", "Seal", "concerns_for", "is_kept_here",
    "is_received", "keep_apart_again", "may_be_told", "may_read", "mine", "name_record", "named_in", "new_concerns",
    "numbers", "open_concern", "opens_all", "past_keeping", "people_here", "prompts", "raise_concern", "reads",
    "remove_concerns", "reply_promised", "seal_of", "seal_to_raise", "somebody_may_open", "take_step", "told_now",
    "who_relies",
]  # fmt: skip

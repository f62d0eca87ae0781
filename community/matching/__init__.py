"""Matching: the best proposals for a whole board at once, with the reasons in words.

It takes frames and returns frames. Nothing here reads a file, asks for the time or decides. docs/how-matching-works.md
explains it to a director and lists the columns of the two frames.
"""

from typing import TYPE_CHECKING

from community.late_door import late_door

if TYPE_CHECKING:
    from community.matching.array_types import PlainFrame
    from community.matching.board import Board
    from community.matching.board_change import BoardChange
    from community.matching.board_encoding import encode
    from community.matching.board_measures import Measures, changed, measure
    from community.matching.capacity_gaps import Gap, gaps
    from community.matching.engine import is_warm, warm
    from community.matching.hard_rules import RULES
    from community.matching.ineligibility import why_not
    from community.matching.match_reasons import reasons
    from community.matching.matching_errors import GuaranteeBroken, MatchingError, TooManyPairs
    from community.matching.proposals import Proposals, propose
    from community.matching.recruiting import Recruit, recruits
    from community.matching.rule_changes import RuleChange, changes
    from community.matching.solution import Solution
    from community.matching.substitution import Substitution, dearer, instead
    from community.matching.unmatched_needs import ALL_ON_IT, OTHERS_FIRST
    from community.matching.weights import DEFAULT, TERMS, Weights
else:
    __getattr__ = late_door(__name__, __file__)

__all__ = [
    "ALL_ON_IT", "DEFAULT", "OTHERS_FIRST", "RULES", "TERMS", "Board", "BoardChange", "Gap", "GuaranteeBroken",
    "MatchingError", "Measures", "PlainFrame", "Proposals", "Recruit", "RuleChange", "Solution", "Substitution",
    "TooManyPairs", "Weights", "changed", "changes", "dearer", "encode", "gaps", "instead", "is_warm", "measure",
    "propose", "reasons", "recruits", "warm", "why_not",
]  # fmt: skip

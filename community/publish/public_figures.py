"""The public figures: how many people, requests and needs, and what became of them. Counts only, never a row."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from community.book import Reader
from community.publish.earlier_figures import Printed, protect_from, with_this
from community.publish.suppression import TableCell, protect
from community.settings import Settings
from community.tables.row_types import HelpRequestRow, MatchRow, NeedRow, OrganisationRow, VolunteerRow
from community.tables.statuses import ListingStatus, MatchStatus, NeedStatus, VolunteerStatus
from community.tables.vocabulary import ClosedReason

MET, UNDER_WAY, PASSED_ON, WAITING, NOT_HELPED = "met", "under_way", "passed_on", "waiting", "not_helped"
OUTCOMES = (MET, UNDER_WAY, PASSED_ON, WAITING, NOT_HELPED)
HELPED = (MET, UNDER_WAY, PASSED_ON)
_OF_REASON: dict[str, str] = {ClosedReason.DONE: MET, ClosedReason.REFERRED_ON: PASSED_ON}
REASONS = (ClosedReason.DONE_BY_OTHERS, ClosedReason.NOT_WANTED, ClosedReason.OUT_OF_AREA, ClosedReason.UNABLE)
OTHER = "other"


@dataclass(frozen=True)
class Figures:
    """Protected counts. A hidden count is an empty cell.

    `kinds` is by task type, in the order of the settings: how many needs were asked for, and in how many of them
    somebody helped, is helping, or knew a service that does.
    """

    volunteers: TableCell
    ready: TableCell
    organisations: int
    requests: TableCell
    needs: Mapping[str, TableCell]
    kinds: Mapping[str, tuple[TableCell, TableCell]]
    reasons: Mapping[str, TableCell]
    published: str
    """What is printed now and was before, for the file that the next publication reads."""


@dataclass(frozen=True)
class Need:
    """The parts of a need that are counted."""

    kind: str | None
    outcome: str
    reason: str | None


def count(reader: Reader, settings: Settings, before: Sequence[Printed] = ()) -> Figures:
    """The counts from one snapshot of the book. A request or need that repeats another is not counted.

    `before` is what was printed earlier: nobody learns of a few people by subtracting one publication from another.
    """
    helping = {m.need_id for m in reader.rows(MatchRow, lambda c: [c.status == MatchStatus.ACTIVE], order=None)}
    needs = [
        Need(n.task_type, _outcome(n, n.id in helping), n.closed_reason)
        for n in reader.rows(NeedRow, order=None)
        if n.closed_reason != ClosedReason.DUPLICATE
    ]
    counts, sums = _needs(needs, settings)
    requests = reader.count(HelpRequestRow, lambda c: [c.duplicate_of.is_(None)])
    counts |= {"volunteers": reader.count(VolunteerRow), "requests": requests}
    counts["ready"] = reader.count(VolunteerRow, lambda c: [c.status == VolunteerStatus.READY])
    printed = [name for name in counts if not name.endswith(":rest")]
    cells = protect_from(before, counts, sums, protect(counts, sums), printed)
    kinds = [kind for kind in _kinds(settings) if counts[f"{kind}:asked"]]
    return Figures(
        volunteers=cells["volunteers"],
        ready=cells["ready"],
        # The signatories are on the same page by name, so their number need not be hidden.
        organisations=len(
            {(row.name or "").casefold() for row in signed_and_approved(reader)}
            | {name.casefold() for name in settings.community.signed_before}
        ),
        requests=cells["requests"],
        needs={name: cells[name] for name in ("asked", "helped", *OUTCOMES)},
        kinds={kind: (cells[f"{kind}:asked"], cells[f"{kind}:helped"]) for kind in kinds},
        reasons={reason: cells[f"why:{reason}"] for reason in REASONS},
        published=with_this(before, cells, printed),
    )


def signed_and_approved(reader: Reader) -> list[OrganisationRow]:
    """The organisations that may be printed: the director approved them, they have a name, and they have signed."""
    return reader.rows(
        OrganisationRow,
        lambda c: [c.status == ListingStatus.APPROVED, c.signed_on.is_not(None), c.name.is_not(None)],
    )


def _needs(needs: Sequence[Need], settings: Settings) -> tuple[dict[str, int], list[tuple[str, list[str]]]]:
    """Counts by kind, outcome and reason with every total, and which is the sum of which.

    The rest of a kind, beside those helped, is not printed, but subtraction reveals it, so it is counted too.
    """
    kinds = _kinds(settings)
    by_kind = Counter((n.kind if n.kind in kinds else OTHER, n.outcome in HELPED) for n in needs)
    outcomes = Counter(n.outcome for n in needs)
    why = Counter(n.reason if n.reason in REASONS else ClosedReason.UNABLE for n in needs if n.outcome == NOT_HELPED)
    counts = {f"{kind}:helped": by_kind[kind, True] for kind in kinds} | {f"{k}:rest": by_kind[k, False] for k in kinds}
    counts |= {outcome: outcomes[outcome] for outcome in OUTCOMES} | {
        f"why:{reason}": why[reason] for reason in REASONS
    }
    counts |= {f"{kind}:asked": counts[f"{kind}:helped"] + counts[f"{kind}:rest"] for kind in kinds}
    counts |= {"asked": len(needs), "helped": sum(outcomes[outcome] for outcome in HELPED)}
    sums = [
        *((f"{kind}:asked", [f"{kind}:helped", f"{kind}:rest"]) for kind in kinds),
        ("helped", [f"{kind}:helped" for kind in kinds]),
        ("helped", list(HELPED)),
        (NOT_HELPED, [f"why:{reason}" for reason in REASONS]),
        ("asked", [f"{kind}:asked" for kind in kinds]),
        ("asked", list(OUTCOMES)),
    ]
    return counts, sums


def _kinds(settings: Settings) -> list[str]:
    return [*settings.task_types, *([] if OTHER in settings.task_types else [OTHER])]


def _outcome(need: NeedRow, helping: bool) -> str:
    if need.status == NeedStatus.OPEN:
        return UNDER_WAY if helping else WAITING
    return _OF_REASON.get(need.closed_reason or "", NOT_HELPED)

"""A request goes from one hub of ours to another: it waits on Today until somebody there says that they have it."""

from community.casework.casework_errors import NotNow
from community.casework.unit_of_work import UnitOfWork
from community.settings.response_promise import after_working_days
from community.tables.canonical import LONDON
from community.tables.ids import derive
from community.tables.row_types import HelpRequestRow, ReferralRow, ReferralValues
from community.tables.statuses import ReferralStatus
from community.tables.support_vocabulary import ReferralKind
from community.tables.vocabulary import Direction

HAVE_IT = "The other hub has it."
WENT_ON = "It went on to {hub}."
_WAITS_NOT = "Only what another hub gave to you, and nobody has taken over yet, goes back."


def hand_over(unit: UnitOfWork, request: HelpRequestRow, hub: str, why: str | None = None) -> None:
    """Write down for both hubs that this request goes from its hub to this one; `why` is read by the new one.

    Two rows, because each hub sees its own: what the first keeps names nobody, for it needs to know no more. What
    waited between other hubs is over with that.
    """
    settings = unit.context.settings
    own = str(request.hub)
    names = {code: settings.hubs[code].name if code in settings.hubs else code for code in (own, hub)}
    for row in _waiting(unit, request.id):
        _close(unit, row, WENT_ON.format(hub=names[hub]))
    both: ReferralValues = {"kind": ReferralKind.HUB, "request_id": request.id, "status": ReferralStatus.SENT}
    given: ReferralValues = {
        "direction": Direction.OUT,
        "hub": own,
        "service": names[hub],
        "chase_on": after_working_days(settings.community, unit.now, settings.follow_up.referral_days).date(),
    }
    taken: ReferralValues = {
        "direction": Direction.IN,
        "hub": hub,
        "service": names[own],
        "what": (why or "").strip() or None,
        "resident_id": request.resident_id,
    }
    for code, side in ((own, given), (hub, taken)):
        unit.add(ReferralRow, both | side, derive("F", "between hubs", request.id, code, unit.at))


def taken_over(unit: UnitOfWork, referral: ReferralRow, by: str | None) -> None:
    """Somebody there has it: both hubs' rows are closed, so that neither asks again."""
    for row in _waiting(unit, referral.request_id):
        _close(unit, row, HAVE_IT)
        unit.set(row, "acknowledged_by", by)
        unit.set(row, "acknowledged_on", unit.now.astimezone(LONDON).date())


def is_to_take_over(referral: ReferralRow) -> bool:
    """Whether it came from another hub, and nobody here has said yet that they have it."""
    here = referral.kind == ReferralKind.HUB and referral.direction == Direction.IN
    return here and referral.status == ReferralStatus.SENT


def came_from(unit: UnitOfWork, referral: ReferralRow) -> str:
    """The hub that gave it to this one. Raises NotNow where nobody is waited for any more."""
    sides = _waiting(unit, referral.request_id) if is_to_take_over(referral) else []
    first = next((row.hub for row in sides if row.direction == Direction.OUT), None)
    if first is None:
        raise NotNow(_WAITS_NOT)
    return first


def _waiting(unit: UnitOfWork, request_id: str | None) -> list[ReferralRow]:
    """Both hubs' rows of a request that nobody has taken over yet."""
    return unit.reader.rows(
        ReferralRow,
        lambda c: [c.request_id == request_id, c.kind == ReferralKind.HUB, c.status == ReferralStatus.SENT],
    )


def _close(unit: UnitOfWork, row: ReferralRow, outcome: str) -> None:
    unit.move(row, ReferralStatus.CLOSED)
    unit.set(row, "outcome", outcome)
    unit.set(row, "chase_on", None)

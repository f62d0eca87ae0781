"""A request goes from one hub of ours to another: it waits on Today until somebody there says that they have it."""

from community.casework.unit_of_work import UnitOfWork
from community.settings.response_promise import after_working_days
from community.tables.canonical import LONDON
from community.tables.ids import derive
from community.tables.row_types import HelpRequestRow, ReferralRow, ReferralValues
from community.tables.statuses import ReferralStatus
from community.tables.support_vocabulary import ReferralKind
from community.tables.vocabulary import Direction

HAVE_IT = "The other hub has it."


def hand_over(unit: UnitOfWork, request: HelpRequestRow, hub: str) -> None:
    """Write down for both hubs that this request goes from its hub to this one.

    Two rows, because each hub sees its own: what the first keeps names nobody, for it needs to know no more.
    """
    settings = unit.context.settings
    own = str(request.hub)
    names = {code: settings.hubs[code].name if code in settings.hubs else code for code in (own, hub)}
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
        "resident_id": request.resident_id,
    }
    for code, side in ((own, given), (hub, taken)):
        unit.add(ReferralRow, both | side, derive("F", "between hubs", request.id, code, unit.at))


def taken_over(unit: UnitOfWork, referral: ReferralRow, by: str | None) -> None:
    """Somebody there has it: both hubs' rows are closed, so that neither asks again."""
    sides = unit.reader.rows(
        ReferralRow,
        lambda c: [c.request_id == referral.request_id, c.kind == ReferralKind.HUB, c.status == ReferralStatus.SENT],
    )
    for row in sides:
        unit.move(row, ReferralStatus.CLOSED)
        unit.set(row, "acknowledged_by", by)
        unit.set(row, "acknowledged_on", unit.now.astimezone(LONDON).date())
        unit.set(row, "outcome", HAVE_IT)
        unit.set(row, "chase_on", None)

"""How each part of a hub's area stands: help that waits, volunteers, gaps on either side, and streets."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from community.casework.kept_worklist import unused
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent, may_help
from community.casework.outreach_rounds import listed
from community.casework.permissions import user_can_see_hub
from community.casework.street_names import street_key, street_of
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.tables.row_types import HouseholdRow, MatchRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import AGREED, NeedStatus, VolunteerStatus
from community.tables.verbs import Verb


@dataclass(frozen=True)
class SectorStands:
    """One postcode sector of a hub: needs that nobody has agreed to yet, volunteers, and those not asked lately."""

    hub: str | None
    sector: str
    waiting: int
    ready: int
    unasked: int

    @property
    def gap(self) -> str | None:
        """`nobody`: help is asked for, and no volunteer lives there; `unasked`: volunteers, and nobody asks them."""
        if self.waiting and not self.ready:
            return "nobody"
        return "unasked" if self.unasked and not self.waiting else None


@dataclass(frozen=True)
class StreetStands:
    """One street of a hub: how many homes we know of there, and who is its Street Champion."""

    hub: str | None
    street: str = field(repr=False)
    homes: int
    champion: str | None = field(repr=False)
    """The id of the volunteer."""


@dataclass(frozen=True)
class HubStands:
    """How it stands with all that the user sees: by sector, and by street."""

    sectors: tuple[SectorStands, ...]
    streets: tuple[StreetStands, ...] = field(repr=False)


def hubs_stand(context: WorkContext) -> HubStands:
    """How the areas within sight stand now. What lies nowhere, for want of a postcode, is the sector ``."""
    now = context.clock()
    idle = set(unused(context, now))
    with looking(context) as visible:
        agreed = Counter(
            m.need_id for m in visible.rows(MatchRow, lambda c: [c.status.in_(sorted(AGREED))], order=None)
        )
        needs = visible.rows(NeedRow, lambda c: [c.status == NeedStatus.OPEN], order=None)
        found = visible.rows(VolunteerRow, order=None)
        here = [v for v in found if may_help(v) and user_can_see_hub(context.user, v.hub)]
        streets = tuple(_streets(visible, context, here))
    waiting = Counter(_where(n.hub, n.sector) for n in needs if agreed[n.id] < int(n.people or 1))
    ready = Counter(_where(v.hub, v.sector) for v in here if v.status == VolunteerStatus.READY)
    unasked = Counter(_where(v.hub, v.sector) for v in here if v.id in idle)
    places = sorted(waiting.keys() | ready.keys(), key=lambda at: (at[0] or "~", at[1] or "~"))
    return HubStands(tuple(SectorStands(*at, waiting[at], ready[at], unasked[at]) for at in places), streets)


def _where(hub: str | None, sector: str | None) -> tuple[str | None, str]:
    return hub, sector or ""


def _streets(visible: Visibility, context: WorkContext, volunteers: Iterable[VolunteerRow]) -> Iterable[StreetStands]:
    """Streets with somebody's home in them. A protected address is not read, and its street counts for nothing."""
    champions = {
        (v.hub, street_key(street)): v.id
        for v in volunteers
        for street in (v.champion_of or "").split(",")
        if street.strip()
    }
    homes: dict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
    residents = visible.rows(ResidentRow, lambda c: [c.address.is_not(None), c.died_on.is_(None)], order=None)
    households: list[HouseholdRow] = listed(visible, context.clock())
    told = [*((row.hub, row.address) for row in residents), *((row.hub, row.address) for row in households)]
    for hub, address in told:
        street = street_of(address) if user_can_see_hub(context.user, hub) else None
        if street:
            homes[hub, street_key(street)][street] += 1
    for (hub, key), named in sorted(homes.items(), key=lambda each: (each[0][0] or "~", each[0][1])):
        yield StreetStands(hub, named.most_common(1)[0][0], sum(named.values()), champions.get((hub, key)))


def _champion(happening: Happening) -> None:
    volunteer = happening.unit.read(VolunteerRow, happening.row.id)
    happening.unit.set(volunteer, "champion_of", happening.told.said("streets"))


EVENTS = (
    LifeEvent(
        Verb.CHAMPION,
        VolunteerRow,
        _champion,
        (
            LifeAsk("streets", AskKind.LINE, "For which streets? With commas between; none: for none any more",
                    column="champion_of"),
        ),
        may_help,
    ),
)  # fmt: skip

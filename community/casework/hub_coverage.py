"""How each part of a hub's area stands: help that waits, volunteers, gaps on either side, and streets."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from community.book import among
from community.casework.kept_worklist import unused_volunteers
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent, may_help
from community.casework.listed_households import how_reached, listed
from community.casework.permissions import user_can_see_hub
from community.casework.street_names import street_key, street_of
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.places import parse
from community.tables.row_types import HelpRequestRow, HouseholdRow, MatchRow, NeedRow, ResidentRow, VolunteerRow
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
    homes: int = 0
    """Households on lists for outreach."""
    spoken: int = 0
    tried: int = 0
    """Rung, without an answer so far."""
    leaflets: int = 0

    @property
    def gap(self) -> str | None:
        """`nobody`: help is asked for, and no volunteer lives there; `unasked`: volunteers, and nobody asks them."""
        if self.waiting and not self.ready:
            return "nobody"
        return "unasked" if self.unasked and not self.waiting else None

    @property
    def outreach(self) -> str | None:
        """How far outreach has come: `nobody` was spoken to or had a leaflet, `some` were, or `all`; None for none."""
        if not self.homes:
            return None
        if self.spoken == self.homes:
            return "all"
        return "some" if self.spoken or self.tried or self.leaflets else "nobody"


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
    idle = set(unused_volunteers(context, now))
    with looking(context) as visible:
        agreed = Counter(
            m.need_id
            for m in visible.rows(
                MatchRow, lambda c: [c.status.in_(sorted(AGREED))], order=None, columns=lambda c: (c.id, c.need_id)
            )
        )
        needs = visible.rows(NeedRow, lambda c: [c.status == NeedStatus.OPEN], order=None, columns=_of_needs)
        found = visible.rows(VolunteerRow, order=None, columns=_of_volunteers)
        here = [v for v in found if may_help(v) and user_can_see_hub(context.user, v.hub)]
        homes = [h for h in listed(visible, now) if user_can_see_hub(context.user, h.hub)]
        streets = tuple(_streets(visible, context, here, homes))
        joined = {h.joined_as for h in homes} - {None}
        came: list[VolunteerRow | HelpRequestRow] = [
            *visible.rows(
                VolunteerRow, lambda c: [among(c.id, joined)], order=None, columns=lambda c: (c.id, c.postcode)
            ),
            *visible.rows(
                HelpRequestRow, lambda c: [among(c.id, joined)], order=None, columns=lambda c: (c.id, c.postcode)
            ),
        ]
    postcodes = {row.id: row.postcode for row in came}
    waiting = Counter(_where(n.hub, n.sector) for n in needs if agreed[n.id] < int(n.people or 1))
    ready = Counter(_where(v.hub, v.sector) for v in here if v.status == VolunteerStatus.READY)
    unasked = Counter(_where(v.hub, v.sector) for v in here if v.id in idle)
    listed_at: dict[tuple[str | None, str], list[HouseholdRow]] = defaultdict(list)
    for home in homes:
        postcode = home.postcode or postcodes.get(home.joined_as or "")  # a list forgets whoever came to us
        listed_at[_where(home.hub, parse(postcode).sector)].append(home)
    places = sorted(waiting.keys() | ready.keys() | listed_at.keys(), key=lambda at: (at[0] or "~", at[1] or "~"))
    sectors = (
        SectorStands(*at, waiting[at], ready[at], unasked[at], len(listed_at[at]), *how_reached(listed_at[at]))
        for at in places
    )
    return HubStands(tuple(sectors), streets)


def _of_needs(c: type[NeedRow]) -> tuple[Any, ...]:
    return c.id, c.hub, c.sector, c.people


def _of_volunteers(c: type[VolunteerRow]) -> tuple[Any, ...]:
    return c.id, c.hub, c.sector, c.status, c.died_on, c.moved_on, c.champion_of


def _where(hub: str | None, sector: str | None) -> tuple[str | None, str]:
    return hub, sector or ""


def _streets(
    visible: Visibility, context: WorkContext, volunteers: Iterable[VolunteerRow], households: Iterable[HouseholdRow]
) -> Iterable[StreetStands]:
    """Streets with somebody's home in them. A protected address is not read, and its street counts for nothing."""
    champions = {
        (v.hub, street_key(street)): v.id
        for v in volunteers
        for street in (v.champion_of or "").split(",")
        if street.strip()
    }
    homes: dict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
    residents = visible.rows(
        ResidentRow,
        lambda c: [c.address.is_not(None), c.died_on.is_(None)],
        order=None,
        columns=lambda c: (c.id, c.hub, c.address),
    )
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

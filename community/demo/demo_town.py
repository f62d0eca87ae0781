"""The state that all parts of making the town share: settings, calendar, places, staff and ledger."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any

from community import forms
from community.book import Action, Append, Change, Reader
from community.casework import UnitOfWork, User, WorkContext
from community.demo.demo_calendar import Calendar
from community.demo.demo_ledger import LedgerBook, LedgerRecord, R
from community.demo.demo_names import Cast, is_whole, words
from community.forms import Form
from community.places import Place, Places
from community.settings import Settings
from community.tables.canonical import split
from community.tables.flags import Flag
from community.tables.roles import Role
from community.tables.row_types import ColumnName
from community.tables.statuses import AnyStatus
from community.tables.verbs import Verb

# Where more people ask for help than live there by chance; every other hub counts 1.
ASKS_MORE = {"bath_south_west": 1.7, "somer_valley": 1.3, "bath_south_east": 0.8, "bathavon": 0.7}


class Town:
    """One invented town in the making."""

    def __init__(
        self, ledger: LedgerBook, settings: Settings, places: Places, *, cast: Cast, seed: str, today: date
    ) -> None:
        """Begin with nobody in it."""
        self.ledger, self.settings, self.places, self.cast, self.seed = ledger, settings, places, cast, seed
        self.calendar = Calendar(today, settings.community)
        self.households = 0
        self.ready: dict[str, datetime] = {}

    def lots(self, what: str) -> random.Random:
        """A random generator for one part of the town, so that a change to one part leaves the others unchanged."""
        return random.Random(f"{self.seed}:{what}")

    @cached_property
    def homes(self) -> dict[str, list[Place]]:
        """Every real postcode of each hub."""
        found: dict[str, list[Place]] = {}
        for place in self.places.sample_postcodes():
            if place.hub and place.precision == "postcode":
                found.setdefault(place.hub, []).append(place)
        return found

    def home(self, lots: random.Random, *, asking: bool) -> Place:
        """A real postcode: hubs by their number of postcodes, and by how much more is asked there."""
        hubs = sorted(self.homes)
        weights = [len(self.homes[h]) * (ASKS_MORE.get(h, 1.0) if asking else 1.0) for h in hubs]
        return lots.choice(self.homes[lots.choices(hubs, weights)[0]])

    @property
    def director(self) -> User:
        """The invented director."""
        return User(str(words("people")["director"]), Role.DIRECTOR)

    def coordinator(self, hub: str | None) -> User:
        """The invented coordinator of the hub, or the director where there is none."""
        names: Sequence[str] = words("people")["coordinators"]
        hubs = list(self.settings.hubs)
        return User(names[hubs.index(hub) % len(names)], Role.COORDINATOR, hub) if hub in hubs else self.director

    def call_handler(self, lots: random.Random) -> User:
        """One of the invented call handlers."""
        return User(str(lots.choice(words("people")["call_handlers"])), Role.CALL_HANDLER)

    def at_work(self, user: User, at: datetime) -> WorkContext:
        """Somebody at work at that time: whatever they do happens then."""
        self.ledger.now = at
        return WorkContext(self.ledger, self.settings, user, self.places, clock=lambda: at)

    def by_machine(self, verb: Verb, name: str, at: datetime, work: Callable[[UnitOfWork], object]) -> Action:
        """What is decided without an action of casework: proposals, offers that lapse, and what people only note."""
        context = self.at_work(User(name, None), at)

        def plan(reader: Reader) -> tuple[Iterable[Change], Iterable[Append]]:
            unit = UnitOfWork(reader, context)
            work(unit)
            return unit.changes.values(), unit.appends

        return self.ledger.decide(verb, by=name, plan=plan)

    def write_down(
        self, record: LedgerRecord[Any], by: User, at: datetime, status: AnyStatus | None = None, **fields: object
    ) -> None:
        """What somebody notes about a record: where it stands now, and what else they know."""

        def work(unit: UnitOfWork) -> None:
            row = record.now
            for name, value in fields.items():
                unit.set_by_name(row, name, value)
            if status is not None:
                unit.move(row, status)

        self.by_machine(Verb.CORRECT, by.name, at, work)

    def came_in(self, table: type[R], values: Mapping[str, object], *, at: datetime, by: str) -> LedgerRecord[R]:
        """A row that somebody sent at that time."""
        self.ledger.now = at
        return self.ledger.record(table, self.ledger.append(table.TABLE, values, by=by).id)

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The forms as they are asked."""
        return forms.load(self.settings)

    def submitted(
        self,
        form: str,
        answers: Mapping[str, str | list[str] | None],
        *,
        channel: str,
        at: datetime,
        flags: Sequence[str] = (),
    ) -> dict[str, object]:
        """The row that these answers make when they go through the real form."""
        posted = {k: [v] if isinstance(v, str) else v for k, v in answers.items() if v}
        told = forms.validate(self.forms[form], posted, places=self.places)
        values = dict(told.values) | forms.decided(self.forms[form], told, channel=channel, now=at, flags=flags)
        # The form rightly flags numbers reserved for films, because no real person has one. Here everybody does.
        whole = all(is_whole(str(values[c])) for c in ("telephone", "referrer_telephone") if values.get(c))
        kept = [flag for flag in split(str(values[ColumnName.FLAGS] or "")) if flag != Flag.TELEPHONE_ODD or not whole]
        return values | {"flags": kept}

"""What everybody who makes the town up shares: its settings, calendar, places, people at work, and ledger."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property

from community import forms
from community.demo.demo_calendar import Calendar
from community.demo.demo_ledger import Ledger
from community.demo.demo_names import Cast, is_whole, words
from community.forms import Form
from community.places import Place, Places
from community.settings import Settings
from community.tables.canonical import split
from community.tables.flags import Flag

# Where more people ask for help than live there by chance; every other hub counts 1.
ASKS_MORE = {"bath_south_west": 1.7, "somer_valley": 1.3, "bath_south_east": 0.8, "bathavon": 0.7}


class Town:
    """One invented town in the making."""

    def __init__(self, settings: Settings, places: Places, *, seed: int, today: date) -> None:
        """Begin with nobody in it."""
        self.settings, self.places, self.seed = settings, places, seed
        self.calendar, self.ledger, self.cast = Calendar(today), Ledger(seed), Cast(seed)
        self.households = 0
        self.ready: dict[str, datetime] = {}

    def lots(self, what: str) -> random.Random:
        """Lots of its own for each part of the town, so that a change to one part leaves the others as they were."""
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
    def director(self) -> str:
        """The invented director's name."""
        return str(words("people")["director"])

    def coordinator(self, hub: str | None) -> str:
        """The invented coordinator of the hub, or the director where there is none."""
        names: Sequence[str] = words("people")["coordinators"]
        hubs = list(self.settings.hubs)
        return names[hubs.index(hub) % len(names)] if hub in hubs else self.director

    def call_handler(self, lots: random.Random) -> str:
        """One of the invented call handlers."""
        return str(lots.choice(words("people")["call_handlers"]))

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
        # Nobody can have a number that is kept for films, and the form is right to say so. Here everybody has one.
        whole = all(is_whole(str(values[c])) for c in ("telephone", "referrer_telephone") if values.get(c))
        kept = [flag for flag in split(str(values["flags"] or "")) if flag != Flag.TELEPHONE_ODD or not whole]
        return values | {"flags": kept}

"""The signed state that a form carries from page to page. There is no cookie, server-side state or time-out."""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from itsdangerous import BadData, URLSafeSerializer
from itsdangerous.encoding import base64_encode

from community.places import Place
from community.tables.ids import mint_long

CHECK = "check"
PACKED_FROM = 8_000


@dataclass(frozen=True)
class Checked:
    """The results of the final check of all answers, kept so that sending them is quick."""

    flags: tuple[str, ...]
    hub: str | None = None
    easting: int | None = None
    northing: int | None = None
    sector: str | None = None

    @property
    def place(self) -> Place:
        """The place, as far as the row needs it."""
        return Place(easting=self.easting, northing=self.northing, hub=self.hub, sector=self.sector)


@dataclass(frozen=True)
class FormState:
    """One person's progress through one form. `key` makes repeated sending one row."""

    form: str
    page: str
    key: str
    drawn: int
    """Seconds since 1970, when the first page was drawn."""
    answers: dict[str, list[str]] = field(default_factory=dict, repr=False)
    passed: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    checked: Checked | None = field(default=None, repr=False)
    about: str | None = None
    """The id of the record that the form is about, where it is about one: the session that is booked."""

    @classmethod
    def begin(cls, form: str, page: str, now: datetime, about: str | None = None) -> Self:
        """A new state, with a new key."""
        return cls(form, page, mint_long(), int(now.timestamp()), about=about)

    def at(self, page: str, **changes: Any) -> Self:
        """The state on another page. The results of the check hold only as long as nothing changes."""
        return replace(self, page=page, **({"checked": None} | changes))

    def anew(self) -> Self:
        """The state under a new key, with the same answers and page: sending it makes a separate row."""
        return replace(self, key=mint_long())


class _Serializer(URLSafeSerializer):
    """Compresses long answers only: for short ones it costs more than it saves."""

    def dump_payload(self, obj: Any) -> bytes:
        """The state as text, before it is signed; `load_payload` opens both kinds."""
        told = json.dumps(obj, separators=(",", ":")).encode()
        return super().dump_payload(obj) if len(told) > PACKED_FROM else base64_encode(told)


class Sealer:
    """Seals a state into text and opens it again."""

    def __init__(self, key: str) -> None:
        """Sign with this key."""
        self._signer = _Serializer(key, salt="form", signer_kwargs={"key_derivation": "hmac"})

    def seal(self, state: FormState) -> str:
        """The state as text for a hidden field."""
        return str(self._signer.dumps(asdict(state)))

    def open(self, sealed: str) -> FormState | None:
        """The state; None when it is not ours, or comes from an older program."""
        try:
            told = self._signer.loads(sealed)
            checked = told.pop("checked")
            told |= {"passed": tuple(told["passed"]), "flags": tuple(told["flags"])}
            if checked:
                checked = Checked(**checked | {"flags": tuple(checked["flags"])})
            return FormState(**told, checked=checked)
        except (BadData, KeyError, TypeError, AttributeError):
            return None

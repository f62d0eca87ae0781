"""One row of a list as a row of the book: its values, the checks beside it, and what is odd."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from community.forms import seen_in
from community.importing.own_answers import own_answers, own_questions
from community.importing.person_cells import read_email, read_emergency, read_name, read_postcode, read_telephone
from community.importing.row_cells import RowCells
from community.importing.row_troubles import RowTrouble, Trouble
from community.importing.told_codes import read_code
from community.importing.told_days import read_day
from community.importing.value_cells import ValueReader
from community.places import Place, Places, what_stands_there
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import Value
from community.tables.column import Table
from community.tables.flags import Flag
from community.tables.row_types import ColumnName
from community.tables.statuses import ListingStatus, VolunteerStatus
from community.tables.vocabulary import CheckKind, DbsLevel, YesNo

Values = dict[str, object]
_OF_PEOPLE = ("volunteers", "residents")


@dataclass(frozen=True)
class ReadRow:
    """A row that was read. `values` are canonical; `flags` go into them where the table has flags."""

    number: int
    values: Mapping[str, Value] = field(repr=False)
    flags: frozenset[str]
    checks: tuple[Mapping[str, object], ...] = field(repr=False)
    list_number: str | None = field(repr=False)
    """Its number in the old list."""
    organisation: str | None = field(repr=False)
    """Who runs a service, by name."""
    troubles: tuple[RowTrouble, ...]
    says_nothing: bool = False
    """It names nobody and gives no way to get in touch."""
    has_died: bool = False
    """The list says that its person has died."""


class RowMaker:
    """Makes rows of one table from the cells of a list."""

    def __init__(self, table: str, reader: ValueReader, places: Places | None) -> None:
        """Take what holds for all rows."""
        self._table, self._reader, self._places = table, reader, places
        self._own = own_questions(table, reader.settings)

    def read(self, cells: RowCells) -> ReadRow:
        """The row."""
        make = {
            "volunteers": self._volunteer,
            "residents": self._resident,
            "organisations": self._organisation,
            "services": self._service,
        }[self._table]
        values, checks = make(cells) | own_answers(cells, self._own, self._reader), self._checks(cells)
        for cell in cells.all("notes"):
            cells.keep(cell)
        number = cells.joined("list_number", " ")
        values[ColumnName.NOTES] = "\n".join(dict.fromkeys(cells.notes))
        own = canon.row(TABLES[self._table], {name: each for name, each in values.items() if each is not None})
        flags = {*cells.flags, *self._seen(cells, own), Flag.FROM_A_LIST}
        place = self._place(own, cells)
        flags |= set(place.flags) if self._table != "organisations" else set()
        own |= what_stands_there(self._table, place)
        return ReadRow(
            cells.number, own, frozenset(flags), tuple(checks), number, cells.joined("organisation"),
            tuple(cells.troubles), self._says_nothing(own), cells.tells_death and self._table in _OF_PEOPLE,
        )  # fmt: skip

    def _person(self, cells: RowCells) -> Values:
        return {
            "name": read_name(cells),
            "telephone": read_telephone(cells),
            "email": read_email(cells),
            "postcode": read_postcode(cells),
            "reach_by": self._reader.codes(cells, "reach_by"),
            "languages": self._reader.codes(cells, "languages", free=True),
            "protected_address": self._reader.yes_no(cells, "protected_address"),
            "extra.joined_on": self._joined(cells),
            **read_emergency(cells),
        }

    def _volunteer(self, cells: RowCells) -> Values:
        read = self._reader
        values = self._person(cells) | {
            "tasks": read.codes(cells, "tasks"),
            "slots": read.slots(cells),
            "how_many": _whole(read.number(cells, "how_many")),
            "max_distance_km": read.kilometres(cells, "max_distance_km"),
            "travel": read.codes(cells, "travel"),
            "in_person": read.yes_no(cells, "in_person"),
            "over_18": read.over_18(cells),
            "guardian_name": cells.joined("guardian_name"),
            "guardian_telephone": read_telephone(cells, "guardian_telephone"),
            "guardian_consent": read.yes_no(cells, "guardian_consent"),
            "takes_care": read.yes_no(cells, "takes_care"),
            "health_consent": read.yes_no(cells, "health_consent"),
            "about": cells.joined("about", "\n"),
            "consent": read.yes_no(cells, "consent"),
            "inducted_on": read.day(cells, "inducted_on") if _is_day(cells, read, "inducted_on") else None,
            "training": cells.joined("training", "; "),
        }
        return values | {"status": self._status(cells, values)}

    def _resident(self, cells: RowCells) -> Values:
        return self._person(cells) | {
            "address": cells.joined("address"),
            "text_only": self._reader.yes_no(cells, "text_only"),
            "access_needs": cells.joined("access_needs", "\n"),
            "hazards": cells.joined("hazards", "\n"),
        }

    def _organisation(self, cells: RowCells) -> Values:
        return {
            "name": cells.joined("name"),
            "website": cells.joined("website"),
            "what_we_do": cells.joined("what_we_do", "\n"),
            "contact_name": cells.joined("contact_name"),
            "contact_role": cells.joined("contact_role"),
            "telephone": read_telephone(cells),
            "email": read_email(cells),
            "postcode": _quietly(cells),
            "signed_on": self._reader.day(cells, "signed_on"),
            "status": ListingStatus.OFFERED,
        }

    def _service(self, cells: RowCells) -> Values:
        kind = cells.first("kind")
        code = read_code(kind.text, self._reader.words("service_kind")) if kind else None
        if kind and code is None:
            cells.odd(Trouble.WORDS_UNKNOWN, kind, keep=True)
        return {
            "name": cells.joined("name"),
            "kind": code,
            **{name: cells.joined(name, "\n") for name in ("what", "times", "cost", "access", "website", "place")},
            "public_telephone": read_telephone(cells, "public_telephone"),
            "public_email": read_email(cells, "public_email"),
            "languages": self._reader.codes(cells, "languages", free=True),
            "postcode": read_postcode(cells),
            "contact_name": cells.joined("contact_name"),
            "telephone": read_telephone(cells),
            "status": ListingStatus.OFFERED,
        }

    def _status(self, cells: RowCells, values: Values) -> VolunteerStatus:
        """Where they stand: ready only with all that makes somebody ready here. Nobody is asked before that."""
        cell = cells.first("status")
        if cell is None:
            return VolunteerStatus.CHECKING
        code = read_code(cell.text, self._reader.words("status"))
        if code is None:
            cells.odd(Trouble.STATUS_UNKNOWN, cell, keep=True)
            return VolunteerStatus.CHECKING
        status = VolunteerStatus(code)
        grown = values[ColumnName.OVER_18] != YesNo.NO or values[ColumnName.GUARDIAN_CONSENT] == YesNo.YES
        if status == VolunteerStatus.READY and not (
            values[ColumnName.CONSENT] == YesNo.YES and values[ColumnName.INDUCTED_ON] and grown
        ):
            cells.odd(Trouble.NOT_READY, cell)
            return VolunteerStatus.CHECKING
        return status

    def _checks(self, cells: RowCells) -> list[Mapping[str, object]]:
        """The DBS check, if its level is told and the day on which somebody saw it; else it stands in the notes."""
        if self._table != "volunteers":
            return []
        read, level = self._reader, cells.first("dbs_level")
        seen = read.day(cells, "dbs_seen_on")
        code = read_code(level.text, read.words("dbs_level")) if level else None
        if level and code is None and seen is None and (told := read_day(level.text, read.today)):
            seen = told.day if told.day <= read.today else None
        due = read.day(cells, "dbs_renew_on", past=False)
        if level is None and seen is None:
            return []
        if code is None:
            cells.odd(Trouble.CHECK_LEVEL, level or cells.first("dbs_seen_on"), keep=True)
        elif code != DbsLevel.NONE and seen is None:
            cells.odd(Trouble.CHECK_UNSEEN, level, keep=True)
        elif code != DbsLevel.NONE:
            values: dict[str, object] = {"kind": CheckKind.DBS, "level": code, "seen_on": seen}
            values |= {"number": cells.joined("dbs_number"), "seen_by": cells.joined("dbs_seen_by")}
            return [values | {"renew_on": due if due is not None and seen is not None and due > seen else None}]
        return []

    def _seen(self, cells: RowCells, own: Mapping[str, Value]) -> set[str]:
        """The flags that follow from the answers together."""
        flags: set[str] = set()
        if own.get(ColumnName.OVER_18) == YesNo.NO:
            cells.odd(Trouble.UNDER_18)
            flags |= {Flag.UNDER_18}
            flags |= set() if own.get(ColumnName.GUARDIAN_CONSENT) == YesNo.YES else {Flag.NO_GUARDIAN_CONSENT}
        if own.get(ColumnName.TAKES_CARE) == YesNo.YES:
            flags |= {Flag.AT_RISK}
            flags |= set() if own.get(ColumnName.HEALTH_CONSENT) == YesNo.YES else {Flag.HEALTH_UNASKED}
        if self._table == "organisations" and own.get(ColumnName.SIGNED_ON) is None:
            flags |= {Flag.NOT_SIGNED}
        found = seen_in(self._table, own)
        if Flag.CRISIS_WORDS in found:
            cells.odd(Trouble.DANGER)
        if Flag.NO_WAY_TO_REACH in found and self._table in ("volunteers", "residents"):
            cells.odd(Trouble.NO_WAY_TO_REACH)
        if own.get(ColumnName.NAME) is None:
            cells.odd(Trouble.NO_NAME)
        return flags | found

    def _place(self, own: Mapping[str, Value], cells: RowCells) -> Place:
        told = own.get(ColumnName.POSTCODE)
        if self._places is None or not isinstance(told, str):
            return Place(flags=() if told else (Flag.POSTCODE_MISSING,))
        place = self._places.find(told)
        if {Flag.POSTCODE_UNKNOWN, Flag.POSTCODE_OUTSIDE} & set(place.flags):
            cells.odd(Trouble.POSTCODE_UNKNOWN, cells.first("postcode"))
        return place

    def _joined(self, cells: RowCells) -> str | None:
        cell = cells.first("joined_on")
        told = read_day(cell.text, self._reader.today) if cell else None
        return told.day.isoformat() if told else cell.text if cell else None

    def _says_nothing(self, own: Mapping[str, Value]) -> bool:
        reached: Table = TABLES[self._table]
        named = ("name", "telephone", "email", "address", "contact_name", "public_telephone", "public_email", "website")
        return not any(own.get(name) for name in named if name in reached.by_name)


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _is_day(cells: RowCells, reader: ValueReader, name: str) -> bool:
    """Whether the cell holds a day: a mere `yes` under “Induction” is kept among the notes."""
    cell = cells.first(name)
    if cell is not None and read_day(cell.text, reader.today) is None:
        cells.keep(cell)
        return False
    return cell is not None


def _quietly(cells: RowCells) -> str | None:
    """The postcode of an organisation, for which nobody misses one."""
    return read_postcode(cells) if cells.first("postcode") else None

"""Thirty exports of old systems, each messy in its own way, made from invented people whom the test knows."""

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import xlsxwriter

from tests.importing.invented_people import Invented, invented_people

ENCODINGS = ("utf-8-sig", "cp1252", "utf-8", "utf-16", "mac_roman")
SEPARATORS = (";", ",", "\t", "|")
TASK_WORDS = {
    "shopping": "Food shopping", "dog_walk": "Dog walking", "visit": "Befriending", "lift": "Lifts",
    "phone_call": "Phone calls", "prescription": "Prescriptions", "technology": "IT support",
}  # fmt: skip
SLOT_WORDS = {
    "mon_morning": "Mon am", "tue_afternoon": "Tuesday afternoon", "wed_evening": "Weds eve", "thu_morning": "Thurs am",
    "fri_afternoon": "Fri pm", "sat_morning": "Saturday mornings",
}  # fmt: skip
LEVELS = {None: "", "basic": "Basic", "enhanced": "Enhanced CRB", "enhanced_barred": "Enhanced with adult barred list"}
DATES: tuple[Callable[[date], str], ...] = (
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}.{d.month}.{d:%y}",
    lambda d: f"{d:%d-%b-%Y}",
    lambda d: f"{d.day} {d:%B %Y}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%d/%m/%Y} 00:00",
)


@dataclass(frozen=True)
class MessyExport:
    """One export: its bytes, its name, the people in it, and what is besides them."""

    file: str
    data: bytes = field(repr=False)
    people: tuple[Invented, ...] = field(repr=False)
    repeated: int
    """Rows that say once more what stands further up."""
    empty: int
    """Rows that hold nothing but a number."""

    @property
    def rows(self) -> int:
        return len(self.people) + self.repeated + self.empty


def messy_exports(largest: int = 3_000) -> list[MessyExport]:
    """All thirty; one of them has so many rows."""
    return [messy_export(seed, largest if seed == 7 else None) for seed in range(30)]


def messy_export(seed: int, count: int | None = None) -> MessyExport:
    """The export with this number."""
    pick = random.Random(seed)
    encoding, workbook = ENCODINGS[seed % len(ENCODINGS)], seed % 6 == 5
    people = invented_people(count or pick.randint(20, 45), seed, "utf-8" if workbook else encoding)
    style = _Style(pick, seed, workbook=workbook)
    lines = [style.row(one) for one in people]
    repeated, empty = pick.randint(0, 3), pick.randint(0, 2)
    lines += [lines[pick.randrange(len(lines))] for _ in range(repeated)]
    heads = style.headers()
    width = len(heads[0])
    for n in range(empty):
        lines.insert(pick.randrange(len(lines)), [str(90_000 + n), *[""] * (width - 1)])
    lines.insert(pick.randrange(len(lines)), [""] * width)
    if seed % 4 == 1:
        lines.insert(len(lines) // 2, heads[-1])
    if seed % 3 == 0:
        lines.append(["Total", *[""] * (width - 2), str(len(people))])
    above = (
        [["Volunteers of the old hub"], [f"Printed on {pick.choice(DATES)(date(2024, 5, 3))}"], []] if seed % 2 else []
    )
    lines = [*above, *heads, *lines]
    data = _workbook(lines) if workbook else _text(lines, encoding, SEPARATORS[seed % len(SEPARATORS)])
    file = f"export {seed}.{'xlsx' if workbook else 'csv'}"
    return MessyExport(file, data, tuple(people), repeated, empty)


class _Style:
    """How one old system writes a person down."""

    def __init__(self, pick: random.Random, seed: int, *, workbook: bool) -> None:
        self.pick, self.two_headers, self.workbook = pick, seed % 5 == 3, workbook
        self.names = seed % 3  # in one, family name first, in two columns
        self.day = DATES[seed % len(DATES)]
        self.telephones = "two columns" if seed % 4 == 2 else "one"
        self.ticks = self.two_headers
        self.age = seed % 7 == 6

    def headers(self) -> list[list[str]]:
        names = {0: ["Volunteer Name"], 1: ["Surname, Forename"], 2: ["First name", "Last Name"]}[self.names]
        phones = ["Home Tel", "Mobile No."] if self.telephones == "two columns" else ["Contact No"]
        one = [
            "Ref", *names, *phones, "E-Mail Address", "Post Code", "Age" if self.age else "D.O.B.", "Skills offered",
            *([] if self.ticks else ["Availability"]), "Date joined", "GDPR consent", "DBS level", "DBS date seen",
            "T-shirt",
        ]  # fmt: skip
        if not self.ticks:
            return [one]
        slots = [("Monday", "AM"), ("", "PM"), ("Tuesday", "AM"), ("", "PM"), ("Wednesday", "Eve"), ("Thursday", "AM"),
                 ("Friday", "PM"), ("Saturday", "AM")]  # fmt: skip
        above = [*[""] * len(one), *(day for day, _ in slots)]
        return [above, [*one, *(part for _, part in slots)]]

    def row(self, one: Invented) -> list[str]:
        names = {0: [one.name], 1: [f"{one.family}, {one.given}"], 2: [one.given, one.family]}[self.names]
        phones = [self._telephone(each) for each in one.telephones]
        if self.telephones == "two columns":
            phones = [*phones, ""][:2]
        else:
            phones = [self.pick.choice([" / ", " or ", "; "]).join(phones)]
        sign = self.pick.choice(["; ", ", ", " & "])
        age = str((date(2026, 11, 23) - one.born).days // 365)
        told = [
            one.number, *names, *phones, self.pick.choice([one.email, one.email.upper(), f" {one.email}"]),
            self.pick.choice([one.postcode, one.postcode.lower(), one.postcode.replace(" ", "")]),
            age if self.age else self.day(one.born), sign.join(TASK_WORDS[each] for each in one.tasks),
            *([] if self.ticks else [", ".join(SLOT_WORDS[each] for each in one.slots)]), self.day(one.joined),
            self.pick.choice(["Yes", "Y", "x"]) if one.consent else self.pick.choice(["No", "n"]), LEVELS[one.dbs],
            self.day(one.dbs_seen) if one.dbs else "n/a", self.pick.choice(["S", "M", "L"]),
        ]  # fmt: skip
        places = ["mon_morning", "mon_afternoon", "tue_morning", "tue_afternoon", "wed_evening", "thu_morning",
                  "fri_afternoon", "sat_morning"]  # fmt: skip
        return told + ([("x" if each in one.slots else "") for each in places] if self.ticks else [])

    def _telephone(self, number: str) -> str:
        forms = [
            number,
            f"{number[:5]} {number[5:]}",
            f"+44 {number[1:]}",
            f"({number[:5]}) {number[5:8]}-{number[8:]}",
        ]
        return self.pick.choice([*forms, number[1:]] if self.workbook and number[1] == "7" else forms)


def _text(lines: list[list[str]], encoding: str, separator: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(lines)
    return text.getvalue().encode(encoding)


def _workbook(lines: list[list[str]]) -> bytes:
    """A sheet behind a cover sheet, with numbers as numbers, and headers that stand over several columns merged."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.add_worksheet("Cover").write_string(0, 0, "Made by an old system")
        sheet = book.add_worksheet("Volunteers")
        for row, cells in enumerate(lines):
            for column, cell in enumerate(cells):
                if cell.isdigit() and not cell.startswith("0"):
                    sheet.write_number(row, column, int(cell))
                elif cell:
                    sheet.write_string(row, column, cell)
        if len(lines[0]) == 1:
            sheet.merge_range(0, 0, 0, max(map(len, lines)) - 1, lines[0][0])
    return made.getvalue()

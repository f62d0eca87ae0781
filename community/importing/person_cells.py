"""Who somebody is and how to reach them, from the cells of a row: name, telephone, email, postcode, address."""

import re

from community.forms.contact_details import email_odd
from community.identity import email_addresses, phone_numbers
from community.importing.row_cells import RowCells
from community.importing.row_troubles import Trouble
from community.places import parse
from community.tables.canonical import Value

_SUFFIX = re.compile(
    r"(?:jr|jnr|junior|sr|snr|senior|mbe|obe|cbe|phd|md|ba|bsc|ma|msc|esq|i{2,3}|iv)\.?", re.IGNORECASE
)
_TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|rev|revd|sir|lady|prof)\.?", re.IGNORECASE)
_COUPLE = re.compile(r"&|\+|\band\b|\s/\s", re.IGNORECASE)
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_EXTENSION = re.compile(r"\b(?:ext|extn|extension|x)\b\.?", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:tel|telephone|phone|mob|mobile|home|work|landline|h|m|w|t|no|number)\b[.:]?", re.IGNORECASE)
_LOST_ZERO = re.compile(r"(?<![\d+])([127]\d{9})(?!\d)")


def read_name(cells: RowCells) -> str | None:
    """The name, given name first: from one column or several, and from `Surname, Forename`."""
    parts = [cells.joined(part, " ") for part in ("title", "forename", "middle", "surname")]
    whole = cells.joined("name", " ")
    if whole is not None:
        told = turned_name(whole)
        title, forename, _, surname = parts
        if surname is not None and forename is None and surname.casefold() not in told.casefold():
            told = f"{told} {surname}"  # a column "Name" for the first name
        if title is not None and not told.casefold().startswith(title.casefold()):
            told = f"{title} {told}"
    else:
        told = " ".join(part for part in parts if part) if parts[1] or parts[3] else ""
    if told and _COUPLE.search(told):
        cells.odd(Trouble.TWO_PEOPLE, cells.first("name"))
    return " ".join(told.split()) or None


def turned_name(name: str) -> str:
    """`Smith, Mrs Ann` as `Mrs Ann Smith`; a suffix behind a comma stays where it is."""
    last, comma, first = name.partition(",")
    if not comma or not first.strip() or "," in first or _SUFFIX.fullmatch(first.strip()):
        return name.rstrip(", ")
    words = first.split()
    if len(words) > 1 and _TITLE.fullmatch(title := words[-1].strip("()")):
        words = [title, *words[:-1]]
    return " ".join([*words, last.strip()])


def read_telephone(cells: RowCells, name: str = "telephone") -> str | None:
    """The numbers of all columns, as they are dialled here; words beside a number stay as they were written."""
    found: list[str] = []
    known: set[str] = set()
    for cell in cells.all(name):
        if _SHORTENED.fullmatch(cell.text):
            cells.odd(Trouble.TELEPHONE_CUT, cell, keep=True)
            continue
        text = _LOST_ZERO.sub(r"0\1", cell.text)
        numbers = phone_numbers(text)
        if not numbers or all(number.doubtful for number in numbers):
            cells.odd(Trouble.TELEPHONE_ODD, cell)
            found.append(cell.text)
            continue
        new = [number for number in numbers if number.form not in known]
        known |= {number.form for number in new}
        plain = _LABEL.sub("", _EXTENSION.sub("", text)).replace(" or ", " ").replace(" and ", " ")
        if _LETTERS.search(plain):
            found.append(text.lstrip("+"))
        else:
            found += [number.shown for number in new]
    return " or ".join(found) or None


def read_email(cells: RowCells, name: str = "email") -> str | None:
    """The email addresses of all columns, each once; what is none stays as it was written."""
    found: list[str] = []
    for cell in cells.all(name):
        addresses = email_addresses(cell.text)
        if not addresses or any(email_odd(each) for each in addresses):
            cells.odd(Trouble.EMAIL_ODD, cell)
        found += addresses or [cell.text]
    return " or ".join(dict.fromkeys(found)) or None


def read_postcode(cells: RowCells) -> str | None:
    """The postcode, from its own column or from the address; what is none stays as it was written."""
    cell = cells.first("postcode")
    for told in ([cell] if cell else []) + [*cells.all("address"), *cells.all("place")]:
        if (found := parse(told.text)).postcode is not None:
            return found.postcode
    if cell is None:
        cells.odd(Trouble.NO_POSTCODE)
        return None
    cells.odd(Trouble.POSTCODE_ODD, cell)
    return cell.text


def read_emergency(cells: RowCells) -> dict[str, Value]:
    """Whom to ring if something happens; a number that stands beside the name is found there."""
    name, telephone = cells.joined("emergency_name"), read_telephone(cells, "emergency_telephone")
    if name and telephone is None and (numbers := phone_numbers(name)) and not numbers[0].doubtful:
        telephone = numbers[0].shown
    return {"emergency_name": name, "emergency_telephone": telephone}

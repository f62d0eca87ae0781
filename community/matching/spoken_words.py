"""Numbers, times and checks as they are said on the telephone."""

from community.tables.vocabulary import DAYS, PARTS

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DBS_NAMES = ("no DBS check", "basic", "standard", "enhanced", "enhanced with barred list")


def number(count: int) -> str:
    """Words up to ten, figures above."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """`one visit`, `two visits`, `12 visits`."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def joined(parts: list[str], last: str = "and") -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def times(slots: int, most: int = 3) -> str:
    """`Monday mornings and Tuesday evenings`; beyond `most`, how many others there are."""
    names = [
        f"{_DAY_NAMES[day]} {PARTS[part]}s"
        for day in range(len(DAYS))
        for part in range(len(PARTS))
        if slots >> (day * len(PARTS) + part) & 1
    ]
    if len(names) > most:
        names[most:] = [f"{counted(len(names) - most, 'other time')}"]
    return joined(names)


def ago(days: float) -> str:
    """`today`, `yesterday`, `three days ago`, `five weeks ago`."""
    whole = int(days)
    if whole < 1:
        return "today"
    if whole == 1:
        return "yesterday"
    return f"{span(whole)} ago"


def span(days: float) -> str:
    """`three days`, `five weeks`: whole weeks from a fortnight on."""
    whole = int(days)
    return counted(whole, "day") if whole < 14 else counted(whole // 7, "week")


def km(kilometres: float) -> str:
    """`under 100 m`, `1.2 km`, `14 km`."""
    if kilometres < 0.1:
        return "under 100 m"
    return f"{kilometres:.1f} km" if kilometres < 10 else f"{kilometres:.0f} km"


def dbs(level: int) -> str:
    """The name of a DBS level."""
    return _DBS_NAMES[level]


def codes(names: list[str]) -> str:
    """Codes as words: `food_hygiene` is `food hygiene`."""
    return joined([name.replace("_", " ") for name in names])


def languages(names: list[str]) -> str:
    """Languages as they are written: `english` is `English`, `bsl` is `British Sign Language`."""
    return joined(["British Sign Language" if name == "bsl" else name.replace("_", " ").title() for name in names])

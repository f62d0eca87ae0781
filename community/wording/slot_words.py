"""Days, parts of the day and slots as people say them."""

from collections.abc import Collection, Iterable

from community.tables.canonical import split
from community.tables.vocabulary import DAYS, PARTS, SLOTS
from community.wording.catalogue import wording
from community.wording.number_words import joined, spoken


def slot_words(slot: str) -> str:
    """`Monday morning`; any text that is not a slot stays as it is."""
    if slot not in SLOTS:
        return slot
    day, part = slot.split("_")
    return wording().phrase["day_part"].format(day=wording().days[day], part=wording().parts[part])


def any_of_slots(slots: str | None) -> str:
    """`Monday mornings or afternoons, or Friday evenings`; empty where any time will do."""
    told, said = wording(), ""
    for day, parts in _by_day(split(slots)):
        if len(parts) == len(PARTS):
            these = told.phrase["any_time_on"].format(days=told.every_day[day])
        else:
            each = joined([told.every_part[part] for part in parts], "or")
            these = told.phrase["day_part"].format(day=told.days[day], part=each)
        said = told.phrase["or_else"].format(these=said, those=these) if said else these
    return said


def slots_by_day(slots: Collection[str]) -> str:
    """One line a day: `Monday: morning, evening`. Words outside the list come last."""
    told, lines = wording(), []
    for day, parts in _by_day(slots):
        each = told.phrase["all_day"] if len(parts) == len(PARTS) else ", ".join(told.parts[part] for part in parts)
        lines.append(told.phrase["day_lists"].format(day=told.days[day], parts=each))
    return "\n".join(lines + [slot for slot in slots if slot not in SLOTS])


def every_slot(bits: int, most: int = 3) -> str:
    """`Monday mornings and Tuesday evenings`, from a bit mask of slots; beyond `most`, how many others."""
    told = wording()
    slots = [slot.split("_") for place, slot in enumerate(SLOTS) if bits >> place & 1]
    names = [told.phrase["day_part"].format(day=told.days[d], part=told.every_part[p]) for d, p in slots]
    if len(names) > most:
        names[most:] = [spoken(len(names) - most, "other_time")]
    return joined(names)


def _by_day(slots: Collection[str]) -> Iterable[tuple[str, list[str]]]:
    for day in DAYS:
        parts = [part for part in PARTS if f"{day}_{part}" in slots]
        if parts:
            yield day, parts

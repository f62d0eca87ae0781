"""The words to copy into a text or say on the telephone, before a volunteer has said yes and after."""

from datetime import date

from community.casework.detail_release import Details
from community.casework.visit_rules import rules_to_say
from community.identity import name_to_say
from community.settings import Settings
from community.tables.row_types import NeedRow, VolunteerRow
from community.tables.vocabulary import Recurs, Urgency
from community.wording import any_of_slots, counted, day_words, first_lower, first_upper, spelled, wording


def asking_words(settings: Settings, need: NeedRow, volunteer: VolunteerRow, hazards: str = "") -> str:
    """The words that ask a volunteer: task, time, sector, what to beware of, nothing that tells whose home it is."""
    hello = f"Hello {first_name(volunteer.name)}".rstrip() + ","
    parts = [
        f"{hello} this is {settings.community.name}.",
        f"A neighbour would be glad of help: {task_words(settings, need)}{near_words(settings, need)}.",
        f"When: {how_often_words(need)}.",
        *([_sentence(need.details)] if need.details else []),
        *([f"Beware: {_sentence(hazards)}"] if hazards else []),
        f"Could you? You may say no. Ring us on {settings.community.telephone}.",
    ]
    return " ".join(parts)


def released_words(settings: Settings, need: NeedRow, details: Details) -> str:
    """The words that tell a volunteer who said yes whom they help, and how to reach them (no address for calls)."""
    lines = [
        f"Thank you. {first_upper(task_words(settings, need))}, {how_often_words(need)}.",
        *(f"{about} {words}".lstrip() for about, words in released_lines(settings, need, details)),
        f"Please keep this to yourself. If anything changes, ring us on {settings.community.telephone}.",
    ]
    return "\n".join(lines)


def released_lines(settings: Settings, need: NeedRow, details: Details) -> list[tuple[str, str]]:
    """What is released line by line: what each is about, or nothing for a whole sentence, and what it says."""
    whom = ("For:", details.name or "name not told")
    return [whom, *lines_on_the_way(settings, need, details), *rules_to_say(settings, need, details)]


def lines_on_the_way(settings: Settings, need: NeedRow, details: Details) -> list[tuple[str, str]]:
    """Of what is released, how to be in touch and how to get there: without the name, and the rules of all visits."""
    task = settings.task_types.get(need.task_type)
    lines = [("", words) for words in details.safely]
    if details.number_kept:
        lines.append(("Telephone:", wording().phrase["number_kept"]))
    elif details.telephone:
        lines.append(("Text only:" if details.text_only else "Telephone:", details.telephone))
    elif task is not None and not task.in_person:
        lines.append(("Telephone:", "we have none. Please ask us"))
    if details.protected:
        lines.append(("Address:", "our safeguarding lead tells you, by telephone"))
    elif task is None or task.in_person:
        lines.append(("Address:", details.address or "ask us"))
    if details.access_needs:
        lines.append(("Good to know:", details.access_needs))
    if details.hazards:
        lines.append(("Beware:", details.hazards))
    if details.held_back:
        lines.append(("", wording().phrase["lead_tells_more"]))
    return lines


def thanks_words(settings: Settings, volunteer: VolunteerRow, visits: int) -> str:
    """The words that thank a volunteer, to say or to copy: how often they helped, and nobody whom they helped."""
    hello = f"Hello {first_name(volunteer.name)}".rstrip() + ","
    times = f"You have been there for a neighbour {counted(visits, 'time')} so far." if visits else "You said yes."
    return (
        f"{hello} this is {settings.community.name}. Thank you. {times} It matters more than you may see from there. "
        f"If anything would make it easier for you, or if you would like to be asked nothing for a while, ring us on "
        f"{settings.community.telephone}."
    )


def unable_words(settings: Settings, need: NeedRow, *, waits: date | None, service: str | None) -> str:
    """The words that say honestly to a resident that we can't help, and what there is instead."""
    task = task_words(settings, need)
    instead = "If it changes with us, we ring you."
    if waits is not None:
        instead = f"We keep your place, and ring you on {day_words(waits)} to say how it stands, whatever happens."
    elif service is not None:
        instead = f"As you agreed, we have asked {service}. We ask them again if they do not answer, and tell you."
    return (
        f"This is {settings.community.name}. You asked us for help: {task}. I am sorry: we can't do it, and I want to "
        f"say so plainly. {instead} May I ask what else would help meanwhile? You can always ring us on "
        f"{settings.community.telephone}."
    )


def get_well_words(settings: Settings, volunteer: VolunteerRow) -> str:
    """Kind words for a volunteer who is ill, which ask nothing of them."""
    hello = f"Hello {first_name(volunteer.name)}".rstrip() + ","
    return (
        f"{hello} this is {settings.community.name}. We heard that you are not well. There is nothing you need to do: "
        "we tell those who expect you, and look for somebody meanwhile. Get well, and come back when it suits you. If "
        f"we can do anything for you, ring us on {settings.community.telephone}."
    )


def task_words(settings: Settings, need: NeedRow) -> str:
    """The kind of help, in words: `shopping`."""
    task = settings.task_types.get(need.task_type)
    return first_lower(task.name if task else spelled(need.task_type))


def without_article(words: str) -> str:
    """These words without their article, to stand after a name: Joe's `small job at home`."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in {"a", "an", "the"} else words


def how_often_words(need: NeedRow) -> str:
    """How soon, how often and at which times: `every week, on Monday mornings`."""
    times = any_of_slots(need.slots)
    return f"{soon_words(need)}, {times}" if times else f"{soon_words(need)}, at any time"


def soon_words(need: NeedRow) -> str:
    """How soon or how often, without the times: `every week`, `in the next two days`."""
    told = wording()
    soon = told.urgency_to_volunteer.get(need.urgency or "", told.urgency_to_volunteer[Urgency.THIS_WEEK])
    return told.recurs[Recurs.WEEKLY] if need.recurs == Recurs.WEEKLY else soon


def first_name(name: str | None) -> str:
    """The name by which we address somebody, and by which others hear of them: never a surname or a title."""
    return name_to_say(name)


def near_words(settings: Settings, need: NeedRow) -> str:
    """Near where the help is, behind a comma; nothing for help by telephone, and where no place is known."""
    task = settings.task_types.get(need.task_type)
    if task is not None and not task.in_person:
        return ""
    return f", near {need.sector}" if need.sector else ""


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."

"""Word to somebody on duty that something waits: what kind of thing, an id where one is needed, and what to do.

Nothing in it tells about whom it is: it may be read on a locked screen, and by whoever has that telephone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from community.book import Book
from community.messages.channels import open_channels
from community.messages.email_words import site_look
from community.messages.message_draft import Delivery, Draft, Rendered
from community.messages.short_texts import made_plain
from community.settings import PersonOnDuty, Settings
from community.tables.duty_reasons import DutyReason
from community.tables.message_codes import MessageChannel, SendOutcome
from community.tables.vocabulary import ReachBy
from community.wording import first_upper, wording

_CHANNELS = {ReachBy.EMAIL: MessageChannel.EMAIL, ReachBy.TEXT: MessageChannel.TEXT}
_FEW = 3
"""So many ids stand in one notice; how many more there are is a number."""
_OTHERWISE = "ring the director"
_RING_THE_LEAD = "Please ring the safeguarding lead."
_CONCERN_PAGE = "Please open the dashboard, page Concerns."
_TRIAL = "This is a trial. Nothing waits, and you need do nothing. You are on the list of those on duty."


@dataclass(frozen=True)
class DutyNotice:
    """What waits, of one kind, for one person. `may_read`: whether they may open it themselves."""

    reason: DutyReason
    count: int
    records: tuple[str, ...] = ()
    may_read: bool = True


def notice_words(settings: Settings, who: PersonOnDuty, notice: DutyNotice) -> Rendered:
    """The words, as an email or as a text."""
    what = wording().duty_notice[notice.reason]
    waits = f"{first_upper(what)}{_which(notice)}."
    if notice.reason == DutyReason.CONCERN:
        # Whom to ring instead is left out: it may be the very person that it is about.
        then = _CONCERN_PAGE if notice.may_read else _RING_THE_LEAD
    else:
        then = f"Please open the dashboard. If you can’t, {who.otherwise or _OTHERWISE}."
    return _written(settings, who, first_upper(what), [waits, then])


def trial_words(settings: Settings, who: PersonOnDuty) -> Rendered:
    """The words of a trial."""
    return _written(settings, who, "A trial", [_TRIAL])


def send_notice(settings: Settings, book: Book, who: PersonOnDuty, words: Rendered, reference: str) -> Delivery:
    """What came of one try. `reference` is a name of ours for it, the same at each try, by which servers know it.

    Quiet hours do not count: those on duty have hours of their own.
    """
    channel = open_channels(settings, book).get(_CHANNELS[who.way])
    if channel is None:
        return Delivery(SendOutcome.TRY_LATER)
    return channel.send(Draft(reference, who.email or who.text, words))


def _which(notice: DutyNotice) -> str:
    if notice.records:
        more = len(notice.records) - _FEW
        return f": {', '.join(notice.records[:_FEW])}{f' and {more} more' if more > 0 else ''}"
    return f" ({notice.count} of them)" if notice.count > 1 else ""


def _written(settings: Settings, who: PersonOnDuty, subject: str, parts: Sequence[str]) -> Rendered:
    name = settings.community.name
    if who.way == ReachBy.TEXT:
        return Rendered("", made_plain(f"{name}: {' '.join(parts)}"))
    text = "\n\n".join([*parts, f"{name}\nYou get this because you are on duty: {who.who}."])
    return Rendered(f"{name}: {subject}", text, site_look(text, name))

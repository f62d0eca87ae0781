"""The words of a message for a person: to be read before an offer is made, and to be passed on by hand."""

from dataclasses import replace
from datetime import date

from community.casework import MessageFacts, NotNow, NotSaved, WorkContext, facts_to_ask, facts_to_tell, see
from community.identity import certain_email, certain_number_for_texts, phone_numbers
from community.messages.message_draft import Rendered
from community.messages.message_links import links_of
from community.messages.message_words import words_for, words_of_facts
from community.tables.row_types import MessageRow, ResidentRow, VolunteerRow
from community.tables.vocabulary import ReachBy

ANSWER, STOP = "(the link for their answer)", "(the link for no more messages)"
"""What stands in a preview in place of a link: there is none before there is a message."""


def offer_preview(context: WorkContext, match_id: str, way: ReachBy) -> Rendered:
    """The words that would ask the volunteer of this match in this way, without their links.

    Raises NotFound, NotNow where they are not to be asked, NotSaved until they may be shown, and BadKey.
    """
    return _without_links(context, facts_to_ask(context, match_id, way))


def who_comes_preview(
    context: WorkContext, match_id: str, way: ReachBy, on: date | None = None, part: str | None = None
) -> Rendered:
    """The words that would tell the resident of this match in this way who comes, without their links.

    `on`, `part`: the day of the first visit, which is not written down yet. Raises NotFound, NotNow where there is
    nobody to tell, NotSaved until they may be shown, and BadKey.
    """
    return _without_links(context, facts_to_tell(context, match_id, way, on=on, part=part))


def who_comes_script(context: WorkContext, match_id: str, on: date | None = None, part: str | None = None) -> Rendered:
    """What to say to the resident on the telephone, and what if somebody else answers; raises as the preview does."""
    return who_comes_preview(context, match_id, ReachBy.TELEPHONE, on, part)


def letter_html(context: WorkContext, message_id: str) -> str:
    """A letter as a page to print and post. Raises NotNow for no letter, and otherwise as `words_to_pass_on` does."""
    message = see(context, MessageRow, message_id)
    page = words_to_pass_on(context, message).html if message.way == ReachBy.LETTER else None
    if page is None:
        raise NotNow("This message is no letter.")
    return page


def _without_links(context: WorkContext, facts: MessageFacts) -> Rendered:
    # The links are made as long as they will be, because a text is cut to what fits beside them.
    links = links_of(context.settings, facts)
    words = words_of_facts(context, facts, links)
    text = words.text
    for link, name in ((links.answer, ANSWER), (links.stop, STOP)):
        text = text.replace(link, name) if link else text
    return replace(words, text=text, html=None)


def goes_to(person: VolunteerRow | ResidentRow, way: ReachBy) -> str | None:
    """The address or number that a message goes to, as people write it; where none is certain, all that was told.

    For a letter, where the person lives. None where the user who read this row may not see it.
    """
    if way == ReachBy.LETTER:
        home = [person.address, person.postcode] if isinstance(person, ResidentRow) else [person.postcode]
        return ", ".join(filter(None, home)) or None
    if way == ReachBy.TELEPHONE:
        return person.telephone
    certain = address_of(person, way)
    if way == ReachBy.TEXT:
        return next((number.shown for number in phone_numbers(certain)), person.telephone)
    return certain or person.email


def words_to_pass_on(context: WorkContext, message: MessageRow) -> Rendered:
    """The words of this message, for a person to copy. Raises as `words_for` does, and NotSaved until all is saved."""
    if context.unsaved({message.id, message.about}):
        raise NotSaved
    return words_for(context, message.id)


def address_of(person: VolunteerRow | ResidentRow, way: ReachBy) -> str | None:
    """The first address or number that is certain; None where a person has to find out."""
    if way == ReachBy.TEXT:
        return certain_number_for_texts(person.telephone, person.name)
    return certain_email(person.email, person.name) if way == ReachBy.EMAIL else None

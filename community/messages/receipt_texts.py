"""The copy of a receipt: the reference, by when somebody answers, and our number; nothing that anybody wrote."""

from community.casework import ReceiptFacts
from community.messages.email_words import site_look
from community.messages.message_draft import Rendered
from community.messages.short_texts import fitting
from community.settings import Settings
from community.tables.vocabulary import ReachBy
from community.wording import in_language, language_here, later, moment_words, say

_IN_ENGLISH = later("What we say and write after this is mostly in English. Somebody you trust may speak for you.")
"""Said in every other language: the ways in alone are translated."""
_NOT_YOU = (
    later("Did you not ask for this copy? Then somebody gave your address on our website. Please ring us."),
    later("Did you not ask for this copy? Then somebody gave your number on our website. Please ring us."),
)


def receipt_words(settings: Settings, facts: ReceiptFacts) -> Rendered:
    """The copy, as an email or as a text."""
    spoken = settings.with_catalogue.get(facts.language or "")
    with in_language(spoken):
        return _by_text(settings, facts) if facts.way == ReachBy.TEXT else _by_email(settings, facts)


def _by_email(settings: Settings, facts: ReceiptFacts) -> Rendered:
    community = settings.community
    what = say("You want to help: thank you.") if facts.offers_help else say("Thank you for telling us.")
    ring = say(
        "We are in touch by {when}. Not heard from us by then? Ring {telephone} and say your reference. We answer "
        "{opening}.",
        when=moment_words(facts.answer_by),
        telephone=community.telephone,
        opening=say(community.opening),
    )
    text = "\n\n".join(
        [
            say("Hello,"),
            f"{what} {say('We have what you sent us.')}",
            f"{say('Your reference is')} {facts.reference}",
            ring,
            say("A person reads what you sent. You need do nothing until then."),
            *([say(_IN_ENGLISH)] if language_here() else []),
            f"{community.name}",
            say(_NOT_YOU[0]),
        ]
    )
    return Rendered(
        say("We have what you sent us: {reference}", reference=facts.reference), text, site_look(text, community.name)
    )


def _by_text(settings: Settings, facts: ReceiptFacts) -> Rendered:
    community = settings.community
    have = say("we have what you sent us. Your reference is {reference}.", reference=facts.reference)
    by = say("We are in touch by {when}.", when=moment_words(facts.answer_by))
    ring = say("If not, ring {telephone} and say your reference.", telephone=community.telephone)
    begin = f"{community.name}: {have} {by} {ring}"
    return fitting([f"{begin} {say(_NOT_YOU[1])}", begin])

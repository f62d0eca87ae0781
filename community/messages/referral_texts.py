"""The email that passes somebody on to a service: the words that a person read before, and nothing beside them."""

from community.casework import ReferralFacts
from community.messages.email_words import site_look
from community.messages.message_draft import Rendered
from community.settings import Settings


def referral_email_words(settings: Settings, facts: ReferralFacts) -> Rendered:
    """The email. Its subject names nobody."""
    community = settings.community
    wrong = f"Is this not for you? Please ring us on {community.telephone}, pass it to nobody, and delete it."
    text = "\n\n".join(["Hello,", facts.words, wrong, community.name])
    return Rendered(f"Somebody is passed on to you by {community.name}", text, site_look(text, community.name))

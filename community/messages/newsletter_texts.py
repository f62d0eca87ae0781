"""The words of the email that asks whether somebody wants the newsletter, with the link to say so."""

from community.messages.email_words import site_look
from community.messages.message_draft import Rendered
from community.settings import Settings


def confirm_words(settings: Settings, link: str | None) -> Rendered:
    """The email. Without a link there is nothing that it could lead to, so it says whom to ring."""
    community = settings.community
    parts = [
        "Hello,",
        f"Somebody gave this address on our website, to get the newsletter of {community.name}. Was it you? "
        "Then open this page and press its button:",
        link or f"Ring us on {community.telephone}.",
        "Was it not you? Then do nothing. You hear no more from us, and we remove your address.",
        f"You can ring us on {community.telephone} ({community.opening}).\n{community.name}",
    ]
    text = "\n\n".join(parts)
    return Rendered(f"Do you want our newsletter? {community.name}", text, site_look(text, community.name))

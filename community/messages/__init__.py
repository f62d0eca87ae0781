"""Messages to people: the draft that is ready to go out, the channels that it leaves by, and what comes back."""

from community.messages.bounces import Bounce, read_bounce
from community.messages.letter_html import site_look
from community.messages.message_draft import Delivery, Draft, Rendered
from community.messages.message_words import words_for

__all__ = ["Bounce", "Delivery", "Draft", "Rendered", "channels", "read_bounce", "site_look", "words_for"]

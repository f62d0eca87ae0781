"""Messages to people: the draft that is ready to go out, the channels that it leaves by, and what comes back."""

from community.messages.email_html import site_look
from community.messages.message_draft import Delivery, Draft, Rendered
from community.messages.message_words import words_for
from community.messages.outbox import MESSENGER, SendingTry, send_message
from community.messages.returned_mail import Bounce, read_bounce
from community.messages.words_to_read import (
    goes_to,
    letter_html,
    offer_preview,
    who_comes_preview,
    who_comes_script,
    words_to_pass_on,
)

__all__ = [
    "MESSENGER",
    "Bounce",
    "Delivery",
    "Draft",
    "Rendered",
    "SendingTry",
    "channels",
    "duty_notice",
    "goes_to",
    "letter_html",
    "offer_preview",
    "read_bounce",
    "send_message",
    "site_look",
    "who_comes_preview",
    "who_comes_script",
    "words_for",
    "words_to_pass_on",
]

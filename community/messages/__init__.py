"""Messages to people: the draft that is ready to go out, the channels that it leaves by, and what comes back."""

from community.messages.circular_trial import circular_shown, send_trial
from community.messages.email_words import site_look
from community.messages.mailbox_session import MailKeptBack, NoMailbox
from community.messages.message_draft import Delivery, Draft, Rendered
from community.messages.message_words import words_for
from community.messages.outbox import MESSENGER, SendingTry, send_message
from community.messages.printed_visits import visits_on_paper
from community.messages.returned_mail import Bounce, EndlessMail, mails_in, read_bounce
from community.messages.returns_reading import mailbox_trouble, read_kept_back, read_returns
from community.messages.short_texts import segments
from community.messages.words_to_read import (
    goes_to,
    letter_html,
    offer_preview,
    who_comes_preview,
    who_comes_script,
    words_to_pass_on,
)

__all__ = [
    "MESSENGER", "Bounce", "Delivery", "Draft", "EndlessMail", "MailKeptBack", "NoMailbox", "Rendered", "SendingTry",
    "channels", "circular_shown", "duty_notice", "goes_to", "letter_html", "mailbox_trouble", "mails_in",
    "offer_preview", "read_bounce", "read_kept_back", "read_returns", "segments", "send_message", "send_trial",
    "site_look", "visits_on_paper", "who_comes_preview", "who_comes_script", "words_for", "words_to_pass_on",
]  # fmt: skip

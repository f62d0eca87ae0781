"""A message that is ready to go out, and what came of a try to send it."""

from dataclasses import dataclass, field

from community.tables.message_codes import SendOutcome, SendReason


@dataclass(frozen=True)
class Rendered:
    """The words of one message. A text has `text` only; `html` is what an email shows, or a letter to print."""

    subject: str = field(repr=False)
    text: str = field(repr=False)
    html: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Draft:
    """A message to one person. `to` is one email address or one telephone number, as its channel needs."""

    message_id: str
    """The id of its row in `messages`."""
    to: str = field(repr=False)
    rendered: Rendered = field(repr=False)
    stop: str | None = field(default=None, repr=False)
    """The whole address of its STOP link, where it has one: mail programs show it as a button, and act without asking.

    Never the link that answers an offer.
    """
    named: bool = True
    """Whether it may say in whose name it comes before it is opened."""


@dataclass(frozen=True)
class Delivery:
    """What came of one try to send a message, without anything about whom it was to."""

    outcome: SendOutcome
    reason: SendReason | None = None
    service_id: str | None = None
    """The text service's own id of the message, if it gave one."""

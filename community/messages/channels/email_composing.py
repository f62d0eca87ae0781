"""An email as the bytes that go over the wire. No word in it can begin a header, or be read as another address."""

import re
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from community.identity import email_addresses
from community.messages.message_draft import Draft, Rendered
from community.messages.return_address import bare, return_address
from community.settings import PLAIN_ADDRESS, Settings

# Only letters that every server passes on; whatever else is in the words is encoded in them.
_POLICY = SMTP.clone(cte_type="7bit", raise_on_defect=False)
_LINK = re.compile(r"https://[!-;=?-~]+")
_LONGEST_ADDRESS, _LONGEST_SUBJECT = 254, 200


class NotAnAddress(ValueError):
    """There is no one address that an email can go to. It is not repeated."""


def compose(settings: Settings, draft: Draft, now: datetime) -> bytes:
    """The whole email, each line ended by `\\r\\n`. Raises NotAnAddress."""
    to, messages = _one_address(draft.to), settings.messages
    letter = EmailMessage(policy=_POLICY)
    letter["Date"] = now
    letter["Message-ID"] = f"<{bare(draft.message_id)}@{_domain(messages.sender_address)}>"
    name = (messages.sender_name or settings.community.name) if draft.named else ""
    letter["From"] = _sender(name, messages.sender_address)
    letter["To"] = Address(addr_spec=to)
    letter["Reply-To"] = Address(addr_spec=_one_address(messages.reply_to or settings.community.email))
    letter["Subject"] = _one_line(draft.rendered.subject)[:_LONGEST_SUBJECT]
    # RFC 3834: so that holiday answers are not sent to us.
    letter["Auto-Submitted"] = "auto-generated"
    _fill(letter, draft.rendered)
    return _stop_headers(draft.stop) + letter.as_bytes()


def envelope_sender(settings: Settings, message_id: str) -> str:
    """Where this email returns if it can't be delivered: an address of its own, if a domain is set up for them."""
    domain = settings.messages.return_domain
    return return_address(message_id, domain) if domain else settings.messages.sender_address


def _one_address(text: str) -> str:
    # Asked of the book's own reader of addresses too, so that what one takes for two is not one to the other.
    if len(text) > _LONGEST_ADDRESS or not PLAIN_ADDRESS.fullmatch(text) or email_addresses(text) != (text.lower(),):
        raise NotAnAddress
    try:
        Address(addr_spec=text)
    except (ValueError, IndexError, MessageError):
        raise NotAnAddress from None
    return text


def _sender(name: str, address: str) -> Address:
    return Address(display_name=_one_line(name), addr_spec=address)


def _domain(address: str) -> str:
    return address.partition("@")[2]


def _one_line(words: str) -> str:
    """The words in one line, without what can't be seen: a line that ends would begin another header."""
    return "".join(letter for letter in " ".join(words.split()) if letter.isprintable())


def _fill(letter: EmailMessage, rendered: Rendered) -> None:
    letter.set_content(_sound(rendered.text), charset="utf-8")
    if rendered.html is not None:
        letter.add_alternative(_sound(rendered.html), subtype="html", charset="utf-8")


def _sound(words: str) -> str:
    """The words without halves of letters, which no encoding has, and with one kind of line end."""
    return "\n".join(words.encode("utf-8", "replace").decode("utf-8").splitlines()) + "\n"


def _stop_headers(stop: str | None) -> bytes:
    """The button that mail programs show (RFC 8058), if there is a STOP link.

    Written here, because the library breaks an address that is longer than a line.
    """
    if stop is None:
        return b""
    if not _LINK.fullmatch(stop):
        raise ValueError("a STOP link is a whole address that begins with https://")
    told = f"List-Unsubscribe: <{stop}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    return told.encode("ascii")

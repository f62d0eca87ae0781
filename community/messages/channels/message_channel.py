"""What every channel has in common: the invented town is refused, and the log holds ids and codes only.

The simplest of them sends nothing.
"""

from abc import ABC, abstractmethod
from typing import ClassVar

import structlog

from community.book import Book
from community.book.demo_flag import is_invented
from community.messages.message_draft import Delivery, Draft
from community.settings import Settings
from community.tables.message_codes import MessageChannel, SendOutcome, SendReason

_log = structlog.get_logger(__name__)


class SendingChannel(ABC):
    """One way by which messages leave."""

    code: ClassVar[MessageChannel]

    def __init__(self, settings: Settings, book: Book) -> None:
        """Send as the settings say, for the people in this book."""
        self._settings = settings
        self._book = book

    def send(self, draft: Draft) -> Delivery:
        """What came of one try. Nothing of an invented town leaves. Raises BookUnavailable, before anything is sent."""
        if self._settings.demo or is_invented(self._book):
            delivery = Delivery(SendOutcome.REFUSED, SendReason.INVENTED_TOWN)
        else:
            delivery = self._deliver(draft)
        _log.info(
            "message_tried",
            message=draft.message_id,
            channel=self.code,
            outcome=delivery.outcome,
            reason=delivery.reason,
        )
        return delivery

    @abstractmethod
    def _deliver(self, draft: Draft) -> Delivery:
        """What came of one try, for real people."""


class ByHandChannel(SendingChannel):
    """The channel by which nothing leaves: a person reads the message and passes it on."""

    code = MessageChannel.BY_HAND

    def _deliver(self, draft: Draft) -> Delivery:  # noqa: ARG002 (as every channel)
        return Delivery(SendOutcome.BY_HAND)

"""The channel by which nothing leaves: a person reads the message and passes it on."""

from community.messages.channels.message_channel import SendingChannel
from community.messages.message_draft import Delivery, Draft
from community.tables.message_codes import MessageChannel, SendOutcome


class ByHandChannel(SendingChannel):
    """Passes nothing on itself."""

    code = MessageChannel.BY_HAND

    def _deliver(self, draft: Draft) -> Delivery:  # noqa: ARG002 (as every channel)
        return Delivery(SendOutcome.BY_HAND)

"""The ways by which a message leaves: email, text, by hand. `open_channels` returns those that are set up.

    delivery = open_channels(settings, book)[MessageChannel.EMAIL].send(draft)

A channel never raises for what a server did: it returns one of four outcomes, or `by_hand`. Only `try_later` may be
tried again without a person. Write the row of the message before you send: what this program can't learn any more after
a power cut is `unknown`.
"""

from community.messages.channels.channel_opening import email_trouble, open_channels, text_trouble
from community.messages.channels.message_channel import SendingChannel

__all__ = ["SendingChannel", "email_trouble", "open_channels", "text_trouble"]

"""Signed links: what a volunteer or a resident opens from a message, without an account.

A link names its purpose, the message it went out with, and until when it opens; nobody's name, number or place. It
opens as often as somebody likes, because mail gateways open links before people do: what it leads to changes something
only by a visible button. Whether the message was withdrawn or the match is over, the caller asks the book.
"""

from community.links.certificate_codes import make_code, read_certificate
from community.links.door_words import door_word
from community.links.signed_links import BadLink, Link, link_keys, path, read, sign

__all__ = ["BadLink", "Link", "door_word", "link_keys", "make_code", "path", "read", "read_certificate", "sign"]

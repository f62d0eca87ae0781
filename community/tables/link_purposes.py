"""What a signed link is for. One purpose each: a link opened for another purpose is no link."""

from enum import StrEnum


class Purpose(StrEnum):
    """The one thing that a link lets somebody do, about the one message that it went out with."""

    OFFER = "offer"
    """A volunteer answers an offer."""
    RESIDENT_TOLD = "resident_told"
    """A resident who was told who comes refuses, changes or cancels."""
    VISIT = "visit"
    """A volunteer says how a visit went."""
    RESIDENT_VOICE = "resident_voice"
    """A resident says how it was."""
    BOOKING = "booking"
    """Somebody sees how their place at a session stands, and gives it up."""
    STOP = "stop"
    """Somebody stops messages of this kind. A mail program may do it for them with one press (RFC 8058)."""
    CONFIRM = "confirm"
    """Somebody who subscribed says that it was them."""

    @property
    def folder(self) -> str:
        """The first part of the address of its pages."""
        return self.value.replace("_", "-")

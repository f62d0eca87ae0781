"""The errors with which casework refuses an action. No message repeats anything about a person."""

from community.errors import UserFacingError


class NotAllowed(UserFacingError):
    """This role, or this hub, may not do this."""


class NotFound(UserFacingError):
    """There is no such record, or it is another hub's: the two look the same on purpose."""


class NotNow(UserFacingError):
    """The state of the records does not allow this. The words say what stands in the way."""


class NotSaved(NotNow):
    """The decision is not saved for good yet, and nothing goes out before it is. Trying again in a moment is enough."""

    def __init__(self) -> None:
        """Say what we are waiting for."""
        super().__init__("Not saved in the spreadsheet yet. This is shown as soon as it is.")


class WhichResident(UserFacingError):
    """The request may come from somebody we know already, and a person must say from whom. See `same_resident`."""

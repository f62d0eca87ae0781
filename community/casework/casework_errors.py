"""What casework refuses, and why. No message repeats anything about a person."""

from community.errors import UserFacingError


class NotAllowed(UserFacingError):
    """This role, or this hub, may not do this."""


class NotFound(UserFacingError):
    """There is no such record, or it is another hub's: the two look the same on purpose."""


class NotNow(UserFacingError):
    """The state of things does not allow this. The words say what stands in the way."""


class NotSaved(NotNow):
    """Nothing goes out before the decision behind it is kept for good. It is enough to try again in a moment."""

    def __init__(self) -> None:
        """Say what is waited for."""
        super().__init__("Not saved in the spreadsheet yet. This is shown as soon as it is.")


class WhichResident(UserFacingError):
    """The request may come from somebody we know already: a person must say who. See `same_resident`."""

"""The one base class of every error that a person is meant to read."""


class UserFacingError(Exception):
    """An error shown to people as it stands, without a traceback.

    Its words say what is wrong and what to do next. They never repeat what somebody typed:
    an error may end in a log, and what people type may be about a person.
    """

"""What is raised for a file that holds no list."""

from community.errors import UserFacingError


class NotAList(UserFacingError):
    """The file holds no list that can be read. The message says what to do, and repeats nothing of the file."""

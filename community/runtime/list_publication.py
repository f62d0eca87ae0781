"""Publishes the lists that a decision, a setting or a day changes: who signed, services, forms, what checks cost."""

from datetime import datetime

from community import publish
from community.book import Book
from community.errors import UserFacingError
from community.publish import publish_status
from community.publish.publish_site import prepare_lists
from community.runtime.site_refresh import ROOT, build_if_changed
from community.settings import Settings


def lists_are_behind(book: Book, settings: Settings, now: datetime) -> bool:
    """Whether the site says something else than the book. Raises Invented for the invented town."""
    return bool(publish.stale(ROOT, prepare_lists(book, settings, now)))


def publish_lists(book: Book, settings: Settings, now: datetime) -> None:
    """Write the lists, build the site, and note how that went for the dashboard. Raises what stopped it."""
    try:
        publish.publish(ROOT, prepare_lists(book, settings, now), lambda: build(settings))
    except (UserFacingError, OSError) as reason:
        publish_status.tell(settings.book_home, now, str(reason) or type(reason).__name__)
        raise
    publish_status.tell(settings.book_home, now)


def build(settings: Settings) -> bool:
    """Whether the site had to be built, after building it."""
    return build_if_changed(lambda: publish.build(ROOT, settings), settings)

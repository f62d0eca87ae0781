"""Publishes the lists that a decision, a setting or a day changes: who signed, services, forms, what checks cost."""

from datetime import datetime

from community import publish
from community.book import Book
from community.errors import UserFacingError
from community.publish import publish_status, trial_site
from community.publish.publish_site import prepare_lists
from community.runtime.site_refresh import build_if_changed
from community.settings import Settings


def lists_are_behind(book: Book, settings: Settings, now: datetime) -> bool:
    """Whether the site says something else than the book. Raises Invented where invented people would be published.

    The invented town's own site is looked after from when it was first made.
    """
    if settings.site_is_trial and not trial_site.is_there(settings):
        return False
    return bool(publish.stale(settings.site, prepare_lists(book, settings, now)))


def publish_lists(book: Book, settings: Settings, now: datetime) -> None:
    """Write the lists, build the site, and note how that went for the dashboard. Raises what stopped it."""
    try:
        publish.publish(settings.site, prepare_lists(book, settings, now), lambda: build(settings))
    except (UserFacingError, OSError) as reason:
        publish_status.tell(settings.book_home, now, str(reason) or type(reason).__name__)
        raise
    publish_status.tell(settings.book_home, now)


def build(settings: Settings) -> bool:
    """Whether the site had to be built, after building it."""
    return build_if_changed(lambda: publish.build(settings.site, settings), settings)

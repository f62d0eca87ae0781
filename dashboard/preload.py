"""Loads the matching while the first page is drawn, so that nobody waits for it on the second."""

import threading

from community.matching import warm

_begun = threading.Lock()


def begin() -> None:
    """Start loading, once in the life of this process."""
    if _begun.acquire(blocking=False):
        threading.Thread(target=warm, name="matching").start()

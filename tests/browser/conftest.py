"""What the tests of whole ways stand on."""

from tests.browser.support import browser, open_page

__all__ = ["browser", "open_page"]

"""Finding a page for words as people say them: one index, written after the build, and one way to rank its pages.

The same rules stand in `site/assets/search.js`, for where no service of ours answers; one table of words tests both.
"""

from community.search.search_html import found_html, searching_html
from community.search.search_index import FILE, write
from community.search.search_ranking import Index, Result, SearchHit

__all__ = ["FILE", "Index", "Result", "SearchHit", "found_html", "searching_html", "write"]

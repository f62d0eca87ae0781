"""Search: finds pages for the words that people use, with one index, written after the build, and one ranking.

`site/assets/search.js` has the same rules, for sites without a service of ours; one table of words tests both.
"""

from community.search.search_html import found_html, searching_html
from community.search.search_index import ENTRIES, FILE, write
from community.search.search_ranking import MOST_LETTERS, Index, SearchHit

__all__ = ["ENTRIES", "FILE", "MOST_LETTERS", "Index", "SearchHit", "found_html", "searching_html", "write"]

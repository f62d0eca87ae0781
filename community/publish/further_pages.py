"""The pages on which a long list goes on: where they stand, how they begin, and the links from one to the next."""

import json
from collections.abc import Iterator


def page_part(number: int) -> str:
    """The last part of the address of a list's page: nothing for the first."""
    return "" if number == 1 else f"{number}/"


def head_of(address: str, title: str, last: int, number: int) -> list[str]:
    """The head of the page of this number in Markdown, for a list of this title that begins at this address."""
    own = f"{title}, page {number}"
    told = {
        "title": own,
        "heading": own,
        "lead": f"This is page {number} of {last}.",
        "wide": True,
        "aside": "none",
        "continues": True,
        "up": {"address": address, "words": title},
    }
    return ["---", *(f"{key}: {json.dumps(words, ensure_ascii=False)}" for key, words in told.items()), "---", ""]


def way_on(address: str, last: int, here: int) -> Iterator[str]:
    """Links to the page before and to the next, as one piece of HTML."""
    yield ""
    yield '<nav class="chips" aria-label="Pages of this list"><ul>'
    if here > 1:
        yield f'<li><a rel="prev" href="{way_from(address, here, here - 1)}">Back to page {here - 1}</a></li>'
    if here < last:
        yield f'<li><a rel="next" href="{way_from(address, here, here + 1)}">Next: page {here + 1} of {last}</a></li>'
    yield "</ul></nav>"
    yield ""


def way_from(address: str, here: int, there: int) -> str:
    """The address of one page of a list, seen from another.

    It leads through the site's own address: other pages may include the first page's piece.
    """
    if here == there:
        return ""
    return f"{'../' * (address.count('/') + (here > 1))}{address}{page_part(there)}"

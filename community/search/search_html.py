"""The search as HTML, for whoever has no script. With one, `site/assets/site.js` draws the same."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from community.search.marking import marked
from community.search.search_ranking import Index, SearchHit

_JINJA = Environment(
    loader=PackageLoader("community.search"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
    auto_reload=False,
)
_JINJA.filters["marked"] = marked
_FOUND, _SEARCHING = (_JINJA.get_template(f"{name}.html") for name in ("found", "searching"))


def searching_html(asked: str, answer: str = "") -> str:
    """The field with what was asked, and below it the answer."""
    return _SEARCHING.render(asked=asked, answer=Markup(answer))  # noqa: S704 (drawn by found_html, which escapes)


def found_html(index: Index, found: SearchHit, *, base: str) -> str:
    """What was found: whom to ring now where words may mean danger, then the pages. `base` leads to the first page."""
    lines = {str(line): line for sign in found.signs for line in sign["lines"]}
    many = len(found.results)
    count = "Nothing found. Try another word, or ring us." if not many else f"{many} page{'s' * (many > 1)} found"
    return _FOUND.render(found=found, lines=lines.values(), count=count, base=base, ring=index.told["ring"])

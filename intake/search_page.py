"""The search page, answered here for browsers without scripts. Queries are not kept."""

from html import escape
from pathlib import PurePath

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from community.search import ENTRIES, FILE, MOST_LETTERS, Index, found_html, searching_html
from intake.form_body import BodyRefused, read
from intake.form_page import Drawer
from intake.rate_limits import Callers
from intake.static_site import Site

ADDRESS = "/search/"
PLACE = "search"
FIELD = "q"


class SearchPage:
    """The built search page, around the field and the answer."""

    def __init__(self, index: Index, drawer: Drawer, callers: Callers) -> None:
        """Answer from this index, in this page."""
        self._index, self._drawer, self._callers = index, drawer, callers

    @classmethod
    def of(cls, built: Site, callers: Callers, notice: str) -> "SearchPage | None":
        """The search of this built site, or None where the site is not built."""
        html, index = built.pages.get(ADDRESS), built.files.get(f"/{FILE}")
        if html is None or index is None:
            return None
        entries = {
            PurePath(name).stem: file.body for name, file in built.files.items() if name.startswith(f"/{ENTRIES}/")
        }
        return cls(Index.read(index.body, entries), Drawer(html, PLACE, notice=notice), callers)

    async def serve(self, request: Request) -> Response:
        """The answer to a GET or POST. The field posts, so words stay out of addresses; a link may ask with `?q=`."""
        if request.scope["path"] != ADDRESS:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{ADDRESS}{query}", 308)
        asked = request.query_params.get(FIELD, "")
        if request.method == "POST":
            try:
                asked = next(iter((await read(request)).get(FIELD, ())), "")
            except BodyRefused as refusal:
                return self._drawer.draw(request, searching_html(""), refusal.status)
            except ClientDisconnect:
                return Response(status_code=400)  # nobody is there to read it
        asked = asked.strip()[:MOST_LETTERS]
        if not asked:
            return self._drawer.draw(request, searching_html(""))
        if self._callers.absurd(request):
            ring = self._index.told["ring"]
            words = (
                f"<p>Very many questions come from your connection just now. Ring us: {escape(ring['telephone'])}.</p>"
            )
            return self._drawer.draw(request, searching_html(asked, words), 429)
        answer = found_html(self._index, self._index.rank(asked), base="../")
        return self._drawer.draw(request, searching_html(asked, answer), before_title="What we found · ")

"""Puts what is drawn into the page that it belongs to."""

from html import escape

from starlette.requests import Request
from starlette.responses import Response

from community.forms import Form
from community.settings import Community
from intake.policy import FOR_BACK, NO_STORE, policy
from intake.shell import PLAIN, Shell

_DEMO = (
    '<p class="cc-note"><strong>This is a trial with invented people.</strong> '
    "Nobody reads what you send here. If you need help, ring {telephone}.</p>"
)


class Drawer:
    """One form's page, around whatever is drawn for it."""

    def __init__(self, html: str | None, form: Form, community: Community, *, demo: bool = False) -> None:
        """The built page, or None where there is none: then a plain one. With `demo` it says that it is a trial."""
        plain = html is None
        self._shell = Shell(html or _plain(form, community), form.form)
        self._headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-security-policy", policy(html or "").encode()),
            (b"vary", b"accept-encoding"),
        ]
        self._notice = _DEMO.format(telephone=escape(community.telephone)) if demo else ""
        # A built page has a lead of its own, written for it.
        self._own = (form.title, form.lead) if plain else (None, None)

    def draw(
        self,
        request: Request,
        html: str,
        status: int = 200,
        *,
        heading: str | None = None,
        lead: str | None = None,
        before_title: str = "",
        on_the_way: bool = False,
        back: bool = False,
    ) -> Response:
        """The whole page, compressed where the browser takes it. Only a page on the way may be kept, for Back."""
        own_heading, own_lead = self._own
        frame = self._shell.frame(
            heading=heading or own_heading,
            lead=own_lead if lead is None else lead,
            before_title=before_title,
            back=back,
        )
        body = (self._notice + html).encode("utf-8", "replace")
        packed = "gzip" in request.headers.get("accept-encoding", "")
        whole = frame.packed(body) if packed else frame.plain(body)
        response = Response(b"" if request.method == "HEAD" else whole, status)
        encoding = [(b"content-encoding", b"gzip")] if packed else []
        retry = [(b"retry-after", b"60")] if status in (429, 503) else []
        response.raw_headers = [
            *self._headers,
            *(FOR_BACK if on_the_way else NO_STORE),
            (b"content-length", str(len(whole)).encode()),
            *encoding,
            *retry,
        ]
        return response


def _plain(form: Form, community: Community) -> str:
    return PLAIN.format(
        community=community.name,
        telephone=community.telephone,
        dial=community.telephone.replace(" ", ""),
        opening=community.opening,
        title=form.title,
        form=form.form,
    )

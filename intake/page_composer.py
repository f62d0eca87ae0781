"""Puts what is drawn into the page that it belongs to."""

from html import escape
from typing import Self

from starlette.requests import Request
from starlette.responses import Response

from community.forms import Form
from community.settings import Community
from intake.page_shell import PLAIN, Shell
from intake.security_headers import FOR_BACK, NO_STORE, policy

_DEMO = (
    '<p class="cc-note"><strong>This is a trial with invented people.</strong> '
    "Nobody reads what you send here. If you need help, ring {telephone}.</p>"
)


class Drawer:
    """One page, around whatever is drawn for it."""

    def __init__(
        self, html: str, place: str, *, notice: str = "", own: tuple[str | None, str | None] = (None, None)
    ) -> None:
        """A page that has this place. `own` is the heading and the lead that it gets where nothing else is said."""
        self._shell = Shell(html, place)
        self._headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-security-policy", policy(html).encode()),
            (b"vary", b"accept-encoding"),
        ]
        self._notice, self._own = notice, own

    @classmethod
    def of_form(cls, html: str | None, form: Form, community: Community, *, demo: bool = False) -> Self:
        """The form's built page; with None, a plain one. With `demo` it says that it is a trial."""
        notice = _DEMO.format(telephone=escape(community.telephone)) if demo else ""
        if html is None:
            return cls(_plain(form, community), form.form, notice=notice, own=(form.title, form.lead))
        # A built page has a lead of its own, written for it.
        return cls(html, form.form, notice=notice)

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

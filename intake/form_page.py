"""A form's built page, cut where the form belongs and compressed once, so that each drawn form can be put into it."""

import zlib
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from typing import Self

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from community.forms import Form, say_html
from community.settings import Community
from community.wording import language_here, later, say
from intake.security_headers import FOR_BACK, NO_STORE, policy

_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
MOST_FRAMES = 200

# In place of the way to the page above: the part before, with every answer. The first button of a form is the one that
# Enter in a field presses, so one that goes on stands before it; nobody sees it, and no keyboard stops at it.
_BACK = Markup(
    '<button class="visually-hidden" type="submit" form="answers" name="to" value="continue" tabindex="-1"'
    ' aria-hidden="true">{}</button>'
    '<button class="cc-back" type="submit" form="answers" name="to" value="back">{}</button>'
)

# Used when the site has not been built: still the same questions, in the same order.
PLAIN = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{community}</title></head>
<body><header><p><strong>{community}</strong>. {ring}: <a href="tel:{dial}">{telephone}</a>, {opening}.</p></header>
<main><p id="page-crumb"></p><h1 id="page-title">{title}</h1><p id="page-lead"></p>
<div data-form="{form}"></div></main></body></html>
"""


@dataclass(frozen=True)
class Frame:
    """A page around a gap."""

    head: bytes
    tail: bytes
    head_packed: bytes
    tail_packed: bytes
    head_sum: int

    def plain(self, body: bytes) -> bytes:
        """The whole page."""
        return self.head + body + self.tail

    def packed(self, body: bytes) -> bytes:
        """The whole page as gzip (RFC 1952): one stream of three parts, of which only the middle is compressed now."""
        total = zlib.crc32(self.tail, zlib.crc32(body, self.head_sum))
        size = len(self.head) + len(body) + len(self.tail)
        end = total.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")
        return b"".join((_GZIP_HEAD, self.head_packed, _deflated(body, 4), self.tail_packed, end))


class Shell:
    """One built page. Raises ValueError when it has no place for the form."""

    def __init__(self, html: str, form: str) -> None:
        """Cut the page open at `<div data-form="FORM">`."""
        # A page is read through only if it can have the place: a service asks each page for each form that there is.
        marks = _Marks(html, form) if f'data-form="{form}"' in html else None
        if marks is None or "form" not in marks.found:
            raise ValueError(f"the page has no place for the form {form}")
        self._html, self._at = html, marks.found
        self._frames: dict[tuple[str | None, str | None, str, bool, bool], Frame] = {}

    def frame(
        self,
        *,
        heading: str | None = None,
        lead: str | None = None,
        before_title: str = "",
        back: bool = False,
        switch: bool = True,
    ) -> Frame:
        """The page around the gap, with a different heading and lead, and words before its title.

        With `back` the link above the heading leads to the part before. Without `switch` nothing leads to the page in
        another language.
        """
        wanted = (heading, lead, before_title, back, switch)
        if wanted not in self._frames:
            if len(self._frames) >= MOST_FRAMES:
                self._frames.clear()
            self._frames[wanted] = self._framed(*wanted)
        return self._frames[wanted]

    def _framed(self, heading: str | None, lead: str | None, before_title: str, back: bool, switch: bool) -> Frame:
        start, end = self._at["form"]
        title = unescape(self._inside("title") or "")
        words = {
            "title": before_title + (f"{heading} · " if heading else "") + title,
            "page-title": heading,
            "page-lead": lead,
        }
        html = {mark: escape(told, quote=False) for mark, told in words.items() if told is not None}
        html |= {"page-crumb": str(_BACK.format(say_html("Continue"), say_html("Previous part")))} if back else {}
        html |= {} if switch else {"page-switch": ""}
        head, tail = self._html[:start], self._html[end:]
        for mark, each in sorted(html.items(), key=lambda item: self._at.get(item[0], (0, 0)), reverse=True):
            at = self._at.get(mark)
            if at and at[1] <= start:
                head = head[: at[0]] + each + head[at[1] :]
        first, last = head.encode(), tail.encode()
        return Frame(first, last, _deflated(first, 9), _deflated(last, 9, last=True), zlib.crc32(first))

    def _inside(self, mark: str) -> str | None:
        at = self._at.get(mark)
        return self._html[at[0] : at[1]] if at else None


def _deflated(data: bytes, level: int, *, last: bool = False) -> bytes:
    # After a full flush another part can follow that was compressed independently.
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)


class _Marks(HTMLParser):
    """Where title, switches, way up, heading, lead and the form's place are: mark -> (start, end)."""

    def __init__(self, html: str, form: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, tuple[int, int]] = {}
        self._form, self._html = form, html
        self._open: list[tuple[str, str, int]] = []
        self._starts = [0]
        for line in html.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.feed(html)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what is open, and where it began."""
        if tag in _VOID:
            return
        told, here = dict(attrs), self._here()
        inside = here + len(self.get_starttag_text() or "")
        mark = "title" if tag == "title" and "title" not in self.found else str(told.get("id") or "")
        if told.get("data-form") == self._form:
            mark, inside = "form", here
        self._open.append((tag, mark, inside))

    def handle_endtag(self, tag: str) -> None:
        """Close the last one of this name, and whatever was left open in it."""
        places = [place for place, (name, _, _) in enumerate(self._open) if name == tag]
        if not places:
            return
        _, mark, start = self._open[places[-1]]
        del self._open[places[-1] :]
        if mark in ("title", "page-switch", "page-crumb", "page-title", "page-lead", "form") and mark not in self.found:
            end = self._html.index(">", self._here()) + 1 if mark == "form" else self._here()
            self.found[mark] = (start, end)


def number_html(community: Community) -> str:
    """The community's number, to be rung by touching it."""
    dial = escape(community.telephone.replace(" ", ""))
    return f'<a href="tel:{dial}">{escape(community.telephone)}</a>'


_DEMO = (
    later("This is a trial with invented people."),
    later("Nobody reads what you send here. If you need help, ring {telephone}."),
)


def trial_html(community: Community) -> str:
    """That the people are invented and nobody reads what is sent, in the language that is spoken here."""
    number = Markup(number_html(community))  # noqa: S704 - what it is made of is escaped there
    trial, nobody = (say_html(words, telephone=number) for words in _DEMO)
    return str(Markup('<p class="cc-note"><strong>{}</strong> {}</p>').format(trial, nobody))


class Drawer:
    """Draws content into one page."""

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
        notice = trial_html(community) if demo else ""
        if html is None:
            return cls(_plain(form.form, form.title, community), form.form, notice=notice, own=(form.title, form.lead))
        # A built page has a lead of its own, written for it.
        return cls(html, form.form, notice=notice)

    @classmethod
    def of_links(cls, html: str | None, place: str, community: Community, *, notice: str = "") -> Self:
        """The built page for what links open; with None, a plain one."""
        return cls(html or _plain(place, "A message from us", community), place, notice=notice)

    @classmethod
    def of_module(cls, html: str, module: str, community: Community, *, demo: bool = False) -> Self:
        """The built page of a module of training. Raises ValueError when it has no place for its questions."""
        return cls(html, f"module-{module}", notice=trial_html(community) if demo else "")

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
            switch=heading is None and request.method != "POST",  # where nothing is answered yet
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


def _plain(place: str, title: str, community: Community) -> str:
    return PLAIN.format(
        community=community.name,
        telephone=community.telephone,
        dial=community.telephone.replace(" ", ""),
        opening=say(community.opening),
        ring=say("Ring us"),
        lang=spoken.code if (spoken := language_here()) else "en-GB",
        title=title,
        form=place,
    )

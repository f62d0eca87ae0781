"""What all emails share: their look, a greeting, how to ring us, and how to get no more of them."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from community.casework import MessageFacts
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.who_writes import is_discreet, sender, sentence
from community.settings import Settings

# As in site/assets/site.css. Mail programs know no style sheets, so each part says its own.
_PAGE = (
    "margin:0;padding:24px;background:#FBF7F0;color:#22201D;font:18px/1.5 system-ui,Segoe UI,Roboto,Arial,sans-serif"
)
_SHEET = "max-width:34em;margin:0 auto"
_NAME = "margin:0 0 24px;padding-bottom:12px;border-bottom:3px solid #0B5351;color:#0B5351;font-weight:700"
_BUTTON = (
    "display:inline-block;padding:12px 20px;border-radius:8px;background:#0B5351;color:#FFFFFF;font-weight:700;"
    "word-break:break-all"
)
_LINK = re.compile(r"https://[^\s<>\"]+[^\s<>\".,;:!?)]")


def site_look(text: str, name: str, language: str = "en-GB") -> str:
    """The HTML of these plain words under the community's name. Blank lines part paragraphs.

    An address that has a line to itself is a button, and shows itself: people may see where it leads.
    """
    parts = [_paragraph(each.strip()) for each in re.split(r"\n\s*\n", text.strip())]
    head = Markup('<p style="{}">{}</p>').format(_NAME, name)
    body = Markup("\n").join([head, *parts])
    return str(
        Markup(
            '<!doctype html>\n<html lang="{}"><head><meta charset="utf-8"><meta name="color-scheme" content="light">'
            '<title>{}</title></head>\n<body style="{}"><div style="{}">\n{}\n</div></body></html>\n'
        ).format(language, name, _PAGE, _SHEET, body)
    )


def _paragraph(words: str) -> Markup:
    if _LINK.fullmatch(words):
        return Markup('<p><a href="{}" style="{}">{}</a></p>').format(words, _BUTTON, words)
    lines = [_with_links(line) for line in words.splitlines()]
    return Markup("<p>{}</p>").format(Markup("<br>\n").join(lines))


def _with_links(line: str) -> Markup:
    parts, end = [], 0
    for found in _LINK.finditer(line):
        parts += [
            escape(line[end : found.start()]),
            Markup('<a href="{0}" style="color:#0B5351;word-break:break-all">{0}</a>').format(found[0]),
        ]
        end = found.end()
    return Markup("").join([*parts, escape(line[end:])])


def opening(settings: Settings, facts: MessageFacts) -> str:
    """The sentence that says who writes."""
    name = sender(settings, facts)
    return sentence(name) if is_discreet(facts) else f"This is {name}."


def email_of(
    settings: Settings, subject: str, facts: MessageFacts, parts: Sequence[str], links: MessageLinks
) -> Rendered:
    """The email that says these parts. What shows without opening it is no more than its reader wants others to see."""
    community, name = settings.community, sender(settings, facts)
    stop = f"here: {links.stop}" if links.stop else f"on {community.telephone}"
    hello = f"Hello {facts.first_name}," if facts.first_name else "Hello,"
    text = "\n\n".join(
        [
            hello,
            *parts,
            f"You can ring us on {community.telephone} ({community.opening}).\n{name}",
            f"If you want no more emails from us{', or none for now' * links.pauses}, tell us {stop}",
        ]
    )
    return Rendered(name if is_discreet(facts) else subject, text, site_look(text, name))

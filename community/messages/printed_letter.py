"""A letter in large print, to be printed on A4 and posted: its words, and the page with the address for the window.

It loads nothing from anywhere. Nothing on it is smaller than 16 points, which is large print.
"""

import re
from collections.abc import Sequence

from markupsafe import Markup

from community.casework import MessageFacts
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.who_comes_texts import NEVER, OTHERWISE, at_the_door, besides, time_to_object, what_comes
from community.messages.who_writes import sender
from community.settings import Settings
from community.tables.canonical import LONDON
from community.wording import day_words

# The colours are the site's. On paper nothing but letters and lines is printed.
LOOK = Markup("""
@page { size: A4; margin: 12mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #F3EADB; color: #22201D; font: 16pt/1.3 system-ui, Segoe UI, Roboto, Arial, sans-serif;
  overflow-wrap: anywhere; }
main { max-width: 210mm; margin: 0 auto; padding: 15mm 20mm; background: #FFFFFF; }
header { border-bottom: 2pt solid #0B5351; padding-bottom: 3mm; color: #0B5351; }
header strong { font: 700 22pt/1.2 Charter, Cambria, Georgia, serif; }
header p { margin: 1mm 0 0; font-size: 16pt; color: #22201D; }
address { font-style: normal; min-height: 30mm; margin: 5mm 0; white-space: pre-line; }
p { margin: 0 0 3mm; break-inside: avoid; orphans: 3; widows: 3; }
.part { display: inline-block; max-width: 100%; }
.word { border: 2pt solid #0B5351; padding: 2mm 4mm; font-size: 20pt; font-weight: 700; }
@media (max-width: 640px) { main { padding: 16px; } }
@media print { body { background: #FFFFFF; } main { max-width: none; padding: 0; } }
""")
_PAGE = Markup(
    '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><meta name="color-scheme" content="light">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>{look}</style>'
    "</head>\n<body><main>\n<header><strong>{name}</strong><p>{ring}</p></header>\n<address>{to}</address>\n{body}\n"
    "</main></body></html>\n"
)

_ONLINE = "If you use the internet, you can answer here instead: "
_BEHIND_A_SLASH = re.compile(r"(?<=[^:/]/)")


def who_comes_by_letter(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The letter that tells a resident who comes. `text` holds the same words without the look."""
    community, name = settings.community, sender(settings, facts)
    ring = f"{community.telephone} ({community.opening})"
    to = "\n".join(filter(None, [facts.full_name, facts.address]))
    word, *rules = at_the_door(settings, facts)
    parts = [
        day_words(facts.now.astimezone(LONDON).date()),
        f"Dear {facts.first_name}," if facts.first_name else "Good day,",
        what_comes(facts),
        word,
        *rules,
        *besides(settings, facts),
        NEVER,
        f"If that suits you, you need do nothing. {OTHERWISE} please ring us on {community.telephone}.",
        *time_to_object(settings, facts),
        *([f"{_ONLINE}{links.answer}"] if links.answer else []),
        f"With kind regards,\n{name}",
    ]
    html = _PAGE.format(title=name, look=LOOK, name=name, ring=ring, to=to, body=_paragraphs(parts, word))
    return Rendered("", "\n\n".join([f"{name}\n{ring}", *filter(None, [to]), *parts]), str(html))


def _paragraphs(parts: Sequence[str], framed: str) -> Markup:
    def one(words: str) -> Markup:
        lines = Markup("<br>\n").join(words.splitlines())
        if words.startswith(_ONLINE):
            lines = Markup("{}{}").format(_ONLINE, _unbroken(words.removeprefix(_ONLINE)))
        return Markup('<p class="word">{}</p>').format(lines) if words == framed else Markup("<p>{}</p>").format(lines)

    return Markup("\n").join(map(one, parts))


def _unbroken(link: str) -> Markup:
    """The link in parts between which alone a line may end: whoever types it in would leave out a hyphen at its end."""
    return Markup("").join(Markup('<span class="part">{}</span>').format(each) for each in _BEHIND_A_SLASH.split(link))

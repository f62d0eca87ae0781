"""A volunteer's visits on paper, for whoever does without the internet: a sheet for each, with a box to report in.

It loads nothing from anywhere. One sheet tells of one home, so that each is destroyed when that help is over.
"""

from datetime import date

from markupsafe import Markup

from community.casework import DayPack, PackedVisit
from community.links import door_word
from community.messages.printed_letter import LOOK
from community.settings import Settings
from community.wording import day_words, weekday_words, wording

_LOOK = LOOK + Markup("""
@page { margin: 10mm 17mm; }
main { font-size: 12.5pt; line-height: 1.26; }
p { margin-bottom: 1.9mm; }
header { padding-bottom: 2mm; }
header strong { font-size: 18pt; }
header p { font-size: 13pt; }
.word { padding: 1.5mm 4mm; font-size: 14.5pt; }
main + main { margin-top: 8mm; break-before: page; }
h1 { margin: 3mm 0 1mm; font: 700 20pt/1.2 Charter, Cambria, Georgia, serif; }
.report { margin: 4mm 0 3mm; border: 1.5pt solid #22201D; padding: 3mm 5mm 1mm; break-inside: avoid; }
.fields { display: flex; gap: 5mm; margin: 6mm 0 5mm; }
.fields span { flex: 1; border-bottom: 1pt solid #22201D; }
.box { display: inline-block; width: 4.5mm; height: 4.5mm; margin-right: 2mm; border: 1pt solid #22201D; }
.box + .box { margin-left: 4mm; }
.foot { margin: 0; font-size: 11pt; }
@media print { main + main { margin-top: 0; } }
""")
_PAGE = Markup(
    '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><meta name="color-scheme" content="light">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>{look}</style>'
    "</head>\n<body>\n{sheets}\n</body></html>\n"
)
_SHEET = Markup(
    "<main>\n<header><strong>{name}</strong><p>{ring}</p></header>\n<h1>{task}</h1>\n<p>{when}</p>\n{door}\n{lines}\n"
    '<div class="report"><p><strong>Afterwards, write here.</strong> Then bring or post us the sheet, or read it out '
    'to us: {telephone}.</p><p class="fields"><span>Day</span><span>Minutes</span><span>Miles</span></p>'
    '<p><span class="box"></span>{nobody}. I rang you.</p><p><span class="box"></span>{not_done}.</p>'
    '<p><span class="box"></span>I am worried about them. I ring you today, and write no more here.</p></div>\n'
    '<p class="foot">For {first_name}, printed on {today}. Let nobody else read it. If anything changes, ring us. '
    "Destroy it when this help is over.</p>\n</main>"
)


_ABOUT, _LINE = Markup("<p><strong>{}</strong> {}</p>"), Markup("<p>{}{}</p>")
_WORD = Markup('<p class="word">{}</p>')


def visits_on_paper(settings: Settings, pack: DayPack, today: date) -> str:
    """The page to print: its sheets, A4, in the order of the pack. Raises BadKey."""
    sheets = Markup("\n").join(_sheet(settings, pack, each, today) for each in pack.visits)
    return str(_PAGE.format(title=settings.community.name, look=_LOOK, sheets=sheets))


def _sheet(settings: Settings, pack: DayPack, visit: PackedVisit, today: date) -> Markup:
    community = settings.community
    word = visit.own_door_word or door_word(settings, visit.match_id)
    told = [f"{visit.when}."]
    if visit.next_on:
        told.append(f"Next on {weekday_words(date.fromisoformat(visit.next_on))}.")
    lines = [(_ABOUT if about else _LINE).format(about, words) for about, words in visit.lines]
    return _SHEET.format(
        name=community.name,
        ring=f"{community.telephone} ({community.opening})",
        task=visit.task,
        when=" ".join(told),
        door=_WORD.format(wording().phrase["say_password"].format(word=word)) if word else "",
        lines=Markup("\n").join(lines),
        telephone=community.telephone,
        nobody="Nobody was in" if visit.in_person else "Nobody answered",
        not_done="I did not go" if visit.in_person else "I did not call",
        first_name=pack.first_name or "a volunteer",
        today=day_words(today),
    )

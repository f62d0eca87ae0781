"""The areas of the hubs with their figures: as a drawing without an outside request, as a list of gaps, as tables."""

from base64 import b64encode
from collections.abc import Collection, Sequence

import streamlit as st
from markupsafe import escape

from community import casework, publish
from community.casework import SectorStands, StreetStands, WorkContext
from community.publish import HubMap
from community.tables.list_codes import AskedWhen
from community.wording import counted
from dashboard import display_words, elements, page_address
from dashboard.parts import show_more

_FEW = 8
_KEY = (
    ("nobody", "needs that wait, and no volunteer who lives there"),
    ("waiting", "needs that wait, with volunteers near"),
    ("unasked", "volunteers whom nobody asked lately, and no need that waits"),
)
_KEY_OF_OUTREACH = (
    ("nobody", "households on lists, and nobody was rung or had a leaflet"),
    ("waiting", "some were; the figure says with how many nobody has spoken yet"),
    ("unasked", "somebody has spoken with all"),
)
_LIKE = {"nobody": "nobody", "some": "waiting", "all": "unasked"}
"""By how far outreach has come, the look of its mark."""


def draw(
    drawn: HubMap, sectors: Sequence[SectorStands], hubs: Collection[str | None], *, outreach: bool = False
) -> None:
    """Draw the areas with a figure in each sector that has one, and what the marks mean."""
    marks = {}
    for each in sectors:
        if outreach and (far := each.outreach):
            marks[each.sector] = (_LIKE[far], str(each.homes - each.spoken or each.homes))
        elif not outreach and (each.gap or each.waiting):
            marks[each.sector] = (each.gap or "waiting", str(each.waiting or each.unasked))
    what = "households are on lists for outreach" if outreach else "needs wait or volunteers are not asked"
    words = f"The areas, with each sector where {what}. The table has all figures."
    picture = publish.sector_svg(drawn, marks, [code for code in hubs if code])
    if not picture:
        elements.lead("Nothing is drawn: the list of postcodes can’t be read. The table below has all figures.")
        return
    key = _KEY_OF_OUTREACH if outreach else _KEY
    legend = "".join(f'<li class="area__key area__key--{kind}">{meaning}</li>' for kind, meaning in key)
    data = b64encode(picture.encode()).decode()
    image = f'<img class="area" alt="{escape(words)}" src="data:image/svg+xml;base64,{data}">'
    # On a narrow screen its figures would be too small to read, so it is moved sideways: by keyboard as well.
    pane = f'<div class="area-pane" tabindex="0" role="region" aria-label="The picture of the areas">{image}</div>'
    st.html(f'<figure class="area-figure">{pane}<figcaption><ul>{legend}</ul></figcaption></figure>')


def coverage(context: WorkContext, sectors: Sequence[SectorStands]) -> None:
    """Draw how far outreach has come: in all, and by sector, those first where nobody was reached."""
    homes, spoken = sum(s.homes for s in sectors), sum(s.spoken for s in sectors)
    tried, leaflets = sum(s.tried for s in sectors), sum(s.leaflets for s in sectors)
    elements.heading("How far outreach has come")
    elements.lead(
        f"{counted(homes, 'household')}: {spoken:,} spoken to, {tried:,} rung without an answer, {leaflets:,} with a "
        "leaflet."
    )
    left = sorted(
        (s for s in sectors if s.homes > s.spoken), key=lambda s: (s.outreach != "nobody", s.spoken - s.homes)
    )
    for each in show_more.first("reach", left, _FEW):
        elements.line([name(each), f"{each.spoken} of {each.homes} spoken to",
                       display_words.hub(context.settings, each.hub)])  # fmt: skip
    show_more.button("reach", len(left), _FEW)
    page_address.link("outreach", "By street, and the rounds that are out")


def gaps(context: WorkContext, sectors: Sequence[SectorStands]) -> None:
    """Draw the gaps of both kinds, the largest first, with the way to the volunteers whom nobody asked."""
    without = sorted((s for s in sectors if s.gap == "nobody"), key=lambda s: -s.waiting)
    unasked = sorted((s for s in sectors if s.unasked and s.sector), key=lambda s: -s.unasked)
    elements.heading("Help asked for, nobody near")
    if not without:
        elements.lead("In every sector where somebody waits, a volunteer lives.")
    for each in show_more.first("without", without, _FEW):
        elements.line([name(each), counted(each.waiting, "open_need"), display_words.hub(context.settings, each.hub)])
    show_more.button("without", len(without), _FEW)
    elements.heading("Volunteers nobody asked lately")
    if not unasked:
        elements.lead("Everybody who is ready was asked lately, or helps.")
    for each in show_more.first("unasked", unasked, _FEW):
        many = counted(each.unasked, "volunteer")
        page_address.link("volunteers", f"{name(each)}: {many}", asked=AskedWhen.UNUSED, sector=each.sector)
    show_more.button("unasked", len(unasked), _FEW)


def table(context: WorkContext, sectors: Sequence[SectorStands]) -> None:
    """Draw all figures by sector, folded up."""
    with st.expander("All figures by sector"):
        rows = [
            (f"{name(s)}, {display_words.hub(context.settings, s.hub)}",
             *map(str, (s.waiting, s.ready, s.unasked, s.homes, s.spoken, s.tried, s.leaflets)))
            for s in sectors
        ]  # fmt: skip
        heads = ("needs that wait", "ready volunteers", "not asked lately", "on lists", "spoken to", "no answer yet",
                 "leaflets")  # fmt: skip
        shown = None if any(s.homes for s in sectors) else 4
        elements.table("By postcode sector", heads[: shown and shown - 1], [row[:shown] for row in rows])


def streets(context: WorkContext, found: Sequence[StreetStands]) -> None:
    """Draw the streets without a Street Champion, those with most homes first, and those with one."""
    without = sorted((each for each in found if not each.champion), key=lambda each: -each.homes)
    if without:
        elements.lead("Nobody yet, those with most homes first:")
    for each in show_more.first("streets", without, _FEW):
        elements.line([each.street, counted(each.homes, "home"), display_words.hub(context.settings, each.hub)])
    show_more.button("streets", len(without), _FEW)
    kept = [each for each in found if each.champion]
    names = casework.names_of(context, [each.champion for each in kept if each.champion])
    for each in kept:
        who = names.get(each.champion or "") or "somebody"
        page_address.open_record(each.champion or "", f"{each.street}: {who}")


def name(sector: SectorStands) -> str:
    """A sector as people write it: `BA1 1`."""
    return sector.sector or "No postcode"

"""What the hubs hand out on paper, from settings and directory: about nobody, one file each, that loads nothing."""

from datetime import datetime
from io import BytesIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from community.book import Reader
from community.publish.hub_pages import slug
from community.publish.service_listings import ServiceListing, listings, of_kind
from community.settings import Settings
from community.settings.public_words import public_words
from community.tables.canonical import LONDON
from community.tables.support_vocabulary import ServiceKind
from community.wording import day_words, wording

PAPERS = ("leaflet-a5", "poster-a4", "door-cards-a4", "call-sheet-a4", "parish-pack-a4")
"""The templates, by the end of the file's name: what it is, and on which paper."""
_MILLIMETRES = {"a5": (148, 210), "a4": (210, 297)}
_FLOWS = {"parish-pack-a4"}


def papers(reader: Reader, settings: Settings, now: datetime) -> dict[str, str]:
    """By file name, the papers of each hub as whole files of HTML, in the settings' order."""
    today = now.astimezone(LONDON).date()
    found = listings(reader, settings, today)
    drawn = Environment(
        loader=PackageLoader("community.publish"),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    drawn.globals |= {"code": _code, "community": settings.community, "today": day_words(today)}
    told = {}
    for code in settings.hubs:
        facts = _facts(code, found, settings)
        for name in PAPERS:
            size = name.rpartition("-")[2]
            width, height = _MILLIMETRES[size]
            page = drawn.get_template(f"{name}.html").render(
                facts, size=size.upper(), width=width, height=height, flows=name in _FLOWS
            )
            told[f"{slug(code)}-{name}.html"] = page
    return told


def _facts(code: str, found: list[ServiceListing], settings: Settings) -> dict[str, object]:
    """What the templates say of one hub. `address` is its public page, or None where the site's is not known."""
    hub, community = settings.hubs[code], settings.community
    near = [each for each in found if each.hub in (code, None) and each.kind != ServiceKind.MEMBER_OFFER]
    kinds = [(wording().service_page[kind], here) for kind in ServiceKind if (here := of_kind(near, kind))]
    helplines = [line for line in community.helplines.values() if line.telephone]
    address = settings.public_url and f"{settings.public_url}/your-hub/{slug(code)}/"
    return {
        "hub": hub,
        "telephone": hub.telephone or community.telephone,
        "opening": hub.opening or community.opening,
        "asked": [task.ask for task in settings.task_types.values() if task.ask and task.ask != task.name],
        "crisis": [line for line in helplines if line.crisis],
        "helplines": helplines,
        "near": kinds,
        "promise": public_words(community)["promise"],
        "address": address,
        "shown": (address or "").partition("://")[2].rstrip("/"),
    }


def _code(address: str, millimetres: int) -> Markup:
    """The address for the camera of a telephone, as a drawing."""
    # Not imported above: only what prints needs it, and the worker publishes without it.
    import segno

    made = BytesIO()
    segno.make(address, error="m", micro=False).save(
        made, kind="svg", xmldecl=False, svgns=False, nl=False, border=3, omitsize=True, dark="#22201D"
    )
    sized = f'<svg width="{millimetres}mm" height="{millimetres}mm" role="img" aria-label="Code for a camera" '
    # Made by the library, of squares alone.
    return Markup(made.getvalue().decode("ascii").replace("<svg ", sized, 1))  # noqa: S704

"""An organisation needs help once: twenty meals, twelve deliveries, a street party. One request of many needs."""

from community.book import Append
from community.casework.casework_errors import NotNow
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent
from community.casework.needs_bundle import ask_for_needs
from community.casework.request_triage import NeedAsked
from community.places import Place, what_stands_there
from community.tables.ids import derive
from community.tables.row_types import OrganisationRow, ResidentRow, ResidentValues
from community.tables.statuses import ListingStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import Recurs, Urgency

MOST = 60
"""So many needs at once; more than that is a day of its own to plan."""


def _asks(happening: Happening) -> None:
    organisation, told = happening.unit.read(OrganisationRow, happening.row.id), happening.told
    lines = [line.strip() for line in (told.said("lines") or "").splitlines() if line.strip()]
    many = told.number("many") or len(lines)
    if not 1 <= many <= MOST or (lines and told.number("many") and len(lines) != many):
        raise NotNow(f"Say how many, 1 to {MOST}; or write a line for each, and leave the number out.")
    task = told.said("task") or ""
    words: list[str | None] = [*lines] or [told.said("details")] * many
    needs = [NeedAsked(task, details=each, urgency=Urgency.THIS_WEEK, recurs=Recurs.ONCE) for each in words]
    ask_for_needs(
        happening.unit,
        _as_helped(happening, organisation),
        needs,
        what="organisation",
        details=told.said("details"),
        urgency=Urgency.THIS_WEEK,
    )


def _as_helped(happening: Happening, organisation: OrganisationRow) -> ResidentRow:
    """The organisation as somebody who is helped: one record under its name, however often it asks."""
    unit, places = happening.unit, happening.unit.context.places
    one = derive("P", "organisation", organisation.id)
    there = unit.reader.get(ResidentRow, one)
    if there is not None:
        return there
    where = what_stands_there("residents", places.find(organisation.postcode) if places else Place())
    told: ResidentValues = {
        "name": organisation.name,
        "telephone": organisation.telephone,
        "email": organisation.email,
        "postcode": organisation.postcode,
        "organisation_id": organisation.id,
    }
    values = {**where, **told}
    unit.appends.append(Append(ResidentRow.TABLE, values, one))
    return ResidentRow.of({**dict.fromkeys(_READ), **values, "id": one})


_READ = (
    "address",
    "reach_by",
    "text_only",
    "languages",
    "access_needs",
    "hub",
    "easting",
    "northing",
    "sector",
    "died_on",
)
EVENTS = (
    LifeEvent(
        Verb.ORGANISATION_ASKS,
        OrganisationRow,
        _asks,
        (
            LifeAsk("task", AskKind.ONE_OF, "What kind of help?", must=True, tasks=True),
            LifeAsk("many", AskKind.NUMBER, "How many of it, if all are alike"),
            LifeAsk("details", AskKind.LINE, "What a volunteer reads of it, with nobody’s name"),
            LifeAsk("lines", AskKind.WORDS, "Or one line for each: where to and what, with nobody’s name"),
        ),
        lambda one: one.status == ListingStatus.APPROVED,
    ),
)

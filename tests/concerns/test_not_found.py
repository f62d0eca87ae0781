"""A search finds no concern, by its words, its people or its number: not for the lead either."""

import community.casework as cw
from community import concerns
from tests.concerns.duty import Duties


def test_a_concern_is_not_found_by_anybody(duties: Duties) -> None:
    office = duties.office
    request = office.make_request(name="Rita Resident")
    told = {
        "what": "Zebulon shouted", "at_risk_name": "Zebulon Atrisk", "harm_by_name": "Zebulon Harm",
        "reporter_name": "Zebulon Reporter", "reporter_telephone": "01632 960987",
    }  # fmt: skip
    one = concerns.raise_concern(office.handler, "adults", told, source=("help_requests", request)).id
    assert cw.find(office.director, "rita resident").records
    for desk in (office.director, office.coordinator, office.handler, duties.lead):
        for typed in ("zebulon", "Atrisk", "01632 960987", "960987", one, one.replace("-", ""), one[:6]):
            assert cw.find(desk, typed).records == (), typed

"""How we say that we get back to people: in a way that really reaches them."""

import re

import pytest

from community.forms import check_html
from community.forms.confirmation import WAYS, way_to_answer
from tests.forms.test_rendering import FORMS, done

MOBILE, LANDLINE, EMAIL = "07700 900123", "0117 496 0001", "ada@example.org"


@pytest.mark.parametrize(
    ("values", "way"),
    [
        ({"telephone": MOBILE}, "We will ring you"),
        ({"telephone": MOBILE, "text_only": "yes"}, "We will text you"),
        ({"telephone": MOBILE, "text_only": "yes", "email": EMAIL}, "We will text you"),
        ({"telephone": MOBILE, "email": EMAIL, "reach_by": "email"}, "We will email you"),
        ({"telephone": MOBILE, "reach_by": "email"}, "We will ring you"),
        ({"email": EMAIL, "reach_by": "telephone"}, "We will email you"),
        ({"address": "1 High Street"}, "We will write to you"),
        ({"telephone": MOBILE, "for_whom": "somebody_else"}, "We will be in touch"),
        ({"referrer_email": EMAIL, "for_whom": "somebody_else"}, "We will be in touch"),
        # Behind these words nobody answers, and no letter arrives.
        ({"telephone": "no phone", "email": EMAIL}, "We will email you"),
        ({"telephone": "none", "address": "1 High Street"}, "We will write to you"),
        ({"telephone": "n/a", "email": "none", "address": "No fixed abode"}, "We read your form"),
        ({"telephone": "no phone", "reach_by": "telephone"}, "We read your form"),
        ({"telephone": "none", "for_whom": "somebody_else"}, "We read your form"),
        ({"address": "NFA, sofa surfing", "telephone": MOBILE, "reach_by": "letter"}, "We will ring you"),
        *(
            ({"telephone": "prefer not", "address": address}, "We read your form")
            for address in (
                "Prefer not to say",
                "same as above",
                "Ask my daughter.",
                "I’d rather not",
                "see above",
                "TBC",
            )
        ),
        ({"address": "Ask at the Lodge, 2 Prefer Lane"}, "We will write to you"),
        ({"telephone": "Mum's number 07700 900123 (eves)"}, "We will ring you"),
        ({"telephone": "٠٧٧٠٠ ٩٠٠١٢٣"}, "We will ring you"),
        ({}, "We read your form"),
        # What reaches people in another way is right.
        ({"telephone": f"18001 {MOBILE}"}, "We will ring you by text relay"),
        ({"telephone": f"18001 {MOBILE}", "email": EMAIL, "reach_by": "telephone"}, "We will ring you by text relay"),
        ({"telephone": "0117–496–0001 or 07700–900–123"}, "We will ring you"),
        ({"telephone": "no landline, mobile 07700900123"}, "We will ring you"),
        ({"telephone": LANDLINE, "text_only": "yes", "email": EMAIL}, "We will email you"),
        ({"telephone": LANDLINE, "text_only": "yes"}, "We will be in touch"),
    ],
)
def test_the_last_page_says_how_we_answer_as_they_asked(values: dict[str, str], way: str) -> None:
    assert WAYS[way_to_answer(values)] == way


def test_answers_are_read_back_with_how_we_can_really_reach_them() -> None:
    form = FORMS["help_request"]
    base = {"tasks": ["shopping"]}
    told = check_html(form, base | {"telephone": ["18001 07700900123, or +353 87 123 4567"]})
    assert "How we can reach you: Ring 18001 07700 900123 (text relay); Ring +353 87 123 4567." in told
    nothing = base | {"telephone": ["no phone"], "address": ["No fixed abode"]}
    assert "We can’t see how to reach you" in check_html(form, nothing)
    last = done(form, nothing)
    assert "Please ring" in last
    assert not re.search(r"We will (ring|text|email|write)", last)

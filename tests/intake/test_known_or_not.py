"""A public form never reveals whether a person is known, because anybody may be at the keyboard."""

import re

import pytest

from tests.intake.conftest import Service
from tests.intake.test_submissions import FORMS
from tests.intake.walking import Walker


def _plainly(html: str) -> str:
    """The page without what differs from one sending to the next."""
    return re.sub(r'(value="[^"]{40,}"|[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z])', "", html)


@pytest.mark.parametrize(("address", "table", "answers", "status"), FORMS)
def test_a_known_person_sees_what_a_stranger_sees(
    service: Service, address: str, table: str, answers: dict[str, list[str]], status: str
) -> None:
    seen = []
    for _ in ("a stranger", "somebody known"):
        walker = Walker(service.url + address, answers)
        service.clock.pass_by(minutes=3)
        check = walker.to_check().page.text
        walker.send()
        seen.append((_plainly(check), _plainly(walker.page.text)))
        assert service.book.count(table, lambda c: [c.status == status]) == len(seen)
    assert seen[0] == seen[1]

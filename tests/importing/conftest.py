"""An office into which lists are brought."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.casework.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield made
    made.book.close()

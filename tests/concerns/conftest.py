"""An office where somebody receives concerns."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.book.databases import begun
from tests.concerns.duty import Duties, open_duties


@pytest.fixture
def duties(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Duties]:
    """An office with a lead, a deputy and a chair, on the embedded book unless the test asks for another."""
    kind = getattr(request, "param", "sqlite")
    monkeypatch.setenv("COMMUNITY_HOME", str(tmp_path))
    monkeypatch.setenv("DEMO", "no")
    with begun(kind, tmp_path) as address:
        if kind != "sqlite":
            monkeypatch.setenv("DATABASE_URL", address)
        made = open_duties(tmp_path, str(tmp_path / "book.db") if kind == "sqlite" else address)
        yield made
        made.office.book.close()

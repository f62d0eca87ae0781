"""A machine for a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sheets_sync.answers.machines import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """Give a machine with an empty book."""
    machine = Machine(tmp_path)
    yield machine
    machine.book.close()

"""An office whose spreadsheet and book are in step with a whole town, copied for each test."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.google_sheets.server import StandIn
from tests.sheets_sync.held.town import SIZES, Town, town
from tests.sheets_sync.office import Machine, Office


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[int, Town]]:
    folder = tmp_path_factory.mktemp("brake")
    with StandIn() as google:
        yield {size: town(google, folder, size) for size in SIZES}


@pytest.fixture
def size() -> int:
    return 20


@pytest.fixture
def made(towns: Mapping[int, Town], size: int) -> list[str]:
    return list(towns[size].made)


@pytest.fixture
def office(towns: Mapping[int, Town], size: int, tmp_path: Path) -> Iterator[Office]:
    google = towns[size].google
    with ExitStack() as stack:
        yield Office(google, tmp_path, stack, google.world.copy(towns[size].sheet.id, "Community"))


@pytest.fixture
def one(office: Office, towns: Mapping[int, Town], size: int, tmp_path: Path) -> Machine:
    return office.hire(str(shutil.copy(towns[size].book, tmp_path / "one.db")))

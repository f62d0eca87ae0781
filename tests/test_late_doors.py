"""Programs start without what they do not use: the doors of casework and matching open late, and one of identity."""

import subprocess
import sys
from types import ModuleType

import pytest

from community import casework, matching
from community.casework import training
from tests.checkout import ROOT, name
from tests.import_graph import door

HEAVY = {"numba", "numpy", "ortools", "pandas", "plotly", "pyarrow", "scipy", "streamlit"}
PROGRAMS = ("intake.__main__", "sheets_sync.__main__", "community.__main__")
COMMANDS = ("community.commands.run", "community.commands.init", "community.commands.show")
LATE = pytest.mark.parametrize("package", [casework, training, matching])


def test_the_programs_start_without_the_libraries_that_only_matching_needs() -> None:
    program = f"import sys; import {', '.join(PROGRAMS + COMMANDS)}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert HEAVY & set(loaded.stdout.split()) == set()


@LATE
def test_a_late_door_gives_all_it_offers_and_nothing_else(package: ModuleType) -> None:
    for each in package.__all__:
        assert getattr(package, each) is not None
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = package.Nothing


@LATE
def test_no_name_at_a_late_door_is_a_module_s_too(package: ModuleType) -> None:
    """Once loaded, the module would stand in the name's place."""
    folder = ROOT / package.__name__.replace(".", "/")
    offered = door((folder / "__init__.py").read_text(encoding="utf-8"))
    modules = {path.stem for path in folder.iterdir()}
    assert offered is not None
    assert offered.names & modules == set(), name(folder)

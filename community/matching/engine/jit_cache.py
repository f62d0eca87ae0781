"""The cache in which compiled code is kept for the next start.

It is the first of these folders that can be written to: the one that NUMBA_CACHE_DIR names, this package's own
__pycache__, the user's cache. Without any of them, each process that matches compiles anew.
"""

import hashlib
import os
import sys
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
_COMPLETE = "complete"
SOURCES = (
    "alternate_costs",
    "array_layout",
    "auction",
    "binary_heap",
    "board_packing",
    "candidate_lists",
    "jit_compile",
    "map_cells",
    "newcomers",
    "optimality_proof",
    "pair_cost",
    "room_changes",
    "shortest_paths",
)


def _fingerprint() -> str:
    """A fingerprint that changes with the source of any kernel, for numba checks only the outermost kernel's file,
    and of the arrays that they are given."""
    whole = hashlib.sha256(f"{sys.version_info} {version('numba')}".encode())
    for name in SOURCES:
        whole.update((HERE / f"{name}.py").read_bytes())
    return whole.hexdigest()[:16]


def _folders() -> list[Path]:
    named = os.environ.get("NUMBA_CACHE_DIR")
    try:
        user = [Path.home() / ".cache" / "compassionate-community"]
    except RuntimeError:  # a service's user may have no home
        user = []
    return ([Path(named)] if named else []) + [HERE / "__pycache__", *user]


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def find_folder() -> Path | None:
    """The folder of compiled code; None if no folder can be written to, or nothing can be compiled."""
    if not find_spec("numba"):
        return None
    return next((f / f"kernels-{_fingerprint()}" for f in _folders() if _writable(f)), None)


FOLDER = find_folder()


def is_complete() -> bool:
    """Whether every kernel was compiled and kept."""
    return FOLDER is not None and (FOLDER / _COMPLETE).exists()


def set_complete() -> None:
    """Record that every kernel was compiled and kept."""
    if FOLDER is not None and FOLDER.exists():  # with NUMBA_DISABLE_JIT nothing was compiled
        (FOLDER / _COMPLETE).touch()

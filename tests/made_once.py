"""What takes long to make and is only read, made once for all processes of a run."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.commands.processes import until


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name, after one of the processes has made what is in it."""
    folder = Path(os.environ["TESTS_SHARED"], name)
    ended = folder.with_name(f"{name} is made")
    try:
        folder.mkdir()
    except FileExistsError:
        until(ended.exists)
    else:
        try:
            make(folder)
        finally:
            ended.touch()  # however it ended: nobody waits in vain
    return folder

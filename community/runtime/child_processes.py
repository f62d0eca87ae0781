"""Child processes that live no longer than this one: started, waited for, and stopped when this one is to stop."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Self

from community.errors import UserFacingError
from community.runtime import child_main
from community.runtime.stop_signals import AskedToStop, heard

NOTHING: Mapping[str, str] = MappingProxyType({})
SECONDS_TO_STOP = child_main.SECONDS_TO_TIDY_UP + 3


class ChildEnded(UserFacingError):
    """A program that should have gone on has ended, so everything is stopped."""


class Children:
    """The programs this one started. Leaving the `with` block stops them all, however it is left.

    Inside the block Ctrl-C and the other stop signals raise nothing at once: `finish` and `wait` raise AskedToStop.
    Each child has a process group of its own, so that one Ctrl-C reaches only us and they are stopped in good order.
    """

    def __init__(self) -> None:
        """Start nothing yet."""
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._may_end: set[str] = set()
        self._woken = threading.Event()
        self._asked = False
        self._hearing = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Take over the stop signals."""
        self._hearing.enter_context(heard(self._ask))
        return self

    def __exit__(self, *error: object) -> None:
        """Stop all and give the signals back."""
        self.stop()
        self._hearing.close()

    def start(
        self,
        name: str,
        module: str,
        *arguments: str,
        quiet: bool = False,
        may_end: bool = False,
        environment: Mapping[str, str] = NOTHING,
    ) -> None:
        """Start `python -m MODULE ARGUMENTS` with this process's environment, and more if it is given.

        `name` is what people call it. A quiet one is heard only when something is wrong: its standard error is shown,
        its standard output is not. When one that may end has ended, the others go on.
        """
        separate: dict[str, Any] = (
            {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
            if os.name == "nt"
            else {"start_new_session": True}
        )
        command = [sys.executable, "-m", child_main.__name__, module, *arguments]
        output = subprocess.DEVNULL if quiet else None
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=output, env=os.environ | environment, **separate
        )
        self._running[name] = process
        if may_end:
            self._may_end.add(name)
        threading.Thread(target=self._tell_end, args=(process,), daemon=True).start()

    def runs(self, name: str) -> bool:
        """Whether this program was started and has not ended. One that has ended is let go of."""
        process = self._running.get(name)
        if process is None or process.poll() is None:
            return process is not None
        self._let_go(name)
        return False

    def finish(
        self,
        name: str,
        module: str,
        *arguments: str,
        environment: Mapping[str, str] = NOTHING,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        """Run `python -m MODULE ARGUMENTS` to its end. Raises ChildEnded when it fails, AskedToStop when told to.

        `meanwhile` is called about once a second, to report progress.
        """
        self.start(name, module, *arguments, environment=environment)
        process = self._running[name]
        while process.poll() is None:
            self._pause(1.0)
            meanwhile()
        self._let_go(name)
        if process.returncode != 0:
            raise ChildEnded(f"{name} did not finish (exit code {process.returncode}). What it said stands above.")

    def wait(self, until: Callable[[], bool], *, every: float) -> None:
        """Wait until the function says yes; it is asked again after `every` seconds.

        Raises ChildEnded as soon as any child has ended, AskedToStop when told to.
        """
        while not until():
            self._pause(every)
            for name, process in self._running.items():
                if process.poll() is not None and name not in self._may_end:
                    raise ChildEnded(f"{name} has ended (exit code {process.returncode}), so everything is stopped.")

    def stop(self) -> None:
        """Ask all to end, wait, and end by force what is still there."""
        running = list(self._running.values())
        for process in running:
            if process.stdin:
                with contextlib.suppress(OSError):
                    process.stdin.close()
        deadline = time.monotonic() + SECONDS_TO_STOP
        for process in running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
            _end_group(process)
        self._running.clear()

    def _let_go(self, name: str) -> None:
        process = self._running.pop(name, None)
        if process is not None and process.stdin:
            with contextlib.suppress(OSError):
                process.stdin.close()

    def _pause(self, seconds: float) -> None:
        self._woken.wait(seconds)
        self._woken.clear()
        if self._asked:
            raise AskedToStop

    def _ask(self) -> None:
        self._asked = True
        self._woken.set()

    def _tell_end(self, process: subprocess.Popen[bytes]) -> None:
        process.wait()
        self._woken.set()


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End by force what a child may have started and left, and itself."""
    if os.name == "nt":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()

"""Many lives of one program, forked from a process that has imported it: `python -m tests.faults.lives MODULE ARGS`.

Each line on standard input begins a life, which is `main` of that module with these arguments; its process id goes to
standard output, and how it ended when it has ended. So each life is a process of its own to be killed, and costs no
second of start-up.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from tests.checkout import ROOT


class Lives:
    """The same from the outside. Faults and figures of all lives go to one log."""

    def __init__(self, module: str, environ: Mapping[str, str], log: Path, *arguments: str) -> None:
        self._log = log.open("wb")
        command = [sys.executable, "-m", "tests.faults.lives", module, *arguments]
        self._parent = subprocess.Popen(
            command, env=environ, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True
        )
        self.kills = 0
        self.pid: int | None = None

    def begin(self) -> None:
        """A life begins."""
        assert self._parent.stdin is not None
        self._parent.stdin.write("\n")
        self._parent.stdin.flush()
        self.pid = int(self._heard())

    def kill(self) -> None:
        """`kill -9`, without a word before. It is sent at once; `over` waits until it is done."""
        if self.pid is not None:
            os.kill(self.pid, signal.SIGKILL)
            self.pid = None
            self.kills += 1

    def over(self) -> str:
        """Wait for the end of this life: "signal 9", or the exit code of one that ended by itself."""
        return self._heard().strip()

    def close(self) -> None:
        """The last kill, and the end of the process that they come from."""
        self.kill()
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.close()
        self._parent.wait(60)
        self._parent.stdout.close()
        self._log.close()

    def _heard(self) -> str:
        assert self._parent.stdout is not None
        said = self._parent.stdout.readline()
        assert said, "the process that the lives come from has ended"
        return said


def main() -> None:
    """Begin lives until standard input ends."""
    program = import_module(sys.argv.pop(1))
    heard, said = sys.stdin, sys.stdout
    for _ in heard:
        pid = os.fork()
        if pid == 0:
            nothing = os.open(os.devnull, os.O_RDWR)
            os.dup2(nothing, 0)
            os.dup2(nothing, 1)
            try:
                program.main()
            except SystemExit as end:
                os._exit(1 if end.code else 0)
            os._exit(0)
        print(pid, file=said, flush=True)
        _, status = os.waitpid(pid, 0)
        print(f"signal {status & 0x7F}" if status & 0x7F else status >> 8, file=said, flush=True)


if __name__ == "__main__":
    main()

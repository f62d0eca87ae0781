"""Runs a module that ends when its starter does: `python -m community.runtime.child_main MODULE ...`.

The starter holds the other end of this process's standard input and never writes to it. The system closes it when the
starter ends, for whatever reason: Ctrl-C, a crash, `kill -9`, a closed window. That works on every system, with no
process numbers to get wrong. Closing it on purpose is also how the starter asks politely.
"""

import _thread
import os
import runpy
import signal
import sys
import threading
import time
from pathlib import Path

SECONDS_TO_TIDY_UP = 5


def main() -> None:
    """Run the module named on the command line as if it had been started itself."""
    starter = os.dup(0)
    with Path(os.devnull).open() as nothing:
        os.dup2(nothing.fileno(), 0)  # the module must not eat what is only there to be closed
    threading.Thread(target=_end_with, args=(starter,), daemon=True).start()
    module = sys.argv[1]
    sys.argv = sys.argv[1:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _end_with(starter: int) -> None:
    while os.read(starter, 1):
        pass
    if os.name == "nt":
        _thread.interrupt_main(signal.SIGINT)
    else:
        os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_TIDY_UP)
    os._exit(0)


if __name__ == "__main__":
    main()

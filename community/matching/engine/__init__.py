"""The machine room of matching: the best board of a town in milliseconds, of a nation in seconds, with the proof.

Only `solved_engine.Live` is for others, and only where numba is installed (`is_there`). `warm` compiles beforehand, so
that nobody waits for it in front of a page.
"""

from importlib.util import find_spec

from community.matching.engine.jit_cache import is_complete


def is_there() -> bool:
    """Whether numba is installed: the solver of a library takes its place else."""
    return find_spec("numba") is not None


def is_warm() -> bool:
    """Whether all is compiled (or there is nothing to compile). To ask costs next to nothing."""
    return not is_there() or is_complete()


def warm() -> None:
    """Compile what matching needs, the first time in half a minute on a small machine; then load it in a second.

    Does nothing where numba is not installed.
    """
    if is_there():
        from community.matching.engine.jit_warmup import compile_all  # it takes numba, and numba takes its time

        compile_all()

"""Compiles plain functions to machine code when they are first called; `jit_cache` says where the code is kept."""

from collections.abc import Callable
from typing import Any, TypeVar

import numba

from community.matching.engine.jit_cache import FOLDER

Function = TypeVar("Function", bound=Callable[..., object])


def _compile(function: Function, **options: bool) -> Function:
    jit: Any = numba.njit(nogil=True, error_model="numpy", **options)  # type: ignore[call-overload] # `_nrt` is not typed
    compiled: Function = jit(function)
    return compiled


def part(function: Function) -> Function:
    """The function, inlined into the kernels that call it: a call would cost more than its work."""
    return _compile(function, forceinline=True, _nrt=False)


def kernel(function: Function) -> Function:
    """The function, compiled when first called; the plain one stays at `.py_func`. It runs without holding the GIL.

    It can't make arrays (see `maker`): counting the references to arrays would take most of the time.
    """
    return _kept(function, _nrt=False)


def maker(function: Function) -> Function:
    """The function as a kernel that may make arrays."""
    return _kept(function)


def _kept(function: Function, **options: bool) -> Function:
    config: Any = numba.config
    before = config.CACHE_DIR
    try:
        if FOLDER is not None:
            config.CACHE_DIR = str(FOLDER)
        return _compile(function, cache=FOLDER is not None, **options)
    finally:
        config.CACHE_DIR = before

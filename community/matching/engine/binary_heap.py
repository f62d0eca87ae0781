"""A heap of whole numbers, the smallest first."""

from community.matching.array_types import Ints
from community.matching.engine.jit_compile import part


@part
def push(heap: Ints, size: int, key: int) -> int:
    """The new size after adding a key."""
    at = size
    while at > 0:
        above = (at - 1) >> 1
        if heap[above] <= key:
            break
        heap[at] = heap[above]
        at = above
    heap[at] = key
    return size + 1


@part
def sift(heap: Ints, size: int, key: int) -> None:
    """Replace the smallest key with this one."""
    at = 0
    while True:
        below = 2 * at + 1
        if below >= size:
            break
        if below + 1 < size and heap[below + 1] < heap[below]:
            below += 1
        if heap[below] >= key:
            break
        heap[at] = heap[below]
        at = below
    heap[at] = key


@part
def pop(heap: Ints, size: int) -> int:
    """The new size after removing the smallest key, which is then at `heap[size - 1]`."""
    smallest, last = heap[0], heap[size - 1]
    sift(heap, size - 1, last)
    heap[size - 1] = smallest
    return size - 1

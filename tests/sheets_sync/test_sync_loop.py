"""Again and again: each trouble told once, longer waits while it lasts, and an end in good order."""

from collections.abc import Callable, Collection

import pytest

from community.errors import UserFacingError
from community.runtime.stop_signals import AskedToStop
from sheets_sync.sync_errors import Busy, Faster, KeyRefused, NotShared, Unsure
from sheets_sync.sync_loop import LONGEST, LONGEST_QUIET, PATIENT, Pause, SyncStep, keep

NOTHING = SyncStep()


def kept(
    *steps: UserFacingError | SyncStep, every: float = 60, stirs: Collection[int] = ()
) -> tuple[list[float], list[tuple[str, bool]]]:
    """The waits between these steps, and what was told. `stirs`: the looks at which something is to be sent."""
    left, waits, told = list(steps), list[float](), list[tuple[str, bool]]()

    looks = 0

    def stirred() -> bool:
        nonlocal looks
        looks += 1
        return looks in stirs

    def step() -> SyncStep:
        if not left:
            raise AskedToStop
        found = left.pop(0)
        if isinstance(found, UserFacingError):
            raise found
        return found

    with pytest.raises(AskedToStop):
        keep(
            step,
            every=every,
            pause=waits.append,
            tell=lambda words, trouble: told.append((words, trouble)),
            stirred=stirred,
        )
    return waits, told


def test_what_was_done_is_told_and_nothing_is_not() -> None:
    assert kept(NOTHING, SyncStep("3 sent."), NOTHING) == ([60, 60, 60], [("3 sent.", False)])


@pytest.mark.parametrize("trouble", [Busy("busy"), NotShared("not shared"), UserFacingError("the book is locked")])
def test_waits_grow_while_there_is_trouble_and_are_short_again_after_it(trouble: UserFacingError) -> None:
    waits, told = kept(*[trouble] * 6, NOTHING, NOTHING)
    assert waits == [120, 240, 480, LONGEST, LONGEST, LONGEST, 60, 60]
    assert told == [(f"Not in step just now: {trouble}", True), ("In step again.", False)]


def test_long_waits_that_were_asked_for_stay_as_they_are() -> None:
    assert kept(Busy("busy"), Busy("busy"), every=3600)[0] == [3600, 3600]


@pytest.mark.parametrize("race", [Unsure("unsure"), Faster(400, "faster")])
def test_a_lost_race_is_tried_again_at_the_next_turn(race: UserFacingError) -> None:
    assert kept(race, race)[0] == [60, 60]


def test_another_trouble_is_told_as_well() -> None:
    told = kept(Busy("a"), Busy("b"), Busy("b"), Busy("a"))[1]
    assert [words[-1] for words, _ in told] == ["a", "b", "a"]


def test_waits_grow_while_nothing_is_new_up_to_five_minutes() -> None:
    waits, told = kept(*[NOTHING] * (PATIENT + 8), every=10)
    assert told == []
    assert waits[:PATIENT] == [10] * PATIENT
    assert set(waits) == {10}, "what is to be sent is looked for at every turn"
    assert len(waits) == PATIENT + 2 + 4 + 8 + 16 + 4 * LONGEST_QUIET / 10
    assert kept(*[NOTHING] * 20, every=3600)[0] == [3600] * 20


@pytest.mark.parametrize("new", [SyncStep("1 received."), SyncStep(more=True)])
def test_something_new_makes_the_waits_short_again(new: SyncStep) -> None:
    waits, _ = kept(*[NOTHING] * (PATIENT + 3), new, NOTHING, NOTHING, every=10)
    assert len(waits) == PATIENT + 2 + 4 + 8 + 3


def test_what_is_written_here_ends_a_long_wait_at_once() -> None:
    waits, _ = kept(*[NOTHING] * (PATIENT + 8), every=10, stirs={PATIENT + 3})
    assert len(waits) == PATIENT + 2 + 1 + 6, "the wait of four turns ended after one, and those after it are short"


def test_what_is_wrong_with_the_spreadsheet_is_told_once() -> None:
    told = kept(SyncStep("", ["gone"]), SyncStep("", ["gone", "moved"]), SyncStep("", []), SyncStep("", ["gone"]))[1]
    assert told == [("gone", True), ("moved", True), ("gone", True)]


def test_a_refused_key_ends_it() -> None:
    def step() -> SyncStep:
        raise KeyRefused("mend the key")

    def tell(words: str, trouble: bool) -> None:
        raise AssertionError(words)

    with pytest.raises(KeyRefused):
        keep(step, every=1, pause=Pause(), tell=tell)


def test_asked_to_stop_every_wait_ends_at_once() -> None:
    pause = Pause()
    done: list[Callable[[], None]] = []
    with pause.until_asked():
        pause(0)
        pause._asked.set()
        pause(10_000)
        done.append(lambda: None)
    assert done == []
    with pytest.raises(AskedToStop):
        pause(10_000)

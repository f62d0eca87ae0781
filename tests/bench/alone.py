"""One large board in a process of its own: `python -m tests.bench.alone FOLDER`, where the frames are pickled."""

import gc
import json
import resource
import sys
import time
from pathlib import Path

import pandas as pd

from community.matching import encode, warm
from community.matching.engine import solve
from tests.bench import invented
from tests.bench.matching import ARRIVING


def main(folder: Path) -> None:
    """Print as JSON: memory in bytes beside the frames, seconds of each new need, the gap in the end."""
    warm()
    volunteers, needs = (pd.read_pickle(folder / f"{number}.pickle") for number in range(2))  # noqa: S301 (our own)
    gc.collect()
    frames = _resident()
    live = solve(encode(volunteers, needs))
    if live.best.total != live.best.bound:
        raise SystemExit("not proved")
    ranks: list[float] = []
    inserts: list[float] = []
    memory = _peak() - frames
    later = invented.frames(2_500, ARRIVING, seed=2)[1]
    place = needs[["easting", "northing"]].sample(ARRIVING, random_state=1).to_numpy()
    later["easting"], later["northing"] = place[:, 0], place[:, 1]
    later["need_id"] = [f"later {number:04}" for number in range(ARRIVING)]
    live.insert(later.iloc[:1])
    for number in range(1, ARRIVING):
        began = time.perf_counter()
        live.insert(later.iloc[number : number + 1])
        middle = time.perf_counter()
        live.ranked(live.board.place_of_need(f"later {number:04}"), 20)
        inserts.append(middle - began)
        ranks.append(time.perf_counter() - middle)
    gap = live.best.total - live.best.bound
    print(json.dumps({"memory": memory, "rank": ranks, "insert": inserts, "gap": gap}))


def _resident() -> int:
    """What this process holds in memory now, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _peak() -> int:
    """The most it ever held, in bytes. (`ru_maxrss` begins with what the process that started this one held.)"""
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

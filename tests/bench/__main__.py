"""Measures and prints: `python -m tests.bench [PART ...]`; without a part, all of them."""

import importlib
import platform
import sys
import time

PARTS = ("intake", "dashboard", "clicks", "tabs", "pages", "matching", "forecast", "sheets", "monday")


def main() -> int:
    """Run the parts asked for. 0 when every figure reaches its goal, 1 when one does not, 2 for an unknown part."""
    asked = sys.argv[1:] or list(PARTS)
    if unknown := [part for part in asked if part not in PARTS]:
        print(f"There is no part called {', '.join(unknown)}. The parts are: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {platform.system()}, {time.strftime('%Y-%m-%d %H:%M')}")
    reached = []
    for part in asked:
        print(f"\n{part}", flush=True)
        for figure in importlib.import_module(f"tests.bench.{part}").measure():
            print(f"  {figure}", flush=True)
            reached.append(figure.reached)
    return 0 if all(reached) else 1


if __name__ == "__main__":
    raise SystemExit(main())

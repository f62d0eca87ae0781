"""What each page of the dashboard takes in the community that the environment names: `python -m tests.bench.opened`.

Prints JSON: milliseconds of processor time of a whole rerun on the server, by page, and the most memory held in MB.
The boards are made before, because a page does not wait for them.
"""

import json
import os
import statistics
import time

from streamlit.testing.v1 import AppTest

from community.book import utc_now
from community.casework import User, WorkContext, board_made_within
from community.tables.roles import Role
from dashboard import auth
from dashboard.shared_resources import house
from tests.bench.clicked import peak, spent
from tests.checkout import ROOT

PAGES = (
    "today", "triage", "matches", "volunteers", "call", "short", "ahead", "organisations", "history", "weights",
)  # fmt: skip
TIMES, ENOUGH = 5, 30
"""How often each page is opened again, or as often as fits in so many seconds."""
PATIENCE = 3_600


def main() -> None:
    """Open each page, then again; print."""
    vars(auth)["let_in"] = lambda _: True  # no server runs here, so there is no front that could let anybody in
    here = house()
    context = WorkContext(here.book, here.settings, User("Dilys Director", Role.DIRECTOR), here.places, utc_now)
    for keep_seen in (False, True):
        if not board_made_within(context, PATIENCE, keep_seen=keep_seen):
            raise SystemExit("No board was made.")
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
    told: dict[str, float] = {"first page of all": spent(app.run)}
    for page in PAGES:
        if page != "today":
            app.switch_page(f"dashboard/pages/{page}_page.py")
        told[page] = _again(app, page)
    print(json.dumps(told | {"memory (MB)": peak()}), flush=True)
    os._exit(0)  # a thread may still bring something forward that nobody waits for


def _again(app: AppTest, page: str) -> float:
    app.run()
    taken: list[float] = []
    began = time.monotonic()
    while len(taken) < TIMES and (not taken or time.monotonic() - began < ENOUGH):
        taken.append(spent(app.run))
    if app.exception:
        raise SystemExit(f"{page}: the page did not work, so there is nothing to measure: {app.exception[0].value}")
    return statistics.median(taken)


if __name__ == "__main__":
    main()

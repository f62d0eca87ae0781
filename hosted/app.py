"""Starts the dashboard on free hosting, where the disk forgets: the spreadsheet keeps the book.

`streamlit run hosted/app.py`. The settings beside this file let the host say where it listens; without a login the
dashboard stays shut there. docs/without-a-server.md tells how to set it up. As streamlit_app.py does, this file holds
the app with its front, and is the script that is run for each visit.
"""

import os
import sys
from pathlib import Path

# Streamlit looks for modules beside the script that it was given.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("BOOK_KEPT_IN", "sheet")

if __name__ == "__main__":
    from dashboard.page_frame import run

    run()
else:
    from streamlit import App

    from dashboard.front import front

    # Such a host shows the app within a page of its own, at the same address.
    app = App(__file__, middleware=front(framed="'self'"))

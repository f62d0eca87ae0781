"""Starts the dashboard on free hosting, where the disk forgets: the spreadsheet keeps the book.

`streamlit run hosted/app.py`. The settings beside this file let the host say where it listens; without a login the
dashboard stays shut there. docs/without-a-server.md tells how to set it up.
"""

import os
import sys
from pathlib import Path

# Streamlit looks for modules beside the script that it was given.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("BOOK_KEPT_IN", "sheet")

from dashboard.shell import run

run()

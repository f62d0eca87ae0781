"""What a page weighs on the wire (gzip): with all that it loads, and without JavaScript."""

import gzip
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figure import Figure

ROOT = Path(__file__).parents[2]
ASSET = re.compile(
    r"""<(?:link[^>]*rel="?(?:stylesheet|icon|preload)"?|script|img|source)[^>]*?(?:href|src)="?([^">\s]+)"""
)


def measure() -> Iterator[Figure]:
    """Yield the heaviest page, both ways."""
    with tempfile.TemporaryDirectory() as folder:
        quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # Material's advertisement for its successor
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", folder], cwd=ROOT, env=quiet, check=True)
        built = Path(folder)
        pages = sorted(built.rglob("*.html"))
        whole = max(_kilobytes(page, built, script=True) for page in pages)
        plain = max(_kilobytes(page, built, script=False) for page in pages)
    yield Figure(f"heaviest of {len(pages)} pages, with JavaScript", whole, "kB gzip", most=80)
    yield Figure("heaviest page without JavaScript", plain, "kB gzip", most=35)


def _kilobytes(page: Path, built: Path, *, script: bool) -> float:
    html = page.read_text("utf-8")
    files = {page}
    for address in ASSET.findall(html):
        file = built / address.lstrip("/") if address.startswith("/") else page.parent / address
        if "://" not in address and (script or not address.endswith(".js")):
            files.add(file.resolve())
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) / 1000

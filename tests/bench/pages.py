"""What the pages of a county's site weigh on the wire (gzip), with and without JavaScript, beside stock Material's."""

import gzip
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from mkdocs.config import load_config

from community.search import ENTRIES, FILE, Index
from community.search.search_index import letter_of
from community.search.search_ranking import split_words, stem_of
from tests.bench import large_site
from tests.bench.figure import Figure
from tests.search.table import WORDS

ASSET = re.compile(
    r"""<(?:link[^>]*rel="?(?:stylesheet|icon|preload)"?|script|img|source)[^>]*?(?:href|src)="?([^">\s]+)"""
)
_OF_STOCK = ("assets/javascripts/workers/*.js", "search/search_index.json")
"""What Material's script fetches by itself, for its search."""


def measure() -> Iterator[Figure]:
    """Yield how long the site takes to be built, what each of its pages weighs, and the same of stock Material."""
    with tempfile.TemporaryDirectory() as folder:
        settings = large_site.lay_out(Path(folder))
        began = time.perf_counter()
        ours = large_site.build(Path(folder), settings)
        what = f"{large_site.SERVICES} services and {large_site.SIGNATORIES} signatories"
        yield Figure(f"building a site with {what}", time.perf_counter() - began, "s")
        began = time.perf_counter()
        stock = _stock(Path(folder))
        yield Figure("stock Material builds the same content in", time.perf_counter() - began, "s")
        search = [ours / FILE, ours / "assets/search.js"]
        theirs = [file for pattern in _OF_STOCK for file in stock.glob(pattern)]
        heaviest: dict[str, tuple[float, float]] = {}
        pages = sorted(ours.rglob("*.html"))
        for page in pages:
            # However long the list that it belongs to, one line for all its pages: the heaviest.
            name = re.sub(r"/\d+$", "/2 and so on", f"/{page.relative_to(ours).parent.as_posix()}")
            weights = _kilobytes(page, ours, script=False), _kilobytes(page, ours, script=True, fetched=search)
            heaviest[name] = max(weights, heaviest.get(name, (0, 0)))
        for name, (plain, whole) in sorted(heaviest.items()):
            yield Figure(f"{name} without JavaScript", plain, "kB gzip", most=35)
            yield Figure(f"{name} with it, the search open", whole, "kB gzip", most=80)
        yield Figure(
            f"heaviest of {len(pages)} pages without JavaScript", max(p for p, _ in heaviest.values()), "kB gzip"
        )
        yield Figure("heaviest page with it, the search open", max(w for _, w in heaviest.values()), "kB gzip")
        yield from _searched(ours)
        of_stock = sorted(stock.rglob("*.html"))
        plain = max(_kilobytes(page, stock, script=False) for page in of_stock)
        whole = max(_kilobytes(page, stock, script=True, fetched=theirs) for page in of_stock)
        yield Figure("stock Material's heaviest page without JavaScript", plain, "kB gzip")
        yield Figure("stock Material's heaviest page with it and its search", whole, "kB gzip")


def _stock(folder: Path) -> Path:
    """The folder of the same content, built with Material as it comes, but for its call to Google for fonts."""
    for page in (folder / "site").rglob("*.md"):
        page.write_text(re.sub(r"^template:.*\n", "", page.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    told = load_config(str(folder / "mkdocs.yml"))
    kept = {"site_name": told.site_name, "nav": told.nav, "exclude_docs": "/overrides/\n/_generated/"}
    extensions = ["attr_list", "md_in_html", "tables", {"pymdownx.snippets": {"base_path": [str(folder / "site")]}}]
    config = kept | {
        "docs_dir": str(folder / "site"),
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": extensions,
    }
    (folder / "stock.yml").write_text(yaml.safe_dump(config), "utf-8")
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # Material's advertisement for its successor
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(folder / "stock.yml"),
        "-d",
        str(folder / "stock"),
    ]
    subprocess.run(command, cwd=folder, env=quiet, check=True, capture_output=True)
    return folder / "stock"


def _fetched(index: Index, built: Path, asked: str) -> list[Path]:
    """The files of entries that the script fetches for a question."""
    words = [word for word in split_words(asked) if word not in index.told["stop"]]
    numbers = {page["url"]: number for number, page in enumerate(index.told["pages"])}
    found = [numbers[each.url.partition("#")[0]] for each in index.rank(asked).results if each.section]
    names = {letter_of(stem_of(word)) for word in words} | {str(page) for page in found if index.told["entries"][page]}
    return [built / ENTRIES / f"{name}.json" for name in sorted(names)]


def _searched(built: Path) -> Iterator[Figure]:
    """What everyday questions find in the large site, and what they fetch."""
    files = {each.stem: each.read_bytes() for each in (built / ENTRIES).iterdir()}
    index = Index.read((built / FILE).read_bytes(), files)
    first = {asked: [each.url.partition("#")[0] for each in index.rank(asked).results[:3]] for asked in WORDS}
    right = sum(page in first[asked] for asked, page in WORDS.items())
    yield Figure(f"of {len(WORDS)} everyday questions, right among the first three", right, "", least=0.95 * len(WORDS))
    beside = [sum(_packed(file) for file in _fetched(index, built, asked)) for asked in WORDS]
    yield Figure("what such a question fetches of the directory, on average", sum(beside) / len(beside), "kB gzip")
    yield Figure("the most that one of them fetches", max(beside), "kB gzip")


def _kilobytes(page: Path, built: Path, *, script: bool, fetched: list[Path] | None = None) -> float:
    html = page.read_text("utf-8")
    files = {page, *(fetched or [])}
    for address in ASSET.findall(html):
        file = built / address.lstrip("/") if address.startswith("/") else page.parent / address
        if "://" not in address and (script or not address.endswith(".js")):
            files.add(file.resolve())
    return sum(_packed(file) for file in files)


@cache
def _packed(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), 6)) / 1000

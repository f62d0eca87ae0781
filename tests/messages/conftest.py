"""A live book, and settings that send."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from community.book import Book
from community.runtime.book_opening import open_book
from community.settings import Settings, load
from tests.book.databases import new_book
from tests.checkout import ROOT
from tests.messages.mail_server import NAME, PASSWORD, throw_away_certificate

Telling = Callable[..., Settings]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return throw_away_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The throw-away certificate is trusted, as a public authority's is."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return certificate


@pytest.fixture
def told(tmp_path: Path) -> Telling:
    """The settings with these lines under [messages], read as every program reads them."""

    def told(*lines: str, **environ: str) -> Settings:
        file = tmp_path / "community.toml"
        file.write_text("\n".join([(ROOT / "community.toml").read_text("utf-8"), "[messages]", *lines]), "utf-8")
        own = {"COMMUNITY_TOML": str(file), "COMMUNITY_HOME": str(tmp_path), "DEMO": "no", "TEXT_KEY": "k" * 20}
        return load(own | {"EMAIL_USER": NAME, "EMAIL_PASSWORD": PASSWORD} | environ)

    return told


@pytest.fixture
def book(tmp_path: Path, told: Telling) -> Iterator[Book]:
    new_book(tmp_path / "book.db")
    book = open_book(told())
    try:
        yield book
    finally:
        book.close()

"""The induction as a video: nothing without one, and never one that somebody who does not hear can't follow."""

import re
import shutil
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from markdown import markdown
from playwright.sync_api import expect

from community.book import Book
from community.publish.induction_video import VideoUnusable
from community.publish.publish_site import prepare_lists
from community.settings import Settings
from tests.browser.support import OpenPage
from tests.intake.conftest import Serve
from tests.intake.conftest import serve as serve

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CAPTIONS = """WEBVTT

NOTE made by hand

1
00:00.000 --> 00:02.000
<v Ada>Thank you & welcome.

00:02.000 --> 00:04.000
We begin at the door.
"""


def told(book: Book, settings: Settings, root: Path, name: str) -> str:
    community = settings.community.model_copy(update={"induction_video": name})
    here = settings.model_copy(update={"site_told": root, "community": community})
    return prepare_lists(book, here, NOW)["induction-video.md"]


def test_without_a_video_nothing_is_shown(book: Book, settings: Settings, root: Path) -> None:
    assert told(book, settings, root, "").strip() == ""


def test_a_video_is_fetched_only_when_it_is_started_and_can_be_read(book: Book, settings: Settings, root: Path) -> None:
    assets = root / "site" / "assets"
    (assets / "hello.mp4").write_bytes(b"film")
    (assets / "hello.vtt").write_text(CAPTIONS, encoding="utf-8")
    words = told(book, settings, root, "hello.mp4")
    assert 'preload="none"' in words
    assert "autoplay" not in words
    assert "poster" not in words
    assert re.search(r'<track kind="captions"[^>]* src="../../assets/hello.vtt"', words)
    assert "<p>Thank you & welcome. We begin at the door.</p>" in unescape(words)
    assert "made by hand" not in words
    (assets / "hello.jpg").write_bytes(b"picture")
    assert 'poster="../../assets/hello.jpg"' in told(book, settings, root, "hello.mp4")


@pytest.mark.parametrize(
    ("name", "captions", "words"),
    [
        ("gone.mp4", None, "names no .mp4"), ("../hello.mp4", CAPTIONS, "names no .mp4"),
        ("site.css", None, "names no"),
        ("hello.mp4", None, "no captions"), ("hello.mp4", "1\n00:00 --> 00:01\nHello", "begins with WEBVTT"),
    ],
)  # fmt: skip
def test_a_video_that_not_everybody_can_follow_stops_the_publication(
    book: Book, settings: Settings, root: Path, name: str, captions: str | None, words: str
) -> None:
    assets = root / "site" / "assets"
    (assets / "hello.mp4").write_bytes(b"film")
    if captions:
        (assets / "hello.vtt").write_text(captions, encoding="utf-8")
    with pytest.raises(VideoUnusable, match=re.escape(words)):
        told(book, settings, root, name)


@pytest.mark.long
def test_the_film_comes_when_it_is_started_by_the_keyboard_and_plays_with_its_captions(
    book: Book, settings: Settings, root: Path, serve: Serve, open_page: OpenPage
) -> None:
    built = root / "built"
    (built / "training/welcome").mkdir(parents=True)
    shutil.copytree(Path(__file__).parent / "film", built / "assets")
    shutil.copytree(built / "assets", root / "site/assets", dirs_exist_ok=True)
    for folder in (built / "assets", root / "site/assets"):
        (folder / "induction.vtt").write_text(CAPTIONS, encoding="utf-8")
    words = markdown(told(book, settings, root, "induction.webm"))
    (built / "training/welcome/index.html").write_text(f"<!doctype html><main>{words}</main>", encoding="utf-8")
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/")[-1]))
    page.goto(f"{serve(built=built).url}/training/welcome/", wait_until="networkidle")
    assert "induction.webm" not in asked
    page.locator("video").focus()
    page.keyboard.press("Space")
    expect(page.locator("video")).to_have_js_property("ended", True)
    assert "induction.webm" in asked
    cues = "Array.from(document.querySelector('video').textTracks[0].cues, cue => cue.text)"
    assert page.evaluate(cues) == ["<v Ada>Thank you & welcome.", "We begin at the door."]

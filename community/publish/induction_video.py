"""The induction as a video, if the settings name one: its film fetched when it is started, and to be read as well."""

import re
from pathlib import Path

from community.errors import UserFacingError
from community.publish.markdown_escaping import text
from community.settings import Settings

FILE = "induction-video.md"
_FOLDER = "assets"
_ENDS = {".mp4": "video/mp4", ".webm": "video/webm"}
_TIMES = re.compile(r"-->")
_MARKS = re.compile(r"<[^>]*>")
_BREAK = 12
"""So many lines of captions make a paragraph to read."""


class VideoUnusable(UserFacingError):
    """The video that the settings name can't be shown to everybody."""


def induction_video(settings: Settings) -> dict[str, str]:
    """By file name, the video for its page, with captions and all that is said; empty without one.

    Raises VideoUnusable.
    """
    name = settings.community.induction_video
    if not name:
        return {FILE: "\n"}
    folder = settings.site / "site" / _FOLDER
    film, captions, picture = (folder / name, *((folder / name).with_suffix(end) for end in (".vtt", ".jpg")))
    if Path(name).name != name or film.suffix not in _ENDS or not film.is_file():
        raise VideoUnusable(f"induction_video names no .mp4 or .webm file in site/{_FOLDER}.")
    if not captions.is_file():
        raise VideoUnusable(
            f"The video has no captions, and many can’t do without: put site/{_FOLDER}/{captions.name} beside it."
        )
    poster = f' poster="../../{_FOLDER}/{picture.name}"' if picture.is_file() else ""
    lines = [
        f'<video class="video" controls preload="none" playsinline{poster} aria-label="Induction">',
        f'<source src="../../{_FOLDER}/{film.name}" type="{_ENDS[film.suffix]}">',
        f'<track kind="captions" srclang="en" label="English" src="../../{_FOLDER}/{captions.name}" default>',
        "</video>",
        "<details><summary>Read what is said in the video</summary>",
        *(f"<p>{' '.join(text(line) for line in lines)}</p>" for lines in _said(captions)),
        "</details>",
    ]
    return {FILE: "\n".join(["## The induction as a video", "", *lines]) + "\n"}


def _said(captions: Path) -> list[list[str]]:
    """What the captions say (WebVTT), in paragraphs. Raises VideoUnusable where they are none."""
    told = captions.read_text(encoding="utf-8-sig", errors="replace")
    if not told.startswith("WEBVTT"):
        raise VideoUnusable(f"site/{_FOLDER}/{captions.name} holds no captions: such a file begins with WEBVTT.")
    cues = [block.splitlines() for block in re.split(r"\n\s*\n", told.replace("\r\n", "\n"))]
    said = []
    for lines in cues:
        at = next((number for number, line in enumerate(lines) if _TIMES.search(line)), None)
        if at is not None:
            said += [plain for line in lines[at + 1 :] if (plain := _MARKS.sub("", line).strip())]
    return [said[at : at + _BREAK] for at in range(0, len(said), _BREAK)]

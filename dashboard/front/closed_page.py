"""The page for people who are not let in: why, and what to do. It tells them nothing they did not know."""

from html import escape

from dashboard.front.admission import Verdict

_WORDS: dict[Verdict, tuple[str, str]] = {
    "no_secret": (
        "Open the dashboard by its own address",
        "Look at the window in which it was started. The line “The dashboard” shows a long address with a secret in "
        "it. Open that address whole. It works until the program is stopped. The next start prints a new one.",
    ),
    "passed_on": (
        "This dashboard is closed",
        "Something between you and it passes your request on, and no login is set up. The person who runs it can set "
        "up a login: docs/director.md says how.",
    ),
    "open_to_all": (
        "This dashboard is closed",
        "It can be reached from other machines, and no login is set up. Start it on 127.0.0.1, or set up a login: "
        "docs/director.md says how.",
    ),
    "not_here": (
        "This dashboard is closed",
        "It was called by a name that is not its own, and no login is set up. Open the address that was printed when "
        "it was started, or set up a login: docs/director.md says how.",
    ),
    "origin": ("This dashboard is closed", "Another page asked for it. Open it by its own address."),
    "gone": ("Nothing is here", "The dashboard has no such page."),
}
_STYLE = (
    "body{font:1.125rem/1.5 system-ui,sans-serif;color:#22201d;background:#fbf7f0;max-width:36rem;margin:3rem auto;"
    "padding:0 1rem}h1{font:600 1.75rem/1.2 Charter,Cambria,Georgia,serif;color:#0b5351}"
    "@media(prefers-color-scheme:dark){body{color:#f1ece3;background:#17201f}h1{color:#7fd1c7}}"
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def status(verdict: Verdict) -> int:
    """The HTTP status for this verdict."""
    return 404 if verdict == "gone" else 403


def page(verdict: Verdict) -> bytes:
    """The page for this verdict, as UTF-8."""
    title, words = _WORDS[verdict]
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1><p>{escape(words)}</p></main></body></html>"
    ).encode()

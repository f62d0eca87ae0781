"""Walks through a form as a browser without JavaScript does: reads the page, fills in its fields, presses a button."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

import httpx

OURS = {"sec-fetch-site": "same-origin"}


def visit(method: str, url: str, **options: Any) -> httpx.Response:
    """One request of its own, with nothing left open after it. Where it leads on with 303, what is there."""
    # Loading certificates takes longer than everything else, and nothing here is encrypted.
    with httpx.Client(timeout=600, trust_env=False, verify=False) as client:  # noqa: S501
        answer = client.request(method, url, **options)
        return client.get(str(answer.url.join(answer.headers["location"]))) if answer.status_code == 303 else answer


class _Fields(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.hidden: dict[str, str] = {}
        self.buttons: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name = told.get("name") or ""
        if tag == "input" and told.get("type") == "hidden":
            self.hidden[name] = told.get("value") or ""
        elif tag in ("input", "textarea"):
            self.names.add(name)
        elif tag == "button" and name == "to":
            self.buttons.append(told.get("value") or "")


@dataclass
class Walker:
    """One person with one form. `page` is what they see now."""

    url: str
    answers: dict[str, list[str]]
    headers: dict[str, str] = field(default_factory=lambda: dict(OURS))
    page: httpx.Response = field(init=False)

    def __post_init__(self) -> None:
        self.answers = dict(self.answers)  # one's own, whatever is answered otherwise later
        self.page = visit("GET", self.url)

    def press(self, button: str, answers: dict[str, list[str]] | None = None) -> httpx.Response:
        """Send the page with this button; remember what comes back."""
        self.page = visit("POST", self.url, data=self.filled(button, answers), headers=self.headers)
        return self.page

    def filled(self, button: str, answers: dict[str, list[str]] | None = None) -> dict[str, list[str]]:
        """What the browser would send."""
        fields = _Fields(self.page.text)
        told = self.answers if answers is None else answers
        filled = {name: told[name] for name in fields.names if name in told}
        return filled | {name: [value] for name, value in fields.hidden.items()} | {"to": [button]}

    def to_check(self) -> "Walker":
        """Answer page after page until all answers are shown."""
        for _ in range(12):
            if "send" in _Fields(self.page.text).buttons:
                return self
            assert self.press("continue").status_code == 200, self.page.text
        raise AssertionError("the form never ends")

    def send(self) -> str:
        """Send it; gives the reference."""
        assert self.press("send").status_code == 200, self.page.text
        return reference(self.page.text)


def heading(html: str) -> str:
    """What the page is called, in its heading."""
    found = re.search(r'<h1 id="page-title">(.*?)</h1>', html)
    assert found
    return unescape(found[1])


def reference(html: str) -> str:
    """The reference on the last page."""
    found = re.search(r'class="cc-reference">([^<]+)<', html)
    assert found, html
    return unescape(found[1])

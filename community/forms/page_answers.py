"""The answers of one page, taken from everything that was posted."""

from community.forms.form_model import Answers, Page


def taken(page: Page, posted: Answers, before: Answers) -> dict[str, list[str]]:
    """All answers so far: this page's as posted now, every other page's as before. Empty ones are left out."""
    names = {name for question in page.questions for name in question.fields}
    kept = {name: list(each) for name, each in before.items() if name not in names}
    now = {name: [answer for answer in posted.get(name, ()) if answer] for name in names}
    return kept | {name: each for name, each in now.items() if each}

"""Fills in a form of the public site as a person does: what is asked on this page, then the button."""

from playwright.sync_api import Page

Answers = dict[str, list[str]]


def fill(page: Page, answers: Answers) -> None:
    """Answer what is asked on this page."""
    for name, told in answers.items():
        fields = page.locator(f'[name="{name}"]')
        if not fields.count():
            continue
        if fields.first.get_attribute("type") in ("radio", "checkbox"):
            for answer in told:
                page.check(f'[name="{name}"][value="{answer}"]')
        else:
            fields.first.fill(told[0])


def press(page: Page, words: str) -> None:
    """Press the button that says so, and wait until the page it leads to is there as a whole."""
    page.get_by_role("button", name=words, exact=True).click()
    page.wait_for_load_state("load")


def to_check(page: Page, answers: Answers) -> None:
    """Answer page after page, until all answers are shown."""
    for _ in range(10):
        if page.locator("h1").inner_text() == "Check your answers":
            return
        fill(page, answers)
        press(page, "Continue")
    raise AssertionError("the form never ends")


def reference(page: Page) -> str:
    """The reference on the last page."""
    return page.locator(".cc-reference").inner_text()

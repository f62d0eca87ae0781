"""What is asked of every state of every form for the eye and the hand, wherever it is drawn."""

from playwright.sync_api import Page

from tests.browser.support import (
    DESK,
    EVERY_WAY,
    NARROW,
    PHONE,
    Ways,
    assert_all_but_colours_clean,
    assert_colours_clean,
    assert_no_sideways_scroll,
)

# No style tells one telephone from the other (tests/site/test_forms_look.py): each is looked at in one scheme. A scheme
# changes nothing but colours (there, too), and around a form stands what stands on the built pages.
WAYS = ((NARROW, ("light",)), (PHONE, ("dark",)), (DESK, ("dark", "light")))

SMALL = """() => [...document.querySelectorAll(
    'main label.cc-choice__label, main .cc-input, main textarea, main select, main button, main summary')]
  .filter((element) => element.checkVisibility() && !element.closest('.cc-hp, .visually-hidden')
    && (element.getBoundingClientRect().height < 43.9 || element.getBoundingClientRect().width < 43.9))
  .map((element) => element.outerHTML.slice(0, 140))"""
SMALL_LETTERS = """() => [...document.querySelectorAll(
    'main p, main label, main legend, main .cc-input, main dd, main li')]
  .filter((element) => element.checkVisibility() && !element.closest('.cc-hp, .visually-hidden'))
  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 18).map((one) => one.outerHTML)"""


def assert_form_looks_right(page: Page, state: str, ways: Ways = EVERY_WAY) -> None:
    """Fail when axe finds something, something sticks out sideways, or is too small for a thumb or to be read.

    It is loaded once and looked at in every way. A folded explanation is looked at unfolded.
    """
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    looks = ways.of(WAYS)
    for viewport, schemes in WAYS:
        page.set_viewport_size(viewport)
        told = f"{state}, {viewport['width']} px wide"
        assert_no_sideways_scroll(page)
        if viewport == NARROW:
            small = page.evaluate(SMALL) + page.evaluate(SMALL_LETTERS)
            assert not small, f"{state}: too small:\n" + "\n".join(small)
        if (viewport, schemes) not in looks:
            continue
        assert_all_but_colours_clean(page, told)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            assert_colours_clean(page, f"{told}, {scheme}", within="main")

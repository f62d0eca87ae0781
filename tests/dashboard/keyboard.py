"""A keyboard that counts its keys, and those that the same takes in a spreadsheet."""

from playwright.sync_api import Page


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.pressed += len(words)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1


def in_a_spreadsheet(find: str, *cells: str) -> int:
    """The keys for the same call in a sheet of calls: find the last line, read it, go to the end, type a new line.

    Ctrl+F, the words, Enter and Escape; Ctrl+End, Home and Down; then each cell and Tab, and Enter. The day and the
    time are one key each (Ctrl+; and Ctrl+Shift+;).
    """
    return 1 + len(find) + 2 + 3 + 2 * 2 + sum(len(cell) + 1 for cell in cells)

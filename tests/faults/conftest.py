"""Whatever is done to the program here again and again takes its time: every test of this folder is a long one."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # before the marks choose what is run
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every test of this folder its mark."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.long)

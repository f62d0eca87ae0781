"""The list of people is the dashboard's: a mistake in it never stops the forms."""

from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.intake.conftest import Serve


@pytest.mark.parametrize("raw", [b"[[people]]\nname = Dee\n", b"\xff\xfe\x00", b'[[people]]\nname = "Dee"\n', b"\xe9"])
def test_the_forms_go_on_while_nobody_can_read_the_list_of_people(serve: Serve, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "people.toml").write_bytes(raw)
    service = serve(environ={"COMMUNITY_HOME": str(tmp_path)})
    for path in ("/health", "/get-help/ask/"):
        with urlopen(service.url + path, timeout=30) as answer:
            assert answer.status == 200

"""A form that is begun from the page of one kind of help, and one that is switched off."""

import re
from pathlib import Path

import pytest

from community.forms import FormsError
from community.forms import load as load_forms
from community.settings import load
from intake.web_app import ADDRESSES
from tests.checkout import ROOT
from tests.intake.conftest import Serve, Service
from tests.intake.walking import OURS, Walker, visit


def test_the_kind_of_help_comes_along_and_is_chosen_where_there_is_one(service: Service) -> None:
    ask = f"{service.url}/get-help/ask/"

    def options(page: str) -> list[tuple[str, bool]]:
        boxes = re.findall(r'<input[^>]*name="tasks"[^>]*>', page)
        return [(found[1], "checked" in box) for box in boxes if (found := re.search(r'value="([^"]+)"', box))]

    plain = options(visit("GET", ask).text)
    assert not any(chosen for _, chosen in plain)
    medicine = options(visit("GET", f"{ask}?for=medicine").text)
    assert medicine[0] == ("prescription", True)
    assert [code for code, chosen in medicine if chosen] == ["prescription"]
    food = options(visit("GET", f"{ask}?for=food").text)
    assert food[:2] == [("food_parcel", False), ("shopping", False)]
    assert sorted(food) == sorted(plain)
    assert options(visit("GET", f"{ask}?for=%3Cb%3E").text) == plain
    walker = Walker(f"{ask}?for=medicine", {"tasks": ["prescription"], "telephone": ["01225 960123"]})
    walker.to_check().send()
    (row,) = service.book.rows("help_requests")
    assert row["tasks"] == "prescription"


def test_a_form_that_is_switched_off_says_what_to_do_instead_and_takes_nothing(serve: Serve, tmp_path: Path) -> None:
    path, off = tmp_path / "off.toml", sorted(load_forms(load()))
    words = (ROOT / "community.toml").read_text(encoding="utf-8")
    path.write_text(words.replace("[community]\n", f"[community]\nforms_off = {off}\n", 1), encoding="utf-8")
    service = serve(environ={"COMMUNITY_TOML": str(path)})
    tell = f"{service.url}/directory/tell-us/"
    for form in off:
        page = visit("GET", service.url + ADDRESSES[form])
        assert page.status_code == 200
        assert re.search("This form is not open at this moment. <strong>[A-Z][^<]+[.]</strong>", page.text), form
        assert "tel:03002470050" in page.text
        assert "<form" not in page.text
    sent = visit("POST", tell, data={"to": ["send"], "name": ["Soup"]}, headers=OURS)
    assert sent.status_code == 410
    assert "You can still tell us" in sent.text
    assert not service.book.rows("services")
    path.write_text(words.replace("[community]\n", '[community]\nforms_off = ["service"]\n', 1), encoding="utf-8")
    service = serve(environ={"COMMUNITY_TOML": str(path)})
    said = {form: visit("GET", service.url + ADDRESSES[form]).text for form in off}
    shut = [form for form, page in said.items() if "This form is not open at this moment" in page]
    assert shut == ["newsletter", "service"], "the one that is off, and one that needs a public address"
    Walker(f"{service.url}/get-help/ask/", {"tasks": ["shopping"], "telephone": ["01225 960123"]}).to_check().send()
    assert service.book.count("help_requests") == 1
    path.write_text(words.replace("[community]\n", '[community]\nforms_off = ["sevice"]\n', 1), encoding="utf-8")
    with pytest.raises(FormsError, match="there is no form sevice"):
        load_forms(load({"COMMUNITY_TOML": str(path)}))

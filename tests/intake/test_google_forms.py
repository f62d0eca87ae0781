"""A community that asks its questions on Google's website leads there from its own pages."""

from pathlib import Path

import pytest

from community.forms import FormsError
from community.forms import load as load_forms
from community.settings import SettingsError, load
from tests.checkout import ROOT
from tests.forms.answers import VOLUNTEER
from tests.intake.conftest import Serve
from tests.intake.walking import Walker, visit

WHERE = "https://docs.google.com/forms/d/e/invented/viewform?usp=sf_link&hl=en"


def settings_with(tmp_path: Path, section: str, address: str = WHERE) -> dict[str, str]:
    """The environment of a community whose settings say so."""
    path = tmp_path / "with-google.toml"
    words = (ROOT / "community.toml").read_text(encoding="utf-8")
    path.write_text(f'{words}\n[google_forms.{section}]\naddress = "{address}"\n', encoding="utf-8")
    return {"COMMUNITY_TOML": str(path)}


def test_the_page_leads_to_googles_form_and_says_whose_it_is(serve: Serve, built_site: Path, tmp_path: Path) -> None:
    service = serve(built=built_site, environ=settings_with(tmp_path, "volunteer"))
    join = visit("GET", f"{service.url}/volunteer/join/")
    assert join.status_code == 200
    assert f'href="{WHERE.replace("&", "&amp;")}" rel="noopener noreferrer">Join us</a>' in join.text
    assert "Google keeps what you write there" in join.text
    assert "tel:03002470050" in join.text
    assert "<form" not in join.text.split("<main", 1)[-1].split("</main", 1)[0]
    assert 'name="tasks"' in visit("GET", f"{service.url}/get-help/ask/").text, "the others are asked here as before"


def test_a_person_half_way_through_our_own_form_may_still_send_it(serve: Serve, tmp_path: Path) -> None:
    walker = Walker(f"{serve().url}/volunteer/join/", VOLUNTEER)
    walker.press("continue")
    service = serve(environ=settings_with(tmp_path, "volunteer"))
    walker.url = f"{service.url}/volunteer/join/"
    reference = walker.to_check().send()
    assert service.book.get("volunteers", reference)["name"] == VOLUNTEER["name"][0]


def test_the_invented_town_leads_nobody_to_a_real_form(serve: Serve, tmp_path: Path) -> None:
    service = serve(environ=settings_with(tmp_path, "volunteer"), invented=True)
    assert "docs.google.com" not in visit("GET", f"{service.url}/volunteer/join/").text


@pytest.mark.parametrize(
    "address", ["http://docs.google.com/forms/d/e/x", "https://forms.example.org/x", "javascript:alert(1)"]
)
def test_an_address_that_is_none_of_googles_forms_is_named_and_not_repeated(tmp_path: Path, address: str) -> None:
    with pytest.raises(SettingsError, match=r"google_forms\.volunteer\.address") as refused:
        load(settings_with(tmp_path, "volunteer", address))
    assert address not in str(refused.value)


@pytest.mark.parametrize("name", ["concern", "voluntear"])
def test_there_is_no_google_form_for_what_we_do_not_ask_in_a_form(tmp_path: Path, name: str) -> None:
    """Somebody with a concern for somebody's safety finds numbers to ring."""
    with pytest.raises(FormsError, match=rf"google_forms\.{name}: there is no form of this name"):
        load_forms(load(settings_with(tmp_path, name)))

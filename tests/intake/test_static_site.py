"""The built site, as it is served: compressed, cached, and with the form in the page that holds its place."""

import asyncio
import gzip
import json
import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.forms import load as load_forms
from community.settings import load
from intake import static_site
from intake.form_page import PLAIN, Shell
from intake.security_headers import policy
from tests.forms.answers import HELP
from tests.intake.conftest import Serve
from tests.intake.walking import Walker, visit

PAGE = """<!doctype html><html><head><title>Ask &amp; get · Town</title></head><body>
<p>in front</p><h1 id="page-title">Ask</h1><p class="lead" id="page-lead">Old <b>lead</b></p>
<article><div class="x"><div data-form="help_request"><div>ring us</div> <p>or</p></div></div><p>behind</p></article>
</body></html>
"""


def test_a_part_of_a_film_can_be_fetched_and_its_page_may_play_it(serve: Serve, tmp_path: Path) -> None:
    built = tmp_path / "built"
    built.mkdir()
    (built / "404.html").write_text("<main>Not here</main>", encoding="utf-8")
    (built / "index.html").write_text("<main><video></video></main>", encoding="utf-8")
    (built / "film.mp4").write_bytes(b"0123456789")
    service = serve(built=built)
    for asked, told, where in (
        ("2-4", b"234", "2-4"),
        ("7-", b"789", "7-9"),
        ("-2", b"89", "8-9"),
        ("0-99", b"0123456789", "0-9"),
    ):
        answer = visit("GET", f"{service.url}/film.mp4", headers={"range": f"bytes={asked}"})
        assert (answer.status_code, answer.content) == (206, told), asked
        assert answer.headers["content-range"] == f"bytes {where}/10"
    for odd in ("bytes=9-2", "bytes=", "lines=1-2", "bytes=0-1,3-4", "bytes=50-"):
        answer = visit("GET", f"{service.url}/film.mp4", headers={"range": odd})
        assert (answer.status_code, answer.content) == (200, b"0123456789"), odd
    assert "media-src 'self'" in visit("GET", f"{service.url}/").headers["content-security-policy"]
    assert "media-src" not in visit("GET", f"{service.url}/404.html").headers["content-security-policy"]


def test_the_whole_site_is_there_compressed_tagged_and_under_a_policy(serve: Serve, built_site: Path) -> None:
    service = serve(built=built_site)
    home = visit("GET", f"{service.url}/", headers={"accept-encoding": "gzip"})
    assert home.status_code == 200
    assert home.headers["content-encoding"] == "gzip"
    assert home.headers["cache-control"] == "no-cache"
    assert "default-src 'none'" in home.headers["content-security-policy"]
    plain = visit("GET", f"{service.url}/", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == home.text
    again = visit("GET", f"{service.url}/", headers={"if-none-match": home.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = visit("HEAD", f"{service.url}/", headers={"accept-encoding": "identity"})
    assert (head.content, head.headers["content-length"]) == (b"", str(len(plain.content)))


def test_every_file_of_the_build_is_served_as_it_is(serve: Serve, built_site: Path) -> None:
    service = serve(built=built_site)
    for path in sorted(built_site.glob("*")) + sorted((built_site / "assets").rglob("*.*"))[::5]:
        address = f"/{path.relative_to(built_site).as_posix()}".removesuffix("index.html")
        if path.is_file() and path.suffix != ".gz" and b"data-form=" not in path.read_bytes():
            page = visit("GET", service.url + address)
            assert page.content == path.read_bytes(), address
            assert page.headers["content-type"].split(";")[0] in {
                "text/html", "text/css", "text/javascript", "image/svg+xml", "application/json", "application/xml",
                "image/png", "text/plain",
            }  # fmt: skip


def test_each_form_stands_in_its_page_in_place_of_the_number_to_ring(serve: Serve, built_site: Path) -> None:
    service = serve(built=built_site)
    for address in ("/get-help/ask/", "/volunteer/join/", "/charter/sign/"):
        page = visit("GET", service.url + address)
        assert page.status_code == 200
        assert page.text.count('<form class="cc-form"') == 1
        assert "data-form=" not in page.text
        assert "assets/site.css" in page.text
        assert page.text.count("<h1") == 1


def test_without_a_built_site_the_forms_are_still_there(serve: Serve) -> None:
    service = serve()
    page = visit("GET", f"{service.url}/volunteer/join/")
    assert "<form " in page.text
    assert "0300 247 0050" in page.text
    assert visit("GET", f"{service.url}/").status_code == 404


@pytest.mark.parametrize("how", [{"environ": {"DEMO": "yes"}}, {"invented": True}])
def test_over_the_invented_town_every_page_of_a_form_says_that_nobody_reads_it(serve: Serve, how: Any) -> None:
    real, trial = serve(), serve(**how)
    assert "invented people" not in visit("GET", f"{real.url}/get-help/ask/").text
    walker = Walker(f"{trial.url}/get-help/ask/", HELP)
    assert "Nobody reads what you send here." in walker.page.text
    assert 'need help, ring <a href="tel:03002470050">' in walker.page.text, "to be touched, and never in two lines"
    walker.to_check().send()
    assert "Nobody reads what you send here." in walker.page.text


def test_over_the_invented_town_every_page_says_so_and_over_a_live_book_none(
    serve: Serve, built_site: Path, subtests: pytest.Subtests
) -> None:
    real, trial = serve(built=built_site), serve(built=built_site, invented=True)
    words = "This is a trial with invented people."
    for address in ("/", "/get-help/", "/volunteer/", "/privacy/", "/get-help/ask/", "/nowhere/"):
        with subtests.test(address):
            assert words not in visit("GET", real.url + address).text
            page = visit("GET", trial.url + address)
            assert page.text.count(words) == 1
            assert page.text.index("<main") < page.text.index(words) < page.text.index("</main>")


def test_the_first_part_of_a_form_says_how_many_there_are(serve: Serve, built_site: Path) -> None:
    page = visit("GET", f"{serve(built=built_site).url}/volunteer/join/").text
    assert re.search(r"Part 1 of \d", page)


def test_an_address_without_its_slash_leads_on(serve: Serve, built_site: Path) -> None:
    service = serve(built=built_site)
    for address in ("/get-help/ask", "/about"):
        page = visit("GET", service.url + address)
        assert (page.status_code, page.headers["location"]) == (308, f"{address}/")


def test_nothing_but_the_site_is_served(serve: Serve, built_site: Path, subtests: pytest.Subtests) -> None:
    service = serve(built=built_site)
    for address in ("/nowhere/", "/../book.db", "/%2e%2e/book.db", "/get-help/ask/../../../x", "//x"):
        with subtests.test(address):
            page = visit("GET", service.url + address)
            assert page.status_code == 404
            assert "0300 247 0050" in page.text


def test_a_new_build_is_taken_in_only_when_it_is_whole(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("old")
    (tmp_path / "404.html").write_text("none")
    taken: list[static_site.Site] = [static_site.load(tmp_path)]

    async def watched() -> None:
        watcher = asyncio.create_task(static_site.watch(tmp_path, lambda: taken[-1], taken.append, every=0.02))
        (tmp_path / "404.html").unlink()
        (tmp_path / "index.html").write_text("half")
        await asyncio.sleep(0.3)
        assert len(taken) == 1
        (tmp_path / "404.html").write_text("none")
        (tmp_path / "index.html").write_text("new and whole")
        while len(taken) == 1:
            await asyncio.sleep(0.02)
        watcher.cancel()

    # In a thread of its own: a browser of another test may have left its loop in this one.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, watched()).result()
    assert [each.files["/"].body for each in taken] == [b"old", b"new and whole"]


def test_names_that_hold_a_hash_are_kept_for_ever_and_pages_asked_again(tmp_path: Path) -> None:
    for name in ("index.html", "main.484c7ddc.min.css", "site.css"):
        (tmp_path / name).write_text("x")
    files = static_site.load(tmp_path).files
    kept = {name: dict(file.headers)[b"cache-control"].decode() for name, file in files.items()}
    assert kept == {
        "/": "no-cache",
        "/main.484c7ddc.min.css": "public, max-age=31536000, immutable",
        "/site.css": "public, max-age=600",
    }


def test_scripts_and_styles_in_a_page_run_by_their_hash_and_data_needs_none() -> None:
    told = policy('<script>a()</script><script type="application/json">{}</script><script src="x.js"></script>')
    assert told.count("sha256-") == 1
    # echo -n 'a()' | openssl dgst -sha256 -binary | openssl base64
    assert "script-src 'self' 'sha256-" in told
    assert "unsafe" not in told
    styled = policy('<style>b{}</style><p style="color:red">')
    assert re.search(r"style-src 'self' 'sha256-[^']+' 'unsafe-hashes' 'sha256-", styled)
    assert "'unsafe-inline'" not in styled


def test_a_page_is_cut_open_exactly_where_the_form_belongs() -> None:
    shell = Shell(PAGE, "help_request")
    whole = shell.frame().plain(b"FORM").decode()
    assert whole == PAGE.replace('<div data-form="help_request"><div>ring us</div> <p>or</p></div>', "FORM")
    with pytest.raises(ValueError, match="volunteer"):
        Shell(PAGE, "volunteer")


def test_heading_lead_and_title_are_changed_and_escaped() -> None:
    shell = Shell(PAGE, "help_request")
    whole = shell.frame(heading="When & <where>", lead="2 of 5", before_title="Error: ").plain(b"").decode()
    assert "<title>Error: When &amp; &lt;where&gt; · Ask &amp; get · Town</title>" in whole
    assert '<h1 id="page-title">When &amp; &lt;where&gt;</h1>' in whole
    assert 'id="page-lead">2 of 5</p>' in whole


@given(st.binary(max_size=5000), st.text(max_size=20))
def test_a_packed_page_unpacks_to_the_plain_one(body: bytes, heading: str) -> None:
    frame = Shell(PAGE, "help_request").frame(heading=heading)
    assert gzip.decompress(frame.packed(body)) == frame.plain(body)
    assert zlib.decompress(frame.packed(body), 31) == frame.plain(body), "one stream, as browsers expect it"


def test_the_plain_page_has_every_place_too() -> None:
    settings = load()
    for form in load_forms(settings):
        told = {"community": "C", "telephone": "T", "dial": "D", "opening": "O", "title": "H"}
        told |= {"form": form, "ring": "Ring us", "lang": "en-GB"}
        whole = Shell(PLAIN.format(**told), form).frame(heading="A", lead="B").plain(b"FORM").decode()
        assert all(each in whole for each in (">A</h1>", ">B</p>", "FORM", "<title>A · C</title>"))


def test_the_directory_for_other_programs_is_read_from_anywhere_by_the_addresses_of_its_standard(
    tmp_path: Path, serve: Serve
) -> None:
    built = tmp_path / "built"
    folder = built / "open-referral" / "services"
    folder.mkdir(parents=True)
    (built / "404.html").write_text("<main>Not here</main>", encoding="utf-8")
    for name in ("index", "services", "services/page-1", "services/page-2", "services/one-id"):
        (built / "open-referral" / f"{name}.json").write_text(json.dumps(name), encoding="utf-8")
    (built / "volunteering-data").mkdir()
    (built / "volunteering-data" / "roles.jsonld").write_text('"roles"', encoding="utf-8")
    service = serve(built=built)
    for address, told in {
        "volunteering-data/roles.jsonld": "roles",
        "open-referral/": "index",
        "open-referral": "index",
        "open-referral/services": "services",
        "open-referral/services?page=1": "services",
        "open-referral/services?page=2&per_page=7": "services/page-2",
        "open-referral/services/one-id": "services/one-id",
        "open-referral/services.json": "services",
    }.items():
        answer = visit("GET", f"{service.url}/{address}")
        assert answer.json() == told, address
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    for address in ("open-referral/services?page=9", "open-referral/services?page=../x", "open-referral/services/none"):
        answer = visit("GET", f"{service.url}/{address}")
        assert (answer.status_code, answer.json()) == (404, {"error": "There is nothing here."})
        assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in visit("GET", f"{service.url}/404.html").headers

"""The words: short sentences, true numbers, promises that the tables keep."""

import re

import pytest

from community import settings
from community.forms import load
from community.tables import TABLES, row_types
from tests.checkout import ROOT
from tests.site.pages import BuiltPage

LONGEST = 25
HUB = "03002470050"
# Numbers of the whole country, each for a purpose that the page names.
NATIONAL = {
    "999": "emergency",
    "111": "NHS",
    "101": "police",
    "105": "power cut",
    "159": "bank",
    "116123": "Samaritans",
    "0800111999": "gas",
    "08082000247": "National Domestic Abuse Helpline",
    "08001111": "Childline",
    "08088004444": "Shelter",
}


def sentences(block: str) -> list[str]:
    """Return the sentences of a block. An email address or a number with dots is one word."""
    return [part for part in re.split(r"(?<=[.!?:])\s+", block) if part]


def words(sentence: str) -> list[str]:
    """Return the words; a telephone number counts as one."""
    joined = re.sub(r"(?<=\d) (?=\d)", "", sentence)
    return [word for word in joined.split() if re.search(r"\w", word)]


def test_no_sentence_is_longer_than_a_breath(pages: list[BuiltPage]) -> None:
    long = {
        f"{page.url}: {sentence}"
        for page in pages
        for block in page.blocks
        for sentence in sentences(block)
        if len(words(sentence)) > LONGEST
    }
    assert not long, "\n".join(sorted(long))


def test_most_sentences_are_much_shorter(pages: list[BuiltPage]) -> None:
    for page in pages:
        lengths = [len(words(s)) for block in page.blocks for s in sentences(block) if re.search(r"[.!?]$", s)]
        assert sum(lengths) / len(lengths) <= 12, page.url


@pytest.mark.parametrize(
    "word", ["beneficiary", "service user", "client", "ticket", "partner ", "assignment", "click here", "please note"]
)
def test_the_words_are_those_of_a_neighbour(word: str, pages: list[BuiltPage]) -> None:
    said = [f"{page.url}: {block}" for page in pages for block in page.blocks if word in block.lower()]
    assert not said


def test_the_hub_can_be_rung_from_every_page_in_one_touch(pages: list[BuiltPage]) -> None:
    for page in pages:
        assert f"tel:{HUB}" in [link["href"] for link in page.all("a")], page.url


def test_every_number_to_ring_is_the_hubs_or_one_of_the_whole_country(pages: list[BuiltPage]) -> None:
    linked = {link["href"].removeprefix("tel:") for page in pages for link in page.all("a") if "tel:" in link["href"]}
    assert linked <= {HUB, *NATIONAL}


def test_every_number_that_is_shown_can_be_touched(pages: list[BuiltPage]) -> None:
    for page in pages:
        linked = {link["href"].removeprefix("tel:") for link in page.all("a") if "tel:" in link["href"]}
        shown = {re.sub(r"\D", "", number) for block in page.blocks for number in re.findall(r"\b0[\d ]{9,}\d", block)}
        assert shown <= linked, page.url


def test_the_charter_names_the_promises_that_its_form_asks_for(pages: list[BuiltPage]) -> None:
    [charter] = [page for page in pages if page.url == "/charter/"]
    form = load(settings.load())["organisation"]
    asked = [option.label for option in form.questions["commitments"].options.values()]
    promised = [block.split(".")[0] + "." for block in charter.blocks if block.startswith("We ") and ". " in block]
    assert promised == asked


# No form, page or command writes rows into these yet: a page must not promise what nobody can send.
NOBODY_WRITES = {
    *("shifts", "households"),
}


def test_what_a_form_or_a_decision_writes_is_on_no_list_of_what_nobody_writes() -> None:
    """Else the privacy page says nothing of it, and nothing notices."""
    rows = {
        kind.TABLE: name for name, kind in vars(row_types).items() if name.endswith("Row") and hasattr(kind, "TABLE")
    }
    decided = [path.read_text("utf-8") for path in (ROOT / "community" / "casework").rglob("*.py")]
    added = {table for table, row in rows.items() if any(re.search(rf"\.add\({row}\b", text) for text in decided)}
    assert added > {"services", "loans", "feedback"}
    asked = {form.table for form in load(settings.load({"COMMUNITY_HOME": "nowhere"})).values()}
    assert not NOBODY_WRITES & (added | asked)


def test_the_privacy_page_promises_what_the_tables_keep(pages: list[BuiltPage]) -> None:
    [privacy] = [page for page in pages if page.url == "/privacy/"]
    promised = {
        (rows[0], int(rows[1].split()[0]))
        for rows in zip(privacy.blocks, privacy.blocks[1:], strict=False)
        if re.match(r"\d+ months? after", rows[1])
    }
    kept = {
        str(column.keep): column.keep.months
        for table in TABLES.values()
        for column in table.columns
        if table.name not in NOBODY_WRITES
        and column.keep is not None
        and column.keep.months is not None
        and column.personal != "no"
    }
    # One line on the page for each period of the tables; a need is part of its request.
    lines = {
        "the request was closed, or nobody came back to it": "A request for help",
        "the need was closed": "A request for help",
        "the resident last asked or was helped": "A resident’s details",
        "the volunteer left, or was last in touch": "A volunteer’s details, with the level and date of a DBS check",
        "the check was recorded": "The number of a DBS check",
        "the concern was closed": "A report of harm",
        "the organisation withdrew, or nobody decided about it": "The person to ring at an organisation",
        "the entry was withdrawn, or nobody decided about it": "Who told us about a local service",
        "the role was withdrawn, or nobody decided about it": "Who looks after a volunteering role",
        "the enquiry ended, or nobody came back to it": "That you would like such a role, and what came of it",
        "they left, or were asked and did not confirm": "Your address for the newsletter",
        "the booking was over, or last changed": "Your booking for a session, and whether you came",
        "the session was held or cancelled, or last changed": "Who leads a session, and how to join it",
        "it came back or was lost": "What we lent you",
        "the complaint was closed": "A complaint, and what we answered",
        "it was given back, or lost": "A key to your door, or the code of your key safe",
        "the accident was closed": "An accident while helping or being helped",
        "it was settled, or last changed": "What a volunteer paid for you or for us, and when it was paid back",
        "the referral was closed, or last changed": "That we passed you on to a service, or one sent you to us",
        "it was withdrawn, or last changed; never while it is published": "What you told us of how it went",
        "the message went or was withdrawn, or last changed": (
            "That we wrote to you, when, and what became of it. We do not keep the words"
        ),
        "it was written, or last changed": "What we wrote to many volunteers at once",
    }
    written = {text.split(" after ", 1)[1]: months for text, months in kept.items()}
    assert written.keys() == lines.keys()
    assert promised == {(line, written[text]) for text, line in lines.items()}

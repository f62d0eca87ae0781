"""Questions of a community's own as its settings say them: one of each kind on the form that asks for help."""

from pathlib import Path

from community.settings import Settings, load
from tests.checkout import ROOT

OF_EACH_KIND = """
[extra_questions.door]
forms = ["help_request", "referral"]
after = "access_needs"
label = "Which <b>door</b> & bell?"
short = "Door"
kind = "text"
[extra_questions.story]
forms = ["help_request"]
label = "How did it come about?"
kind = "long_text"
[extra_questions.lift]
forms = ["help_request"]
label = "Is there a lift?"
kind = "yes_no"
[extra_questions.told_by]
forms = ["help_request"]
label = "Who told you about us?"
kind = "one"
options = { poster = "A poster", friend = "A friend" }
[extra_questions.pets]
forms = ["help_request"]
after = "extra.door"
label = "Which animals live with you?"
hint = "So that nobody is surprised."
kind = "many"
options = { dog = "A dog", cat = "A cat" }
[extra_questions.moved_in]
forms = ["help_request"]
label = "When did you move in?"
kind = "date"
[extra_questions.floor]
forms = ["help_request"]
label = "On which floor do you live?"
kind = "number"
[extra_questions.shirt]
forms = ["volunteer"]
label = "Which size of T-shirt?"
kind = "one"
options = { small = "Small", large = "Large" }
required = true
"""
ANSWERS = {
    "extra.door": ["The green <one>"],
    "extra.story": ["It began\nin May."],
    "extra.lift": ["no"],
    "extra.told_by": ["friend"],
    "extra.pets": ["dog", "cat"],
    "extra.moved_in": ["24/12/2025"],
    "extra.floor": ["1,200"],
}
KEPT = {
    "door": "The green <one>", "floor": "1200", "lift": "no", "moved_in": "2025-12-24", "pets": "cat; dog",
    "story": "It began\nin May.", "told_by": "friend",
}  # fmt: skip


def asking(folder: Path, words: str = OF_EACH_KIND) -> str:
    """The path of a file of settings with these questions."""
    path = folder / "own-questions.toml"
    path.write_text(f"{(ROOT / 'community.toml').read_text('utf-8')}\n{words}", "utf-8")
    return str(path)


def settings_asking(folder: Path, words: str = OF_EACH_KIND) -> Settings:
    """The settings with these questions."""
    return load({"COMMUNITY_TOML": asking(folder, words), "COMMUNITY_HOME": str(folder), "DEMO": "no"})

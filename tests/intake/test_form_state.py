"""The state that a form carries from page to page is sealed, and only the program can open it."""

from intake.form_state import FormState, Sealer


def test_what_was_sealed_opens_again_long_or_short_and_only_with_the_same_key() -> None:
    for words in ("short", "long " * 5_000, "\ud800 \0 長い"):
        state = FormState("volunteer", "you", "KEY", 7, answers={"name": [words]}, passed=("you",), flags=("honeypot",))
        sealed = Sealer("a").seal(state)
        assert Sealer("a").open(sealed) == state
        assert Sealer("b").open(sealed) is None
        assert Sealer("a").open(sealed[:-1]) is None
    assert Sealer("a").open(Sealer("a")._signer.dumps({"of": "another time"}).__str__()) is None

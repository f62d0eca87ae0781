"""A code of the tables is seen wherever it stands as bare text, and a name of the tables that is misspelt as well."""

import pytest

from tests.bare_codes import bare_codes
from tests.misspelt_names import misspelt, misspelt_attributes


@pytest.mark.parametrize(
    "source",
    [
        'need["status"] == "opne"',
        'match.status in {MatchStatus.ACCEPTED, "active"}',
        'unit.status(match) == "proposed"',
        'lambda c: [c.status.in_(LIVE | {"proposed"})]',
        'unit.move(need, "closed")',
        'unit.set(need, "status", "closed")',
        'Change("needs", one, "status", row["status"], "open")',
        'unit.add("visits", {"status": "done"})',
        'def approve(match_id, *, seen="proposed"): ...',
        'WHY = {"done": "Help was given", "unable": "We can’t help"}',
        'HELPING = {"accepted", "active"}',
        'match change:\n    case "status", "accepted":\n        pass',
        '(table, field, now) == ("matches", "status", ACTIVE if x else "active")',
        'need["closed_reason"] != "duplicate"',
        'volunteer.get("over_18") == "no"',
        'item.urgency == "today"',
        'flags.add("email_odd")',
        'c.kind == "dbs"',
        'check.get("level") == "none"',
        'WorklistItem(one, table, "not_rung")',
        'item.kind == "unused"',
        'state.get("check-kind") or {"dbs": "A check", "identity": "Identity"}',
        'append({"channel": "web"})',
        'change.by == "sheet"',
        'decided(form, sent, channel="telephone")',
        '"car" in words(row["travel"])',
        'WAYS = {"telephone": "Call", "email": "Email", "letter": "Letter"}',
        'row["for_whom"] == "somebody_else"',
        'request.they_agree == "unable"',
        'request["speaks_for"] in {"attorney", "deputy"}',
        'task.dbs == "basic"',
        '{"takes_off": "unused"}',
        'job.state == "failed"',
        'match need.status:\n    case "open" | "closed":\n        pass',
        'match need:\n    case NeedRow(status="open"):\n        pass',
        'match need:\n    case {"status": "open"}:\n        pass',
        '{"open": 1}[need.status]',
        '{"open": 1}.get(need.status)',
        'need.status == f"open"',
        'f"{need.status}" == "open"',
        'need.status.value == "open"',
        'need.status.lower() == "open"',
        'need.status.startswith("open")',
        'getattr(need, "status") == "open"',
        '(now := need.status) == "open"',
        'now == NeedStatus("open")',
        'user.role in ("director", "coordinator")',
        'action.verb == "approve"',
        'verb_of(action) == "approve"',
    ],
)
def test_a_code_as_bare_text_is_seen(source: str) -> None:
    assert bare_codes(source)


@pytest.mark.parametrize(
    "source",
    [
        'need["status"] == NeedStatus.OPEN',
        'rows("needs", columns=("id", "status", "at"))',
        'name == "duplicate"',
        'say("open")',
        'question.kind == "text"',
        'FACTS = ("telephone", "email")',
        'why.by in {"car", "dbs", "training"}',
    ],
)
def test_other_words_are_left_alone(source: str) -> None:
    assert bare_codes(source) == []


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ('{"volunter_id": one}', "volunteer_id"),
        ('reader.of("need_di", ids)', "need_id"),
        ('user.role == "directro"', "director"),
        ('verb_of(action) == "aprove"', "approve"),
        ('COLUMNS = ("name", "telehpone")', "telephone"),
        ('row["nmae"]', "name"),
        ('job.state == "waitting"', "waiting"),
        ('order_by("kindd", "task_type")', "kind"),
        ('{"hub": here, "whi": words}', "why"),
    ],
)
def test_a_slip_in_a_name_is_seen(source: str, meant: str) -> None:
    (found,) = misspelt(source)
    assert found.endswith(f"nearly {meant!r}")


def test_a_name_and_what_is_no_name_are_no_slips() -> None:
    assert misspelt('("volunteer_id", "volunteering", "namely", "job", "hubs")') == []


def test_a_slip_in_an_attribute_is_seen_unless_it_is_a_name_of_ours() -> None:
    assert misspelt_attributes({"one": "lambda c: [c.statsu == OPEN]"}) == ["one, line 1: .statsu is nearly 'status'"]
    assert misspelt_attributes({"one": "row.stats", "other": "def stats(): ..."}) == []

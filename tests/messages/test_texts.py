"""Texts go out through any service that the settings describe, and every trouble has its outcome."""

import base64
import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from structlog.testing import capture_logs

from community.book import Book
from community.messages import Delivery, Draft, Rendered
from community.messages.channels import open_channels, text_service_request, text_trouble
from community.settings import Settings
from community.tables import ids
from community.tables.message_codes import MessageChannel, SendOutcome, SendReason
from tests.messages.conftest import Telling
from tests.messages.text_service import ServiceStandIn, text_service

TO, FORM, WORDS = "07700 900123", "+447700900123", "Could you fetch Zuleika’s parcel? 👋"
LATER, NEVER, UNKNOWN, SENT = (
    SendOutcome.TRY_LATER,
    SendOutcome.REFUSED,
    SendOutcome.UNKNOWN,
    SendOutcome.SENT,
)


def lines(service: ServiceStandIn, *more: str) -> list[str]:
    return ["text = true", 'text_sender = "+447700900999"', "[messages.text_service]", f'url = "{service.url}"', *more]


def draft(to: str = TO) -> Draft:
    return Draft(ids.mint("D"), to, Rendered("", WORDS))


def sent(settings: Settings, book: Book, what: Draft) -> Delivery:
    return open_channels(settings, book)[MessageChannel.TEXT].send(what)


def test_a_service_that_wants_json_gets_it(told: Telling, book: Book) -> None:
    what = draft()
    with text_service() as service:
        fields = ["number_field = 'messages.0.to'", "text_field = 'messages.0.body.text'", "sender_field = 'from'"]
        more = ["reference_field = 'ref'", "id_path = 'messages.0.id'", "more_fields = {'kind' = 'unicode'}"]
        delivery = sent(told(*lines(service, *fields, *more)), book, what)
    assert delivery == Delivery(SENT, service_id="text-17")
    ((method, path, headers, body),) = service.asked
    assert (method, path) == ("POST", "/v1/texts")
    assert headers["Authorization"] == f"Bearer {'k' * 20}"
    assert json.loads(body) == {
        "messages": [{"to": FORM, "body": {"text": WORDS}}],
        "from": "+447700900999",
        "ref": what.message_id,
        "kind": "unicode",
    }


def test_a_service_that_wants_a_form_and_a_password_gets_them_encrypted(
    trusted: Path, told: Telling, book: Book
) -> None:
    with text_service(trusted) as service:
        fields = ["method = 'PUT'", "body = 'form'", "number_field = 'To'", "text_field = 'Body'", "key_word = 'Basic'"]
        settings = told(*lines(service, *fields, "number_form = 'digits'"), TEXT_KEY="town:an invented one")
        assert text_trouble(settings) is None
        assert not service.asked
        assert sent(settings, book, draft()).outcome == SENT
    ((method, _, headers, body),) = service.asked
    assert method == "PUT"
    assert headers["Authorization"] == f"Basic {base64.b64encode(b'town:an invented one').decode()}"
    assert parse_qs(body.decode()) == {"To": [FORM[1:]], "Body": [WORDS]}


def test_a_service_with_a_certificate_that_nobody_vouches_for_is_told_nothing(
    certificate: Path, told: Telling, book: Book
) -> None:
    with text_service(certificate) as service:
        settings = told(*lines(service))
        assert sent(settings, book, draft()) == Delivery(LATER, SendReason.NOT_ENCRYPTED)
        assert text_trouble(settings) == SendReason.NOT_ENCRYPTED
    assert not service.asked


@pytest.mark.parametrize(
    ("status", "trouble", "says", "delivery"),
    [
        (200, "", b"<p>Thanks", Delivery(SENT)),
        (201, "", b'{"id": "a b"}', Delivery(SENT)),
        (201, "", b'{"id": "sent-to-447700900123"}', Delivery(SENT)),
        (202, "", b'{"id": 12}', Delivery(SENT, service_id="12")),
        (400, "", b'{"error": "no such number"}', Delivery(NEVER, SendReason.SERVICE_REFUSED)),
        (422, "", b"", Delivery(NEVER, SendReason.SERVICE_REFUSED)),
        (401, "", b"", Delivery(LATER, SendReason.KEY_REFUSED)),
        (429, "", b"", Delivery(LATER, SendReason.SERVICE_BUSY)),
        (503, "", b"", Delivery(LATER, SendReason.SERVICE_BUSY)),
        (500, "", b"", Delivery(UNKNOWN, SendReason.ANSWER_UNCLEAR)),
        (504, "", b"", Delivery(UNKNOWN, SendReason.ANSWER_UNCLEAR)),
        (302, "", b"", Delivery(UNKNOWN, SendReason.ANSWER_UNCLEAR)),
        (201, "cut", b"", Delivery(UNKNOWN, SendReason.ANSWER_LOST)),
        (201, "half", b"{", Delivery(SENT)),
        (201, "wait", b"", Delivery(UNKNOWN, SendReason.ANSWER_LOST)),
        (201, "drip", b"", Delivery(UNKNOWN, SendReason.ANSWER_LOST)),
    ],
)
def test_each_answer_and_each_silence_has_its_outcome(
    status: int,
    trouble: str,
    says: bytes,
    delivery: Delivery,
    told: Telling,
    book: Book,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if trouble == "wait":
        monkeypatch.setattr(text_service_request, "SECONDS", 1.0)
    if trouble == "drip":
        monkeypatch.setattr(text_service_request, "LONGEST", 1.0)
    with text_service() as service:
        service.status, service.trouble, service.says = status, trouble, says
        assert sent(told(*lines(service, "id_path = 'id'")), book, draft()) == delivery
    assert len(service.asked) == 1, "never asked twice, and no answer leads elsewhere"


@pytest.mark.parametrize(
    ("says", "delivery"),
    [
        (b'{"messages": [{"status": "0"}]}', Delivery(SENT)),
        (b'{"messages": [{"status": 0}]}', Delivery(SENT)),
        (b'{"messages": [{"status": "7"}]}', Delivery(NEVER, SendReason.SERVICE_REFUSED)),
        (b'{"messages": []}', Delivery(UNKNOWN, SendReason.ANSWER_UNCLEAR)),
        (b"\xff\x00 garbage", Delivery(UNKNOWN, SendReason.ANSWER_UNCLEAR)),
        (b"[" * 60_000, Delivery(UNKNOWN, SendReason.ANSWER_UNCLEAR)),
    ],
)
def test_a_service_that_answers_200_to_all_is_asked_what_it_says(
    says: bytes, delivery: Delivery, told: Telling, book: Book
) -> None:
    with text_service() as service:
        service.status, service.says = 200, says
        more = ["accepted_path = 'messages.0.status'", "accepted_words = ['0']"]
        assert sent(told(*lines(service, *more)), book, draft()) == delivery


def test_a_service_that_is_away_is_tried_later(told: Telling, book: Book) -> None:
    with text_service() as service:
        settings = told(*lines(service))
    assert sent(settings, book, draft()) == Delivery(LATER, SendReason.UNREACHABLE)
    assert text_trouble(settings) == SendReason.UNREACHABLE


@pytest.mark.parametrize(
    "to",
    ["", "0117 496 0001", "12", "07700 900123 or 07700 900456", "no phone", "07700 900123 ext 4", "zoe@example.org"],
)
def test_what_no_text_can_reach_is_refused_before_anybody_is_asked(to: str, told: Telling, book: Book) -> None:
    with text_service() as service:
        assert sent(told(*lines(service)), book, draft(to)) == Delivery(NEVER, SendReason.BAD_NUMBER)
    assert not service.asked


@pytest.mark.parametrize("key", ["two\nlines: canary", "ключ canary"])
def test_a_key_that_no_header_can_carry_is_not_repeated_and_nothing_is_sent(
    key: str, told: Telling, book: Book
) -> None:
    with text_service() as service:
        assert sent(told(*lines(service), TEXT_KEY=key), book, draft()) == Delivery(LATER, SendReason.KEY_REFUSED)
    assert not service.asked


@pytest.mark.parametrize("body", ["json", "form"])
def test_half_a_letter_in_the_words_stops_nothing(body: str, told: Telling, book: Book) -> None:
    with text_service() as service:
        what = Draft(ids.mint("D"), TO, Rendered("", "Hello \ud83d"))
        assert sent(told(*lines(service, f'body = "{body}"')), book, what).outcome == SENT


def test_no_log_and_no_error_holds_a_number_or_a_word(
    told: Telling, book: Book, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(0)
    for status, trouble in ((201, ""), (400, ""), (500, ""), (201, "cut")):
        with text_service() as service, capture_logs() as log:
            service.status, service.trouble, service.says = status, trouble, f'{{"id": "{FORM[1:]}"}}'.encode()
            delivery = sent(told(*lines(service, "id_path = 'id'")), book, draft())
        seen = f"{log}{delivery!r}{draft()!r}{caplog.text}{capfd.readouterr()}"
        assert not [leak for leak in ("900123", "900 123", "Zuleika", "k" * 20) if leak in seen]

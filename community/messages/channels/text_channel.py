"""Texts by the HTTPS service that the settings describe."""

from pydantic import SecretStr

from community.identity import phone_numbers
from community.messages.channels.message_channel import SendingChannel
from community.messages.channels.text_service_request import AnswerLost, NoService, ServiceAnswer, ask
from community.messages.message_draft import Delivery, Draft
from community.settings import TextService
from community.tables.message_codes import MessageChannel, SendOutcome, SendReason


class TextChannel(SendingChannel):
    """Sends one text with each request."""

    code = MessageChannel.TEXT

    def _deliver(self, draft: Draft) -> Delivery:
        service = self._settings.messages.text_service
        key = self._settings.text_key
        if service is None or key is None:
            return Delivery(SendOutcome.TRY_LATER, SendReason.KEY_REFUSED)
        number = _number(draft.to)
        if number is None:
            return Delivery(SendOutcome.REFUSED, SendReason.BAD_NUMBER)
        return self._asked(service, key, number, draft)

    def _asked(self, service: TextService, key: SecretStr, number: str, draft: Draft) -> Delivery:
        fields = {
            service.number_field: number if service.number_form == "plus" else number.removeprefix("+"),
            service.text_field: draft.rendered.text.encode("utf-8", "replace").decode("utf-8"),
            service.sender_field: self._settings.messages.text_sender,
            service.reference_field: draft.message_id,
            **service.more_fields,
        }
        fields.pop("", None)
        try:
            answer = ask(service, key.get_secret_value(), fields)
        except NoService as error:
            return Delivery(SendOutcome.TRY_LATER, error.reason)
        except AnswerLost:
            return Delivery(SendOutcome.UNKNOWN, SendReason.ANSWER_LOST)
        return _meaning(service, answer, number)


def _number(to: str) -> str | None:
    """The one number in E.164, if a text can reach it."""
    found = phone_numbers(to)
    usable = len(found) == 1 and found[0].texts and not found[0].doubtful and not found[0].extension
    return found[0].form if usable else None


def _meaning(service: TextService, answer: ServiceAnswer, number: str) -> Delivery:
    if answer.status in service.refused:
        return Delivery(SendOutcome.REFUSED, SendReason.SERVICE_REFUSED)
    if answer.status in service.try_later:
        shut = answer.status in {401, 403}
        return Delivery(SendOutcome.TRY_LATER, SendReason.KEY_REFUSED if shut else SendReason.SERVICE_BUSY)
    if answer.status not in service.accepted:
        return Delivery(SendOutcome.UNKNOWN, SendReason.ANSWER_UNCLEAR)
    if service.accepted_path:
        word = answer.at(service.accepted_path)
        if word is None:
            return Delivery(SendOutcome.UNKNOWN, SendReason.ANSWER_UNCLEAR)
        if word not in service.accepted_words:
            return Delivery(SendOutcome.REFUSED, SendReason.SERVICE_REFUSED)
    service_id = answer.id_at(service.id_path)
    # Some services name a text after the number that it went to.
    return Delivery(SendOutcome.SENT, service_id=None if service_id and number[-8:] in service_id else service_id)

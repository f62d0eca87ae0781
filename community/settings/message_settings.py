"""The settings of messages that go out: email, texts, and when neither is sent."""

import re
from datetime import time
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from community.settings.frozen_settings import FrozenSettings

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""This machine, to which nothing need be encrypted on its way."""
_WORD = r"[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+"
PLAIN_ADDRESS = re.compile(rf"(?=.{{1,64}}@)(?!.*=\?){_WORD}(\.{_WORD})*@[A-Za-z0-9-]{{1,63}}(\.[A-Za-z0-9-]{{1,63}})+")
"""An address that every server takes, as RFC 5321 has it, without quotes."""
_DOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_SERVICE = re.compile(
    r"(https://[A-Za-z0-9.-]+|http://(localhost|127\.0\.0\.1))(:\d{1,5})?(/[A-Za-z0-9._~!$&'()*+,;=:%/-]*)?"
)
_PATH = re.compile(r"[^\s.]+(\.[^\s.]+)*")
# What every server takes as the name of a folder without another alphabet, and nothing that ends a line.
_FOLDER = re.compile(r"[ -~]+")
Status = Annotated[int, Field(ge=200, le=599)]


def _is(pattern: re.Pattern[str], words: str) -> AfterValidator:
    def check(value: str) -> str:
        if value and not pattern.fullmatch(value):
            raise ValueError(words)
        return value

    return AfterValidator(check)


Address = Annotated[str, _is(PLAIN_ADDRESS, "a plain email address, such as hello@example.org, is needed")]
Domain = Annotated[str, _is(_DOMAIN, "a domain, such as example.org, is needed")]
Service = Annotated[str, _is(_SERVICE, "an address that begins with https://, without ?, # or a name, is needed")]
# A header's own letters only, so that no setting can begin another header.
Header = Annotated[str, _is(re.compile(r"[A-Za-z0-9-]+"), "the name of a header: letters, digits and hyphens")]
Plain = Annotated[str, _is(re.compile(r"[^\x00-\x1f\x7f]*"), "one line of plain text is needed")]
Folder = Annotated[str, _is(_FOLDER, "the name of a folder, in letters without accents")]
Place = Annotated[str, _is(_PATH, "names with full stops between them, such as messages.0.id, are needed")]


class TextService(FrozenSettings):
    """The service that sends texts, as its own documentation describes a request and its answer."""

    url: Service = Field(min_length=1, description="The address that a text is sent to; it begins with https://")
    method: Literal["POST", "PUT"] = Field("POST", description="The HTTP method")
    body: Literal["json", "form"] = Field("json", description="How the request is written: as JSON, or as a form")
    number_field: Place = Field("to", min_length=1, description="The field for the number; `messages.0.to` is nested")
    text_field: Place = Field("text", min_length=1, description="The field for the words")
    sender_field: Place = Field("", description="The field for the sender, if the service wants one")
    reference_field: Place = Field(
        "", description="A field for a reference of ours: the message's id, by which you find a text in the service"
    )
    more_fields: dict[Place, Plain] = Field({}, description="Other fields that are the same in every request")
    number_form: Literal["plus", "digits"] = Field(
        "plus", description="How a number is written: `plus` is +447700900123, `digits` is 447700900123"
    )
    key_header: Header = Field("Authorization", min_length=1, description="The header that carries TEXT_KEY")
    key_word: Plain = Field(
        "Bearer", description="The word before the key. `Basic`: TEXT_KEY is `name:password`, and is encoded so"
    )
    id_path: Place = Field("", description="Where in the answer (JSON) the service's id of the text stands")
    accepted: tuple[Status, ...] = Field((200, 201, 202), description="HTTP statuses that mean: the text was taken")
    refused: tuple[Status, ...] = Field(
        (400, 404, 413, 422), description="HTTP statuses that mean: it will never be taken"
    )
    try_later: tuple[Status, ...] = Field(
        (401, 402, 403, 429, 503),
        description="HTTP statuses that mean: not taken now. At any other a person looks whether the text went out",
    )
    accepted_path: Place = Field(
        "", description="Where in the answer it says whether the text was taken, if the HTTP status does not"
    )
    accepted_words: tuple[str, ...] = Field((), description="The words that then mean yes, such as 0 or queued")

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        statuses = [*self.accepted, *self.refused, *self.try_later]
        if len(statuses) != len(set(statuses)):
            raise ValueError("a status stands in two of accepted, refused and try_later")
        if bool(self.accepted_path) != bool(self.accepted_words):
            raise ValueError("accepted_path and accepted_words need each other")
        if self.body == "form" and any("." in field for field in self._fields()):
            raise ValueError("a form has no nested fields: leave the full stops out, or set body to json")
        if len(set(self._fields())) != len(self._fields()):
            raise ValueError("two fields have the same name")
        return self

    def _fields(self) -> list[str]:
        ours = (self.number_field, self.text_field, self.sender_field, self.reference_field)
        return [field for field in (*ours, *self.more_fields) if field]


class Messages(FrozenSettings):
    """Emails and texts that the program sends. Until they are switched on, messages are passed on by hand."""

    email: bool = Field(False, description="true: emails are sent")
    text: bool = Field(False, description="true: texts are sent")
    quiet_from: time = Field(
        time(21), description="From this time on nothing goes out but that a visit soon is off, London time"
    )
    quiet_until: time = Field(time(8), description="Until this time")
    offer_open_days: int = Field(
        2, ge=1, le=14, description="So many working days a volunteer has to answer an offer; then it goes to the next"
    )
    rest_days: int = Field(
        30, ge=7, le=365, description="So many days a volunteer is not asked who answers that they need a rest"
    )
    object_hours: int = Field(
        2,
        ge=0,
        le=72,
        description="So many hours, outside the quiet ones, a resident has to object who was told by text or email who "
        "comes; only then does a new volunteer learn name and address. Told by telephone, they say so at once",
    )
    letter_days: int = Field(
        3, ge=1, le=14, description="The same for a letter, in working days: the post needs some of them"
    )
    sender_name: Plain = Field("", description="The name that emails come from; left out, the community's name")
    sender_address: Address = Field("", description="The address that emails come from")
    reply_to: Address = Field("", description="Where answers to emails go; left out, to the community's address")
    return_domain: Domain = Field(
        "",
        description="The domain to which emails that can't be delivered return, each to an address of its own: "
        "`bounces+MESSAGE@domain`. Left out, they return to `sender_address`",
    )
    return_server: str = Field(
        "",
        pattern=r"^[A-Za-z0-9.-]*$",
        description="The server (IMAP) of the mailbox in which they land, which the program then reads by itself",
    )
    return_port: int = Field(993, ge=1, le=65535, description="Its port; the connection is always encrypted")
    return_folder: Folder = Field("INBOX", min_length=1, description="The folder in which they land")
    return_minutes: int = Field(10, ge=1, le=1440, description="So often the program looks there")
    email_server: str = Field("", pattern=r"^([A-Za-z0-9.-]*|::1)$", description="The email server's name")
    email_port: int = Field(587, ge=1, le=65535, description="Its port")
    email_encryption: Literal["starttls", "tls", "none"] | None = Field(
        None,
        description="How the connection is encrypted. Left out: `tls` on port 465, otherwise `starttls`. `none` only "
        "to this machine",
    )
    text_sender: Plain = Field(
        "", description="The number that texts come from, or a registered name. Nobody can answer a name"
    )
    text_service: TextService | None = Field(
        None, description="The service that sends texts: see `[messages.text_service]`"
    )

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        wrong = []
        if self.email and not self.email_server:
            wrong.append("email needs email_server")
        if self.email and not self.sender_address:
            wrong.append("email needs sender_address")
        if self.email_encryption == "none" and self.email_server not in HERE:
            wrong.append("email_encryption may be none only for a server on this machine")
        if self.text and self.text_service is None:
            wrong.append("text needs [messages.text_service]")
        if self.text_service and self.text_service.sender_field and not self.text_sender:
            wrong.append("text_service.sender_field needs text_sender")
        if self.quiet_from == self.quiet_until:
            wrong.append("quiet_from and quiet_until are the same, so nothing would ever be quiet")
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    @property
    def encryption(self) -> Literal["starttls", "tls", "none"]:
        """How the connection to the email server is encrypted."""
        return self.email_encryption or ("tls" if self.email_port == 465 else "starttls")

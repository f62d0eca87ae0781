"""A real mail server on this machine: encrypted with a throw-away certificate, with a login, and with troubles."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.messages.served_in_thread import served

NAME, PASSWORD = "the-town", "an invented password"


@dataclass
class MailServer:
    """What it took, and what it is to do wrong."""

    port: int = 0
    sender: list[str] = field(default_factory=list)
    letters: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    """Who was named as the one to get it, whether or not it came to that."""
    logins: list[bool] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    """By command (MAIL, RCPT, DATA), what is answered instead of yes; `cut` breaks the connection, `wait` is silent."""

    async def handle_MAIL(self, server: SMTP, _: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802
        if trouble := await self._trouble("MAIL", server):
            return trouble
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server: SMTP, _: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802
        self.tried.append(address)
        if trouble := await self._trouble("RCPT", server):
            return trouble
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.sender.append(envelope.mail_from or "")
        self.raw.append(envelope.content)
        letter = BytesParser(policy=default).parsebytes(envelope.content)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return await self._trouble("DATA", server) or "250 OK"

    async def _trouble(self, command: str, server: SMTP) -> str | None:
        answer = self.answers.get(command)
        if answer == "cut":
            server.transport.abort()
        elif answer == "wait":
            await asyncio.Event().wait()
        return answer

    def login(self, _: SMTP, __: Session, ___: Envelope, ____: str, data: Any) -> AuthResult:
        right = (data.login, data.password) == (NAME.encode(), PASSWORD.encode())
        self.logins.append(right)
        return AuthResult(success=right, handled=False)


@contextmanager
def mail_server(certificate: Path, *, encryption: str = "starttls", login: bool = True) -> Iterator[MailServer]:
    """A server that listens on a free port during the block."""
    server = MailServer()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    by_command = encryption == "starttls"

    def protocol() -> SMTP:
        options: dict[str, Any] = {"authenticator": server.login, "auth_required": by_command} if login else {}
        starttls = {"tls_context": context, "require_starttls": True} if by_command else {}
        # Of a connection that is encrypted from the start, the library does not know that it is.
        return SMTP(server, hostname="localhost", auth_require_tls=by_command, **options, **starttls)

    async def listen() -> asyncio.Server:
        loop = asyncio.get_running_loop()
        listening = await loop.create_server(protocol, "127.0.0.1", 0, ssl=context if encryption == "tls" else None)
        server.port = listening.sockets[0].getsockname()[1]
        return listening

    with served(listen):
        yield server


def throw_away_certificate(folder: Path) -> Path:
    """A file with a key and a certificate for `localhost`, which nobody trusts who is not told to."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    day = datetime(2026, 1, 1)  # noqa: DTZ001 (as the library wants it)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), day, day + timedelta(36500))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    form, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    secret = key.private_bytes(form, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(secret + certificate.public_bytes(form))
    return file

"""A real mailbox (IMAP) on this machine: encrypted with a throw-away certificate, with a login, and with troubles."""

import asyncio
import imaplib
import ssl
from argparse import Namespace
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proxyprotocol.sock import SocketInfoLocal
from pymap.backend.dict import Config, DictBackend
from pymap.context import connection_exit
from pymap.imap import IMAPConnection
from pymap.imap.state import ConnectionState
from pymap.parsing.command.select import UidFetchCommand
from pysasl.hashing import Cleartext

from tests.messages.mail_server import NAME, PASSWORD
from tests.messages.served_in_thread import served


@dataclass
class MailboxServer:
    """Where it listens, and what it is to do wrong."""

    certificate: Path
    port: int = 0
    heard: list[bytes] = field(default_factory=list)
    """The commands that clients gave, one after another."""
    kept_back: dict[int, str] = field(default_factory=dict)
    """By the number of a mail, what happens to whoever fetches it: `no`, or `cut` breaks the connection."""
    at: dict[bytes, Callable[[], str | None]] = field(default_factory=dict)
    """By command, what happens before it is done; `cut` breaks the connection."""

    @contextmanager
    def reader(self) -> Iterator[imaplib.IMAP4]:
        """A person's mail program that looks into the mailbox."""
        trusting = ssl.create_default_context(cafile=str(self.certificate))
        with imaplib.IMAP4_SSL("localhost", self.port, ssl_context=trusting) as session:
            session.login(NAME, PASSWORD)
            yield session

    def land(self, *mails: bytes, folder: str = "INBOX", flags: str = "") -> None:
        """Let these mails arrive."""
        with self.reader() as session:
            session.create(folder)
            for mail in mails:
                assert session.append(folder, flags, "", mail)[0] == "OK"

    def unread(self, folder: str = "INBOX") -> list[bytes]:
        """The numbers of what nobody has read."""
        with self.reader() as session:
            session.select(folder, readonly=True)
            return list(session.uid("SEARCH", "UNSEEN")[1][0].split())


@contextmanager
def mailbox_server(certificate: Path) -> Iterator[MailboxServer]:
    """A server that listens on a free port during the block."""
    server = MailboxServer(certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    async def listen() -> asyncio.Server:
        backend, config = await _backend()
        config.apply_context()

        async def meet(reader: StreamReader, writer: StreamWriter) -> None:
            connection = _Heard(server, config, reader, writer)
            async with AsyncExitStack() as stack:
                connection_exit.set(stack)
                stack.enter_context(closing(connection))
                await connection.run(ConnectionState(backend.login, config))

        listening = await asyncio.start_server(meet, "127.0.0.1", 0, ssl=context)
        server.port = listening.sockets[0].getsockname()[1]
        return listening

    with served(listen):
        yield server


async def _backend() -> tuple[DictBackend, Config]:
    told = {"host": None, "port": 0, "debug": False, "cert": None, "key": None, "tls": False}
    more = {"passlib_cfg": None, "proxy_protocol": None, "demo_data": False}
    args = Namespace(**told, **more, demo_user=NAME, demo_password=PASSWORD)
    return await DictBackend.init(args, hash_context=Cleartext(), invalid_user_sleep=0)


class _Heard(IMAPConnection):
    """A connection that tells what it heard, and does what is to go wrong there."""

    def __init__(self, server: MailboxServer, config: Config, reader: StreamReader, writer: StreamWriter) -> None:
        super().__init__(config.commands, config, reader, writer, SocketInfoLocal(writer))
        self._server, self._says_no = server, False

    async def read_command(self, state: ConnectionState) -> Any:
        command = await super().read_command(state)
        self._server.heard.append(command.command)
        trouble = self._server.at.get(command.command)
        told = trouble() if trouble is not None else None
        if isinstance(command, UidFetchCommand):
            told = told or self._server.kept_back.get(int(bytes(command.sequence_set)))
        if told == "cut":
            self.writer.transport.abort()
            raise EOFError
        self._says_no = told == "no"
        return command

    async def _exec(self, future: Any) -> Any:
        if self._says_no:
            self._says_no = False
            future.close()
            raise TimeoutError
        return await super()._exec(future)

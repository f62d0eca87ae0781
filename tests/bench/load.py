"""Load: many clients that post and wait, or a steady rate whatever the answers take. Only to this machine."""

import asyncio
import socket
import subprocess
import time
from collections.abc import Sequence

Timing = tuple[float, int]
"""Seconds, and the HTTP status (0: no answer)."""


async def closed(port: int, requests: Sequence[bytes], clients: int) -> list[Timing]:
    """Each client posts, waits for the answer, posts the next."""
    waiting, done = list(requests), []

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while waiting:
            began = time.perf_counter()
            status = await _post(reader, writer, waiting.pop())
            done.append((time.perf_counter() - began, status))
        writer.close()

    await asyncio.gather(*(client() for _ in range(clients)))
    return done


async def steady(port: int, requests: Sequence[bytes], rate: float) -> list[Timing]:
    """Post at this rate a second, open loop: time counts from when each was due, so a queue shows."""
    idle: asyncio.LifoQueue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.LifoQueue()
    done: list[Timing] = []

    async def one(request: bytes, due: float) -> None:
        connection = idle.get_nowait() if not idle.empty() else await asyncio.open_connection("127.0.0.1", port)
        try:
            status = await _post(*connection, request)
        except (asyncio.IncompleteReadError, ConnectionError):
            # The server lets go of a connection that was idle for long; then a client opens another, as browsers do.
            connection = await asyncio.open_connection("127.0.0.1", port)
            status = await _post(*connection, request)
        done.append((time.perf_counter() - due, status))
        idle.put_nowait(connection)

    began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number, request in enumerate(requests):
            due = began + number / rate
            await asyncio.sleep(max(0, due - time.perf_counter()))
            group.create_task(one(request, due))
    return done


async def _post(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> int:
    writer.write(request)
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(int(h[15:]) for h in head.lower().split(b"\r\n") if h.startswith(b"content-length:"))
    await reader.readexactly(length)
    return int(head[9:12])


def until_it_answers(port: int, server: "subprocess.Popen[bytes]", what: str, patience: float) -> None:
    """Wait until the server takes a connection, for so many seconds; end the bench if it does not start."""
    until = time.monotonic() + patience
    while server.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"the {what} did not start")

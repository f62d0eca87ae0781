"""A server of a test, on a loop and in a thread of its own."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager


@contextmanager
def served(listen: Callable[[], Awaitable[asyncio.Server]]) -> Iterator[None]:
    """Have the server that `listen` starts answer during the block."""
    started = threading.Event()
    loop = asyncio.new_event_loop()
    end: asyncio.Future[asyncio.Event] = loop.create_future()

    async def serve() -> None:
        end.set_result(asyncio.Event())
        listening = await listen()
        started.set()
        await end.result().wait()
        listening.close()
        # Waited for here: where a test's browser is open, another loop runs in the tests' own thread.
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    thread = threading.Thread(target=loop.run_until_complete, args=[serve()])
    thread.start()
    started.wait(30)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(lambda: end.result().set())
        thread.join()
        loop.close()

"""Time that passes only when code waits."""


class Clock:
    """`clock()` is the time in seconds, `clock.sleep` waits by moving it on; `waits` are all the waits."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

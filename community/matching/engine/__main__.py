"""Command that compiles the engine, once: `python -m community.matching.engine`."""

from community.matching.engine import warm

if __name__ == "__main__":
    warm()

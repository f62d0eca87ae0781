"""Makes the engine ready: `python -m community.matching.engine` compiles it, once."""

from community.matching.engine import warm

if __name__ == "__main__":
    warm()

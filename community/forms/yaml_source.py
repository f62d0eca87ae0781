"""YAML read with the line of every value, so that a mistake can be reported with its place."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

Trail = tuple[str | int, ...]
_NOT_YAML = "not YAML, or not UTF-8"


@dataclass(frozen=True)
class Mistake:
    """One mistake in a definition. `str()` returns `help_request.yml:12: what is wrong`."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        """The place and the words, as compilers write them."""
        return f"{self.file}:{self.line}: {self.words}"


@dataclass
class YamlSource:
    """A file's contents as plain values (every scalar is text), and the line of each value."""

    file: str
    data: Any = None
    lines: dict[Trail, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self, place: Trail) -> int:
        """The line of this place, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def wrong(self, place: Trail, words: str) -> None:
        """Note a mistake at this place."""
        self.mistakes.append(Mistake(self.file, self.line(place), words))


def read(path: Path) -> YamlSource:
    """The file's values and lines, not to be changed. Broken YAML and repeated keys are among its mistakes."""
    try:
        known = _parsed(path.name, path.read_text("utf-8"))
    except UnicodeDecodeError:
        known = YamlSource(path.name, mistakes=[Mistake(path.name, 1, _NOT_YAML)])
    return replace(known, mistakes=[*known.mistakes])


# The worker asks for the forms with each change of the book, and reading YAML takes longer than all else it does then.
@lru_cache(maxsize=32)
def _parsed(name: str, text: str) -> YamlSource:
    source = YamlSource(name)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = f"not YAML: {error.problem or error.context}"
        source.mistakes.append(Mistake(name, mark.line + 1 if mark else 1, words))
    except yaml.YAMLError:
        source.wrong((), _NOT_YAML)
    else:
        source.data = _value(node, (), source) if node else None
    return source


def _value(node: yaml.Node, place: Trail, source: YamlSource) -> Any:
    source.lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_value(each, (*place, number), source) for number, each in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, value in node.value:
            here = (*place, str(key.value))
            if str(key.value) in found:
                source.lines[here] = key.start_mark.line + 1
                source.wrong(here, f"`{key.value}` is said twice")
            found[str(key.value)] = _value(value, here, source)
            source.lines[here] = key.start_mark.line + 1
        return found
    # Always as text: YAML would turn yes, no, on and 1.0 into other types, and here they are codes.
    return node.value

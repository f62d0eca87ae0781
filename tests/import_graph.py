"""What imports what, read from the sources without importing anything."""

import ast
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple


class Door(NamedTuple):
    """What a package offers in its `__all__`: names that stand in its `__init__`, and modules of its own."""

    names: frozenset[str]
    modules: frozenset[str]


@cache
def imports(source: str, module: str, *, package: bool) -> Sequence[tuple[int, str]]:
    """Return (line, dotted name) of everything a module imports, wherever in it, relative imports spelled out."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                kept = module.split(".")[: len(module.split(".")) - node.level + package]
                base = ".".join([*kept, *filter(None, [base])])
            found += [(node.lineno, f"{base}.{alias.name}") for alias in node.names]
    return found


def within(target: str) -> list[str]:
    """Return the packages that a dotted name stands in, the outermost first, and the name itself at the end."""
    parts = target.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts) + 1)]


def needs(module: str, targets: Iterable[str], modules: Collection[str]) -> set[str]:
    """Return the modules that run when `module` imports these names.

    A package runs before what stands in it. The module's own packages count only where it takes a name from one: they
    are running already, and such a name may not be there yet.
    """
    found = set()
    for target in targets:
        named = [each for each in within(target) if each in modules]
        found |= {each for each in named if each == named[-1] or each not in within(module)}
    return found - {module}


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Return a circle of modules, each importing the next and the last one the first; empty if there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def door(source: str) -> Door | None:
    """Return what a package with this `__init__` offers; None where it has no `__all__`."""
    bound: set[str] = set()
    offered: set[str] | None = None
    top = ast.parse(source).body
    late = [node for block in top if isinstance(block, ast.If) for node in block.body]
    for node in top + late:
        if isinstance(node, ast.ImportFrom | ast.Import):
            bound |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            bound |= targets
            if "__all__" in targets and node.value is not None:
                offered = set(ast.literal_eval(node.value))
    return None if offered is None else Door(frozenset(offered & bound), frozenset(offered - bound))


def back_doors(source: str, module: str, doors: Mapping[str, Door], *, package: bool = False) -> list[str]:
    """Return one line for each import that goes past the door of a package the module does not stand in.

    A command line (`__main__`) is open: modules that may import a room may tell what its commands are.
    """
    faults = []
    for line, target in imports(source, module, package=package):
        for room in within(target):
            if room not in doors or target == room or room in within(module):
                continue
            first, *more = target.removeprefix(f"{room}.").split(".")
            opened = doors[room].modules | {"__main__"} if more else doors[room].modules | doors[room].names
            if first not in opened:
                faults.append(f"line {line}: {target} is no door of {room}: take what its __all__ names")
            elif any(each.startswith("_") for each in more):
                faults.append(f"line {line}: {target} is private")
    return faults

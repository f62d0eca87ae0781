"""What imports what, read from the sources without importing anything."""

import ast
from collections.abc import Collection, Iterable
from graphlib import CycleError, TopologicalSorter


def imports(source: str, module: str, *, package: bool) -> list[tuple[int, str]]:
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
    """Return modules each of which needs the next, the last one the first again; empty where there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []

"""A door that opens late: a package loads what it offers only when somebody takes it.

For rooms that need pandas and solvers, a second of work and more: who takes a few names starts without them.
The package writes its imports under `if TYPE_CHECKING:`, where mypy and editors read them, and `else:`
`__getattr__ = late_door(__name__, __file__)`. A name may not be a module's of the package as well: once loaded, the
module would stand in its place.
"""

import ast
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def late_door(package: str, file: str) -> Callable[[str], Any]:
    """Return the `__getattr__` of this package: it loads the module that a name comes from, or that is the name."""
    homes: dict[str, str] = {}
    offered: list[str] = []
    for node in ast.parse(Path(file).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.If):
            taken = [each for each in node.body if isinstance(each, ast.ImportFrom)]
            homes |= {alias.name: str(each.module) for each in taken for alias in each.names}
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            offered = ast.literal_eval(node.value)

    def take(name: str) -> Any:
        if name in homes:
            return getattr(import_module(homes[name]), name)
        if name in offered:
            return import_module(f"{package}.{name}")
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return take

"""Putting one break into running code, or into the source as it is imported."""

import ast
import importlib.abc
import importlib.machinery
import inspect
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from tools.mutation.changes import changes
from tools.mutation.targets import ROOT, module_name


def broken_tree(path: str, number: int) -> ast.Module:
    """The source with its n-th break."""
    tree = ast.parse(source(path))
    changes(tree)[number].apply()
    return ast.fix_missing_locations(tree)


def swap(path: str, number: int, function: str) -> bool:
    """Give a function that is loaded its broken code: whoever holds it, holds the broken one. False
    when that can't be done."""
    module = sys.modules[module_name(path)]
    old = _loaded(module, function)
    if old is None:
        return False
    made = _defined(broken_tree(path, number), function)
    scratch: dict[str, Any] = {}
    exec(compile(made, str(ROOT / path), "exec"), vars(module), scratch)  # noqa: S102  our own
    new: FunctionType = scratch[function.rsplit(".", 1)[-1]]
    if new.__code__.co_freevars != old.__code__.co_freevars:
        return False
    old.__code__, old.__defaults__ = new.__code__, new.__defaults__
    old.__kwdefaults__ = new.__kwdefaults__
    return True


def is_function(path: str, function: str) -> bool:
    """Whether that is a function or a method, which can be given other code."""
    return _loaded(sys.modules[module_name(path)], function) is not None


def _loaded(module: Any, function: str) -> FunctionType | None:
    found: Any = module
    for name in function.split("."):
        found = vars(found).get(name) if found is not None else None
    found = getattr(found, "fget", found)
    found = inspect.unwrap(found) if found is not None else None
    return found if isinstance(found, FunctionType) else None


def _defined(tree: ast.Module, function: str) -> ast.Module:
    """A module of that one function, without decorators."""
    body: list[ast.stmt] = tree.body
    found: Any = None
    for name in function.split("."):
        found = next(
            one
            for one in body
            if isinstance(one, (ast.FunctionDef, ast.ClassDef)) and one.name == name
        )
        body = found.body
    found.decorator_list = []
    return ast.Module([found], [])


class Importing(importlib.abc.MetaPathFinder):
    """Loads one module broken; to be put first in `sys.meta_path`."""

    def __init__(self, path: str, number: int) -> None:
        self.name, self.path = module_name(path), ROOT / path
        self.code = compile(broken_tree(path, number), str(self.path), "exec")

    def find_spec(
        self, name: str, path: Any = None, target: Any = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Only for that one."""
        if name != self.name:
            return None
        loader = _Broken(name, str(self.path), lambda: self.code)
        return importlib.machinery.ModuleSpec(name, loader, origin=str(self.path))


class _Broken(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, code: Callable[[], CodeType]) -> None:
        super().__init__(name, path)
        self._broken = code

    def get_code(self, fullname: str) -> CodeType:
        return self._broken()


@cache
def source(path: str) -> str:
    """A file under the root, read once."""
    return Path(ROOT / path).read_text()

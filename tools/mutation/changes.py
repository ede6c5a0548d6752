"""The ways in which a source is broken: small, one at a time, in the same order every time."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
LEFT_ALONE = frozenset({"_", "gettext", "gettext_lazy", "TypeVar", "select_for_update", "order_by"})
"""Calls whose arguments stay: texts that are translated, locks and order, which only PostgreSQL
or a reader's eye can tell apart."""


@dataclass(frozen=True)
class Change:
    """One break: where it is, what it says, the function it is in ('' outside one)."""

    line: int
    what: str
    function: str
    first: int
    last: int
    """The lines that have to run before it can matter."""
    apply: Callable[[], None]


@dataclass(frozen=True)
class _Spot:
    """Where a node hangs, and in which function and statement."""

    node: ast.AST
    put: Callable[[Any], None]
    parent: ast.AST
    name: str
    function: str
    first: int
    last: int

    def change(self, new: ast.AST, what: str = "") -> Change:
        said = what or f"{_text(self.node)} → {_text(new)}"
        line = getattr(self.node, "lineno", self.first)
        return Change(line, said, self.function, self.first, self.last, lambda: self.put(new))


def changes(tree: ast.Module) -> list[Change]:
    """All breaks of a source; `apply` breaks this very tree."""
    found = [change for spot in _spots(tree, tree, "", 0, 0) for change in _of(spot)]
    said: dict[tuple[int, str], Change] = {}
    for change in found:
        said.setdefault((change.line, change.what), change)
    return sorted(said.values(), key=lambda one: one.line)


def _text(node: ast.AST) -> str:
    whole = " ".join(ast.unparse(node).split())
    return whole if len(whole) <= 70 else f"{whole[:34]} … {whole[-33:]}"


def _spots(
    node: ast.AST, tree: ast.Module, function: str, first: int, last: int
) -> Iterator[_Spot]:
    """Every node that may be broken, with its place; annotations and docstrings aside."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns") or (isinstance(node, ast.Call) and _alone(node, name)):
            continue
        many = value if isinstance(value, list) else [value]
        for index, child in enumerate(many):
            if not isinstance(child, ast.AST) or _is_idle(node, name, child):
                continue
            inside, low, high = _where(node, name, child, function, first, last)
            put = _putter(node, name, index if isinstance(value, list) else None)
            yield _Spot(child, put, node, name, inside, low, high)
            yield from _spots(child, tree, inside, low, high)


def _where(
    node: ast.AST, name: str, child: ast.AST, function: str, first: int, last: int
) -> tuple[str, int, int]:
    """The function and the lines of a child."""
    if isinstance(child, (ast.FunctionDef, ast.ClassDef)):
        inside = f"{function}.{child.name}" if function else child.name
        return inside, child.lineno, child.end_lineno or child.lineno
    if isinstance(node, ast.FunctionDef) and name == "decorator_list":
        return "", node.lineno, node.end_lineno or node.lineno
    if isinstance(child, ast.stmt):
        body = getattr(child, "body", None)
        header = body[0].lineno - 1 if body else child.end_lineno or child.lineno
        return function, child.lineno, max(header, child.lineno)
    return function, first, last


def _alone(call: ast.Call, field: str) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return field != "func" and (name in LEFT_ALONE or name == "dataclass")


def _is_idle(node: ast.AST, name: str, child: ast.AST) -> bool:
    """Docstrings, what only the type checker reads, and the list of names for readers."""
    if isinstance(child, ast.If):
        return ast.unparse(child.test) == "TYPE_CHECKING"
    if isinstance(child, ast.Assign):
        return ast.unparse(child.targets[0]) == "__all__"
    value = child.value if name == "body" and isinstance(child, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _putter(node: ast.AST, name: str, index: int | None) -> Callable[[Any], None]:
    def put(new: Any) -> None:
        if index is None:
            setattr(node, name, new)
        else:
            getattr(node, name)[index] = new

    return put


def _of(spot: _Spot) -> Iterator[Change]:
    """The breaks of one node itself."""
    node = spot.node
    if isinstance(node, ast.expr):
        yield from _of_expression(spot, node)
    if isinstance(node, (ast.If, ast.IfExp)) and not _says_itself(node.test):
        yield _negated(spot, node)
    if isinstance(node, ast.comprehension):
        yield from _without_conditions(spot, node)
    if isinstance(node, ast.stmt):
        yield from _of_statement(spot, node)


def _says_itself(test: ast.expr) -> bool:
    return isinstance(test, (ast.Compare, ast.BoolOp)) or isinstance(
        getattr(test, "op", None), ast.Not
    )


def _negated(spot: _Spot, node: ast.If | ast.IfExp) -> Change:
    new = ast.UnaryOp(ast.Not(), node.test)

    def apply() -> None:
        node.test = ast.copy_location(new, node)

    what = f"if {_text(node.test)} → if {_text(new)}"
    return Change(node.lineno, what, spot.function, spot.first, spot.last, apply)


def _without_conditions(spot: _Spot, node: ast.comprehension) -> Iterator[Change]:
    for test in node.ifs:

        def apply(test: ast.expr = test) -> None:
            node.ifs.remove(test)

        what = f"for ... if {_text(test)} → without the if"
        yield Change(test.lineno, what, spot.function, spot.first, spot.last, apply)


def _of_expression(spot: _Spot, node: ast.expr) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for other in COMPARE[type(node.ops[0])]:
            yield spot.change(ast.Compare(node.left, [other(), *node.ops[1:]], node.comparators))
    elif isinstance(node, ast.BoolOp):
        other_op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield spot.change(ast.BoolOp(other_op, node.values))
        for one in node.values:
            rest = [value for value in node.values if value is not one]
            yield spot.change(rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.Invert)):
        yield spot.change(node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in SUMS:
        yield spot.change(ast.BinOp(node.left, SUMS[type(node.op)](), node.right))
        if isinstance(node.op, (ast.BitAnd, ast.BitOr)):
            yield from (spot.change(node.left), spot.change(node.right))
    elif isinstance(node, ast.Constant):
        yield from (spot.change(ast.Constant(value)) for value in _other_values(spot, node))
    elif isinstance(node, ast.Call):
        yield from _of_call(spot, node)
    elif isinstance(node, (ast.Set, ast.Tuple, ast.List)) and spot.name != "target":
        yield from _of_group(spot, node)


def _other_values(spot: _Spot, node: ast.Constant) -> Iterator[Any]:
    value = node.value
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1)
    elif isinstance(value, str) and (spot.function or isinstance(spot.parent, ast.Assign)):
        yield value + "XX"


def _of_call(spot: _Spot, node: ast.Call) -> Iterator[Change]:
    """One argument less; a filter that is none; a link of the chain less."""
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name in LEFT_ALONE:
        return
    for keyword in node.keywords:
        if name == "dataclass" and keyword.arg == "slots":
            continue  # saves memory, does nothing else
        rest = [one for one in node.keywords if one is not keyword]
        new = ast.Call(node.func, node.args, rest)
        yield spot.change(new, f"{name}(...) without {_text(keyword)}")
    if name in ("filter", "exclude", "Q", "set", "frozenset"):
        for argument in node.args:
            left = [one for one in node.args if one is not argument]
            new = ast.Call(node.func, left, node.keywords)
            yield spot.change(new, f"{name}(...) without {_text(argument)}")
    if name in ("any", "all"):
        other = ast.Name("all" if name == "any" else "any", ast.Load())
        yield spot.change(ast.Call(other, node.args, []))


def _of_group(spot: _Spot, node: ast.Set | ast.Tuple | ast.List) -> Iterator[Change]:
    """One member less."""
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load) or len(node.elts) < 2:
        return
    if isinstance(spot.parent, ast.Subscript) or any(_is_shown(one) for one in node.elts):
        return
    for one in node.elts:
        rest = [each for each in node.elts if each is not one]
        new = ast.Set(rest) if isinstance(node, ast.Set) else type(node)(rest, ast.Load())
        yield spot.change(new, f"{_text(node)} without {_text(one)}")


def _is_shown(node: ast.expr) -> bool:
    """A text for readers: then the group is a choice with its label."""
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_"


def _of_statement(spot: _Spot, node: ast.stmt) -> Iterator[Change]:
    if isinstance(node, ast.FunctionDef):
        yield from _less_decorated(spot, node)
    elif isinstance(node, ast.Return):
        if spot.parent is not None and not isinstance(spot.parent, ast.FunctionDef):
            yield spot.change(ast.Pass(), f"{_text(node)} → removed")
        if node.value is not None and not _is_none(node.value):
            yield spot.change(ast.Return(ast.Constant(None)))
    elif isinstance(node, (ast.Raise, ast.Expr, ast.AugAssign)) or _sets_a_field(node):
        yield spot.change(ast.Pass(), f"{_text(node)} → removed")


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _sets_a_field(node: ast.stmt) -> bool:
    if not isinstance(node, ast.Assign):
        return False
    target = node.targets[0]
    targets = target.elts if isinstance(target, ast.Tuple) else [target]
    return all(isinstance(one, ast.Attribute) for one in targets)


def _less_decorated(spot: _Spot, node: ast.FunctionDef) -> Iterator[Change]:
    for decorator in node.decorator_list:

        def apply(decorator: ast.expr = decorator) -> None:
            node.decorator_list.remove(decorator)

        what = f"@{_text(decorator)} of {node.name} → removed"
        yield Change(decorator.lineno, what, "", spot.first, spot.last, apply)

"""Patterns mean the same on every Python that is supported."""

import ast
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("quotations", "storage", "crawler", "reports", "audit")


def patterns():
    """Every pattern that the code writes out, with where it stands."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                called = node.func if isinstance(node, ast.Call) else None
                if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "re":
                    for argument in node.args[:1]:
                        if isinstance(argument, ast.Constant) and isinstance(argument.value, (str, bytes)):
                            yield f"{path.relative_to(ROOT)}:{node.lineno}", argument.value


def parts(tree):
    """Every operation of a parsed pattern."""
    for operation, argument in tree:
        yield str(operation), argument
        for inner in argument if isinstance(argument, tuple) else ():
            for one in inner if isinstance(inner, list) else (inner,):
                if hasattr(one, "data"):
                    yield from parts(one)


def groups_taken_whole(pattern):
    """Possessive repetitions of more than one single character, and atomic groups."""
    for operation, argument in parts(re._parser.parse(pattern)):
        if operation == "ATOMIC_GROUP" or (operation == "POSSESSIVE_REPEAT" and not single(argument[2])):
            yield operation


def single(tree):
    return len(tree) == 1 and str(tree[0][0]) in ("IN", "LITERAL", "NOT_LITERAL", "ANY", "CATEGORY")


def test_no_pattern_takes_a_group_whole():
    # Python before 3.11.5 matches such a group wrongly (python/cpython#106052), and Debian 12 has such a Python.
    found = [where for where, pattern in patterns() if any(groups_taken_whole(pattern))]
    assert not found
    assert list(groups_taken_whole(r"(?:ab|cd)*+")), "the test sees what it looks for"
    assert not list(groups_taken_whole(r"[^<>]++"))

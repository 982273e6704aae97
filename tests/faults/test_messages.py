"""What no message may say, wherever it is written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import convgen

SOURCES = Path(convgen.__file__).parent


def texts(source: Path) -> Iterator[str]:
    """The texts of a file that the program may show: those that are no docstring."""
    tree = ast.parse(source.read_text("utf-8"))
    alone = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in alone:
            yield node.value


def test_no_message_sends_to_a_file_that_is_not_installed() -> None:
    told = {text for source in SOURCES.rglob("*.py") for text in texts(source)}
    assert len(told) > 1000
    assert [text for text in told if "docs/" in text] == []

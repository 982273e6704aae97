"""A text compiled, carried out with the values of the case, and numbered: the real thing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from convgen.assembly.interpreter import evaluate
from convgen.assembly.numbering import Numberer
from convgen.faults.diagnostic import Diagnostic
from convgen.language.compilation import compile_body
from convgen.library.clause import Clause
from convgen.model.document import Block, BlockKind, Provenance
from convgen.model.labels import DEFAULT

FILE = Path("clause.md")


def blocks_of(
    text: str, names: Mapping[str, Any]
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks of a text, numbered in a first article, or what it is refused for."""
    program, faults = compile_body(text, FILE, 1)
    if faults:
        return (), tuple(faults)
    clause = Clause("clause", FILE, "", "", 1, text, program)
    writer, fault = evaluate(clause, names, Provenance())
    if fault is not None:
        return (), (fault,)
    numberer = Numberer(DEFAULT)
    numberer.heading(BlockKind.ARTICLE)
    return numberer.number([writer.blocks]), ()

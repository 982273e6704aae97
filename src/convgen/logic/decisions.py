"""The decisions of a clause: its tests and its loops, in the order of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from convgen.language.expressions import Choose, Literal, Read, parts_of
from convgen.language.instructions import Branch, Instructions, Loop
from convgen.library.clause import Clause

_BRACES = re.compile(r"{{.*?}}")
Node = Branch | Loop | Choose


@dataclass(frozen=True, slots=True)
class Decision:
    """A test or a loop of a clause; `rank` counts from 0, `line` from 1 in the body."""

    rank: int
    node: Node
    line: int

    @property
    def is_loop(self) -> bool:
        """True for a loop: it is taken when its list has an element."""
        return isinstance(self.node, Loop)

    def written(self, clause: Clause) -> str:
        """The tag or the braces that hold the decision, as the clause writes them."""
        line = clause.body.split("\n")[self.line - 1].strip()
        if not isinstance(self.node, Choose):
            return line
        words = [read.path for read in parts_of(self.node.test, Read)]
        words += [literal.text for literal in parts_of(self.node.test, Literal)]
        held = (b for b in _BRACES.findall(line) if " if " in b and all(w in b for w in words))
        return next(held, line)


def decisions_of(program: Instructions) -> tuple[Decision, ...]:
    """Every decision of a program."""
    ranks = count()
    return tuple(Decision(next(ranks), node, _line(node)) for node in _nodes(program))


def _nodes(part: object) -> Iterator[Node]:
    if isinstance(part, Node):
        yield part
    if isinstance(part, tuple):
        for inner in part:
            yield from _nodes(inner)


def _line(node: Node) -> int:
    read = next(parts_of(node, Read), None)
    return read.line if read is not None else 1

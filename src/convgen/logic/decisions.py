"""The decisions of a clause: its tests and its loops, in the order of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from convgen.language import instructions as p
from convgen.library.clause import Clause

_BRACES = re.compile(r"{{.*?}}")
Node = p.Branch | p.Loop | p.Choose


@dataclass(frozen=True, slots=True)
class Decision:
    """A test or a loop of a clause; `rank` counts from 0, `line` from 1 in the body."""

    rank: int
    node: Node
    line: int

    @property
    def is_loop(self) -> bool:
        """True for a loop: it is taken when its list has an element."""
        return isinstance(self.node, p.Loop)

    def written(self, clause: Clause) -> str:
        """The tag or the braces that hold the decision, as the clause writes them."""
        line = clause.body.split("\n")[self.line - 1].strip()
        if not isinstance(self.node, p.Choose):
            return line
        words = [read.path for read in p.parts_of(self.node.test, p.Read)]
        words += [literal.text for literal in p.parts_of(self.node.test, p.Literal)]
        held = (b for b in _BRACES.findall(line) if " if " in b and all(w in b for w in words))
        return next(held, line)


def decisions_of(program: p.Instructions) -> tuple[Decision, ...]:
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
    read = next(p.parts_of(node, p.Read), None)
    return read.line if read is not None else 1

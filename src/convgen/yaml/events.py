"""The events of the C parser become nodes with their places: one loop, no recursion.

The C composer overflows its stack on 100,000 nested « [ »; its events do not, and are faster.
What YAML offers and a case does not need is refused here, each at its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from convgen.faults.diagnostic import Diagnostic, Span
from convgen.yaml import traps
from convgen.yaml.decoding import FORBIDDEN, STAND_IN, first_forbidden, forbidden_character
from convgen.yaml.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode

MAX_DEPTH = 40
MAX_NODES = 50_000
_NULLS = frozenset({"", "~", "null"})

Event: TypeAlias = Any  # a class of ruamel.yaml.events, which is imported late


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the C parser stopped, in its own words and marks (counted from 0).

    `last` is the value read just before, `bracket` the place of the innermost open `[` or `{`.
    """

    problem: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int
    last: Node | None
    bracket: Span | None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds; `root` is None when it is empty or could not be read to its end."""

    root: Node | None
    diagnostics: list[Diagnostic]
    failure: Failure | None = None


def parse_events(text: str, file: Path, first_line: int = 1) -> Parsed:
    """Read `text`, free of forbidden characters; its lines count from `first_line`."""
    from _ruamel_yaml import CParser  # noqa: PLC0415  (20 ms that `--help` must not pay)
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    builder = _Builder(text, file, first_line)
    parser = CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            builder.read(event)
    except _Stop:
        pass
    except YAMLError as error:
        return Parsed(None, builder.diagnostics, builder.failure(error))
    return Parsed(builder.root, builder.diagnostics)


class _Stop(Exception):  # noqa: N818
    """Nothing more is read; the diagnostic that says why is already there."""


@dataclass(slots=True)
class _Open:
    """A list or mapping being read. `muted`: it is (in) a key that will be refused whole."""

    span: Span
    flow: bool
    is_mapping: bool
    muted: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    awaits_key: bool = True
    key: ScalarNode | None = None


class _Builder:
    """Piles up what is open, and hangs each finished node on what holds it."""

    def __init__(self, text: str, file: Path, first_line: int) -> None:
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self._file, self._first_line = file, first_line
        self._lines = text.split("\n")
        self._commented = {i for i, line in enumerate(self._lines, first_line) if "#" in line}
        self._open: list[_Open] = []
        self._last: Node | None = None
        self._nodes = self._documents = 0
        self._readers = {
            "ScalarEvent": self._read_scalar,
            "MappingStartEvent": self._open_collection,
            "SequenceStartEvent": self._open_collection,
            "MappingEndEvent": self._close_collection,
            "SequenceEndEvent": self._close_collection,
            "AliasEvent": self._refuse_alias,
            "DocumentStartEvent": self._start_document,
        }

    def read(self, event: Event) -> None:
        reader = self._readers.get(type(event).__name__)
        if reader is not None:
            reader(event)

    def failure(self, error: Any) -> Failure:
        problem = getattr(error, "problem_mark", None)
        context = getattr(error, "context_mark", None) or problem
        return Failure(
            problem=getattr(error, "problem", None) or "",
            line=problem.line if problem else 0,
            column=problem.column if problem else 0,
            context=getattr(error, "context", None) or "",
            context_line=context.line if context else 0,
            context_column=context.column if context else 0,
            last=self._last,
            bracket=next((o.span for o in reversed(self._open) if o.flow), None),
        )

    def _start_document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._add(traps.second_document(self._span(event)))
            raise _Stop
        if event.version or event.tags:
            self._add(traps.directive(self._span(event)))

    def _read_scalar(self, event: Event) -> None:
        span, text, style = self._span(event), event.value, event.style
        if event.anchor is not None or event.ctag is not None:
            self._refuse_anchor_and_tag(event, span)
        if style:
            if style == '"' and (character := first_forbidden(text)) is not None:
                self._add(forbidden_character(character, span))
                text = FORBIDDEN.sub(STAND_IN, text)
            self._hang(ScalarNode(text, span, plain=False))
            return
        scalar = ScalarNode(None if text in _NULLS else text, span, plain=True)
        if span.end_line in self._commented:
            self._watch_comment(scalar)
        self._hang(scalar)

    def _watch_comment(self, scalar: ScalarNode) -> None:
        line = self._lines[scalar.span.end_line - self._first_line]
        in_flow = bool(self._open) and self._open[-1].flow
        lost = traps.lost_comment(scalar, line, in_flow=in_flow)
        if lost is not None:
            self._add(lost)

    def _open_collection(self, event: Event) -> None:
        span = self._span(event)
        if len(self._open) == MAX_DEPTH:
            self._give_up(traps.too_deep(MAX_DEPTH, span))
        self._refuse_anchor_and_tag(event, span)
        is_mapping = type(event).__name__ == "MappingStartEvent"
        muted = self._is_key() or self._is_muted()
        self._open.append(_Open(span, event.flow_style, is_mapping, muted))

    def _close_collection(self, event: Event) -> None:
        held = self._open[-1]
        end = self._span(event) if held.flow else (self._last or held).span
        start = held.span
        span = Span(self._file, start.line, start.column, end.end_line, end.end_column)
        if not held.is_mapping:
            self._open.pop()
            self._hang(SequenceNode(tuple(held.items), span, held.flow))
            return
        mapping = MappingNode(held.entries, span, held.flow)
        if held.flow:
            for trap in traps.commas_in_braces(mapping, self._lines, self._first_line):
                self._add(trap)
        self._open.pop()
        self._hang(mapping)

    def _hang(self, node: Node) -> None:
        self._last = node
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._give_up(traps.too_many_values(node.span))
        if not self._open:
            self.root = node
            return
        holder = self._open[-1]
        if not holder.is_mapping:
            holder.items.append(node)
        elif holder.awaits_key:
            holder.key, holder.awaits_key = self._accepted_key(node), False
        else:
            holder.awaits_key = True
            if holder.key is not None:
                self._keep_entry(holder.entries, holder.key, node)

    def _keep_entry(self, entries: dict[str, Entry], key: ScalarNode, node: Node) -> None:
        name = key.text or ""
        first = entries.setdefault(name, Entry(name, key.span, node))
        if first.node is not node:
            self._add(traps.duplicate_key(name, key.span, first.key_span))

    def _accepted_key(self, node: Node) -> ScalarNode | None:
        if not isinstance(node, ScalarNode):
            self._add(traps.complex_key(node.span))
        elif node.plain and node.text == "<<":
            self._add(traps.merge_key(node.span))
        elif node.text and node.plain and (name := node.text.strip()) != node.text:
            self._add(traps.hard_space(name, node.span))
            return ScalarNode(name, node.span, plain=True)
        elif node.text:
            return node
        elif node.plain or node.text == "":
            self._add(traps.nameless_key(node.span))
        return None

    def _refuse_alias(self, event: Event) -> None:
        span = self._span(event)
        self._add(traps.alias(event.anchor, span))
        self._hang(ScalarNode(None, span, plain=False))

    def _refuse_anchor_and_tag(self, event: Event, span: Span) -> None:
        if event.anchor is not None:
            self._add(traps.anchor(event.anchor, span))
        if event.ctag is not None:
            self._add(traps.tag(span))

    def _give_up(self, reason: Diagnostic) -> None:
        self.diagnostics.append(reason)
        self.root = None
        raise _Stop

    def _is_key(self) -> bool:
        return bool(self._open) and self._open[-1].is_mapping and self._open[-1].awaits_key

    def _is_muted(self) -> bool:
        return bool(self._open) and self._open[-1].muted

    def _add(self, diagnostic: Diagnostic) -> None:
        if not self._is_muted():
            self.diagnostics.append(diagnostic)

    def _span(self, event: Event) -> Span:
        """The place of an event; its marks count from 0."""
        start, end, shift = event.start_mark, event.end_mark, self._first_line
        return Span(
            self._file, start.line + shift, start.column + 1, end.line + shift, end.column + 1
        )

"""A case file becomes a typed case: its common file merged, its alternatives settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from convgen.case.attachments import CaseFiles
from convgen.case.common import common_key_span, merge_common
from convgen.faults.diagnostic import Diagnostic, Span
from convgen.yaml.nodes import (
    MappingNode,
    ScalarNode,
    first_key_span,
)
from convgen.yaml.source import read_source


@dataclass(frozen=True, slots=True)
class RawCase:
    """A case as written: the tree with its common file merged in, and where it says what."""

    root: MappingNode
    fallback: Span  # the `commun:` line, else the first key
    files: CaseFiles

    @property
    def programme(self) -> tuple[str, Span]:
        """The programme that the case names (empty if none), and the place to show."""
        entry = self.root.entries.get("programme")
        if entry is None:
            return "", self.fallback
        text = entry.node.text if isinstance(entry.node, ScalarNode) else None
        return text or "", entry.node.span if text else entry.key_span


def read_case(file: Path, roots: Sequence[Path]) -> tuple[RawCase | None, list[Diagnostic]]:
    """Read a case file and its common file, which must stand under one of `roots`.

    The last root is the library's.

    None when the YAML itself cannot be read.
    """
    source, diagnostics = read_source(file)
    if source is None:
        return None, diagnostics
    merged, faults = merge_common(source, roots)
    fallback = common_key_span(source) or first_key_span(source.root) or source.root.span
    return RawCase(merged, fallback, CaseFiles(source, roots)), [*diagnostics, *faults]

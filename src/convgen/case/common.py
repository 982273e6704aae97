"""`commun: ../_communs/x.yaml`: what several cases share is written once, one level deep."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from convgen.case.files import FileRefusedError, find_file
from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.yaml.decoding import DecodedText, read_text
from convgen.yaml.nodes import Entry, MappingNode, ScalarNode
from convgen.yaml.source import Source, source_of

KEY = "commun"


def common_key_span(case: Source) -> Span | None:
    """The place of the key « commun » in a case, None when it has none."""
    entry = case.root.entries.get(KEY)
    return entry.key_span if entry else None


def common_folder(case: Source, allowed_roots: Sequence[Path]) -> Path | None:
    """The folder of the common file of a case, None when it has none that can be used."""
    entry = case.root.entries.get(KEY)
    path = _path_of(entry, case.file.parent, allowed_roots) if entry else None
    return path.parent if isinstance(path, Path) else None


def merge_common(
    case: Source, allowed_roots: Sequence[Path]
) -> tuple[MappingNode, list[Diagnostic]]:
    """What a case says, over what its common file says; the key « commun » is gone.

    The path counts from the case's folder and must lead, links followed, into one of
    `allowed_roots`. Mappings merge; lists and values replace; a key left empty in the case is a
    gap that the jurist declares, and hides the common value. Spans keep their file. When the
    common file cannot be used, the case stands alone beside the diagnostics that say why.
    """
    entry = case.root.entries.get(KEY)
    if entry is None:
        return case.root, []
    alone = _without_key(case.root)
    path = _path_of(entry, case.file.parent, allowed_roots)
    if isinstance(path, Diagnostic):
        return alone, [path]
    common, found = _parsed(read_text(path), path)
    diagnostics = list(found)
    if common is None:
        return alone, diagnostics
    if (nested := common_key_span(common)) is not None:
        message, advice = "un fichier commun ne peut pas en appeler un autre", "retirez cette clé"
        notes = (Note("appelé ici", _place(entry)),)
        diagnostics.append(Diagnostic(Code.COMMON_FILE, message, nested, advice, notes=notes))
    return _merge(_without_key(common.root), alone), diagnostics


@lru_cache(maxsize=16)
def _parsed(read: DecodedText, path: Path) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """One text is parsed once for a whole cohort; it is the key, so that no edit is missed."""
    source, diagnostics = source_of(read, path)
    return source, tuple(diagnostics)


def _path_of(entry: Entry, folder: Path, roots: Sequence[Path]) -> Path | Diagnostic:
    """The common file, its links followed, or why it cannot be read."""
    written = entry.node.text if isinstance(entry.node, ScalarNode) else None
    if not written:
        message = f"« {KEY} » attend un chemin de fichier"
        return _refused(entry, message, "donnez ce chemin, ou retirez la clé")
    try:
        return find_file(written, "fichier commun", [folder], roots)
    except FileRefusedError as error:
        return _refused(entry, str(error), error.advice)


def _merge(common: MappingNode, case: MappingNode) -> MappingNode:
    """The entries of both, the common ones first; the case has the last word."""
    entries = dict(common.entries)
    for key, entry in case.entries.items():
        shared = entries.get(key)
        if shared and isinstance(shared.node, MappingNode) and isinstance(entry.node, MappingNode):
            entries[key] = Entry(key, entry.key_span, _merge(shared.node, entry.node))
        else:
            entries[key] = entry
    return MappingNode(entries, case.span, case.flow)


def _without_key(root: MappingNode) -> MappingNode:
    return MappingNode({k: e for k, e in root.entries.items() if k != KEY}, root.span, root.flow)


def _place(entry: Entry) -> Span:
    written = isinstance(entry.node, ScalarNode) and entry.node.text is not None
    return entry.node.span if written else entry.key_span


def _refused(entry: Entry, message: str, advice: str) -> Diagnostic:
    return Diagnostic(Code.COMMON_FILE, message, _place(entry), advice)

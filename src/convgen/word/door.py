"""The door of the Word room: a template is loaded once, filled, and each file read back."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from convgen.model.labels import Labels
from convgen.word.charte import kept
from convgen.word.charte.findings import Finding
from convgen.word.charte.template_bytes import read_template
from convgen.word.readback.differences import read_back
from convgen.word.writing.fill import fill
from convgen.word.writing.template import Template, make_template

__all__ = ["Template", "fill", "load_labels", "load_template", "read_back"]


def load_template(path: Path) -> tuple[Template | None, list[Diagnostic]]:
    """The template at `path`, or every fault that forbids to use it.

    Inspected and compiled the first time that its bytes are seen, on this machine if
    the cache can be written, else in this process.
    """
    data, findings = read_template(path)
    if not findings:
        template, findings = _template(data)
        if template is not None:
            return template, []
    return None, [finding.in_file(path) for finding in findings]


def load_labels(path: Path) -> Labels | None:
    """How the template at `path` numbers, None when it cannot be used. Compiles nothing."""
    data, findings = read_template(path)
    return None if findings else _labels(data)


@lru_cache(maxsize=16)
def _labels(data: bytes) -> Labels | None:
    kept = _from_cache(data)
    if kept is not None:
        return kept[0].labels
    from convgen.word.charte.first_use import labels_of  # noqa: PLC0415 - slow, and kept

    return labels_of(data)


@lru_cache(maxsize=16)
def _template(data: bytes) -> tuple[Template | None, list[Finding]]:
    return _from_cache(data) or _from_scratch(data)


def _from_cache(data: bytes) -> tuple[Template, list[Finding]] | None:
    compiled = kept.load(data)
    return None if compiled is None else (make_template(compiled), [])


def _from_scratch(data: bytes) -> tuple[Template | None, list[Finding]]:
    from convgen.word.charte.first_use import compile_checked  # noqa: PLC0415 - slow, and kept

    compiled, findings = compile_checked(data)
    if compiled is None:
        return None, findings
    kept.store(data, compiled)
    return make_template(compiled), []

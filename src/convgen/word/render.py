"""The door of the Word room: a template is loaded once, filled, and each file read back."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import TemplateSyntaxError

from convgen.diagnostics import Code, Diagnostic
from convgen.word import cache
from convgen.word.compilation import compile_package
from convgen.word.fill import fill
from convgen.word.findings import Finding
from convgen.word.grammar import ForbiddenTemplateError
from convgen.word.inspect import inspect_package, open_package, read_template
from convgen.word.readback import read_back
from convgen.word.template import Template, make_template

__all__ = ["Template", "fill", "load_template", "read_back"]


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


@lru_cache(maxsize=16)
def _template(data: bytes) -> tuple[Template | None, list[Finding]]:
    return _from_cache(data) or _from_scratch(data)


def _from_cache(data: bytes) -> tuple[Template, list[Finding]] | None:
    compiled = cache.load(data)
    if compiled is None:
        return None
    try:
        return make_template(compiled), []
    except (ForbiddenTemplateError, TemplateSyntaxError):
        return None


def _from_scratch(data: bytes) -> tuple[Template | None, list[Finding]]:
    package, findings = open_package(data)
    if package is not None:
        findings = inspect_package(package)
    if package is None or findings:
        return None, findings
    compiled = compile_package(package)
    try:
        template = make_template(compiled)
    except (ForbiddenTemplateError, TemplateSyntaxError) as error:
        return None, [Finding(Code.TEMPLATE_TAG, f"Le modèle ne peut pas être utilisé : {error}.")]
    cache.store(data, compiled)
    return template, []

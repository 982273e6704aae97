"""A template seen for the first time: inspected, then compiled."""

from __future__ import annotations

from convgen.faults.diagnostic import Code
from convgen.model.labels import Labels
from convgen.word.charte.compiled import Compiled
from convgen.word.charte.findings import KNOWN_TAGS, Finding
from convgen.word.charte.inspect import inspect_package
from convgen.word.charte.inspect_opening import open_package
from convgen.word.charte.layout_reading import ForbiddenTemplateError
from convgen.word.charte.number_labels import make_labels
from convgen.word.charte.stylesheet import read_stylesheet
from convgen.word.charte.template_compiler import compile_package, read_numbering
from convgen.word.opc import package as opc
from convgen.word.opc.package import Package


def labels_of(data: bytes) -> Labels | None:
    """How a template held in memory numbers, without compiling it; None with any error."""
    package, _ = open_package(data)
    if package is None or _errors(package):
        return None
    root = opc.parse(package.parts[package.main])
    _, lists, levels = read_numbering(root, read_stylesheet(package))
    return make_labels(lists, levels)


def compile_checked(data: bytes) -> tuple[Compiled | None, list[Finding]]:
    """The compiled form of a template held in memory, or every fault that forbids to use it."""
    package, findings = open_package(data)
    if package is not None:
        findings = _errors(package)
    if package is None or findings:
        return None, findings
    try:
        return compile_package(package), []
    except ForbiddenTemplateError as error:
        message = f"le modèle ne peut pas être utilisé : {error}"
        return None, [Finding(Code.TEMPLATE_TAG, message, KNOWN_TAGS)]


def _errors(package: Package) -> list[Finding]:
    return [finding for finding in inspect_package(package) if finding.is_error]

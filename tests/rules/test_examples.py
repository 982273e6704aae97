"""Each rule between values: a case that breaks it, told at its line, and its neighbours silent.

A case shows only what it changes: it is laid over a complete one of its programme, the small
library's when it names none. `fiche.yaml` and `fiche-2.yaml` break the rule, `juste.yaml` keeps
it. A mark that says « avertissement » announces a warning, another an error.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.library.store import Library
from convgen.model.state import State
from convgen.pipeline import assemble_case
from tests.acts.desk import ROOT
from tests.acts.reading import plain
from tests.library.shelf import CASE, FILES, build_file_tree
from tests.support.examples import Announced, Example, read_example, told_by

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE / "examples").glob("*.txt"))
OWN = "essai"
BASES = {
    OWN: FILES[CASE],
    **{base.stem: base.read_text("utf-8") for base in (HERE / "bases").glob("*.yaml")},
}
WARNING = "avertissement"
# Those whose example takes more than a case: `test_rules.py`, and `joining/` and `dossier/`.
ELSEWHERE = {Code.BREACH_ALERT, Code.RESTATED, Code.VISA}


def example_of(path: Path) -> Example:
    return read_example(path.read_text("utf-8"), "fiche.yaml")


def laid_over(lines: list[str]) -> tuple[str, str]:
    """A case that names, on its last line, the complete one that it changes; its programme."""
    named = [line for line in lines if line.startswith("programme: ")]
    programme = named[0].removeprefix("programme: ") if named else OWN
    last = [] if named else [f"programme: {OWN}"]
    return "\n".join([*lines, *last, f"commun: base/{programme}.yaml", ""]), programme


def weight(one: Announced) -> tuple[str, int, str, bool]:
    return (*one[:3], not one.words.startswith(WARNING))


def without_weight(one: Announced) -> Announced:
    return one._replace(words=one.words.removeprefix(WARNING).removeprefix(" : "))


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Library]:
    """The library of each programme: the small one, or the real one."""
    small = Library(build_file_tree(tmp_path_factory.mktemp("bibliotheque"), FILES))
    real = Library(ROOT)
    return {programme: small if programme == OWN else real for programme in BASES}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_rule_broken_is_told_at_its_line_and_a_neighbour_is_silent(
    tmp_path: Path, libraries: dict[str, Library], path: Path
) -> None:
    build_file_tree(tmp_path / "base", {f"{name}.yaml": text for name, text in BASES.items()})
    example, faults = example_of(path), list[Diagnostic]()
    for name, lines in example.files.items():
        text, programme = laid_over(lines)
        build_file_tree(tmp_path, {name: text})
        act = assemble_case(tmp_path / name, State.FINAL, libraries[programme])
        faults += [replace(fault, message=plain(fault.message)) for fault in act.diagnostics]
    wanted = replace(example, announced=tuple(map(without_weight, example.announced)))
    assert not wanted.missing(told_by(faults, tmp_path, {}))
    assert sorted(map(weight, example.announced)) == sorted(
        (fault.span.file.name, fault.span.line, fault.code.value, fault.is_error)
        for fault in faults
    )
    assert all(fault.help for fault in faults)
    assert faults


def test_every_code_of_a_rule_has_its_example() -> None:
    shown = {one.code for path in EXAMPLES for one in example_of(path).announced}
    assert {code for code in Code if code.startswith("CG3")} == {
        code for code in shown if code.startswith("CG3")
    } | ELSEWHERE

"""A rule under a code that exists already has its example too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from convgen import pipeline
from convgen.faults.diagnostic import Diagnostic
from convgen.library.store import Library
from convgen.model.state import State
from convgen.rules.rule_context import Rule, RuleContext
from convgen.rules.rulebook import RULES
from tests.acts.desk import ROOT
from tests.library.shelf import FILES, build_file_tree
from tests.rules.test_examples import BASES, EXAMPLES, OWN, example_of, laid_over

if TYPE_CHECKING:
    import pytest

# What a case alone does not break, and the folder of tests that has it broken.
ELSEWHERE = {
    "acts_are_signed_after_the_vote": "dossier",
    "alerts_come_in_time": "rules",
    "something_is_amended": "rules",
    "totals_can_be_written": "rules",
    "visas_can_be_found": "dossier",
}


def test_each_rule_is_broken_by_an_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken: set[Rule] = set()

    def noting(context: RuleContext) -> list[Diagnostic]:
        broken.update(rule for rule in RULES if any(True for _ in rule.check(context)))
        return []

    monkeypatch.setattr(pipeline, "validate_case", noting)
    small = Library(build_file_tree(tmp_path / "bibliotheque", FILES))
    real = Library(ROOT)
    build_file_tree(tmp_path / "base", {f"{name}.yaml": text for name, text in BASES.items()})
    for path in EXAMPLES:
        for name, lines in example_of(path).files.items():
            text, programme = laid_over(lines)
            build_file_tree(tmp_path, {name: text})
            pipeline.assemble_case(
                tmp_path / name, State.FINAL, small if programme == OWN else real
            )
    assert {rule.check.__name__ for rule in RULES if rule not in broken} == {*ELSEWHERE}

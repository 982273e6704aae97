"""Each run of an act says where it was typed: the line of a clause, the path of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from convgen.assembly.plan import PlannedSection
from convgen.language.scope import FORMS
from convgen.model.document import Block, BlockKind, Run, RunKind
from convgen.yaml.nodes import Loc, locate
from tests.acts.reading import Act
from tests.acts.table import ACTS, Version

WORD = re.compile(r"[^\W\d_]{4,}")
STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def _written(act: Act) -> Iterator[tuple[PlannedSection, Block, Run]]:
    """The runs of an act, but for its title, with the section and the block that hold them."""
    plan, document = act.assembled.plan, act.assembled.document
    assert plan is not None
    assert document is not None
    for planned, section in zip(plan.sections, document.sections[1:], strict=True):
        for block in section.all_blocks():
            for run in block.all_runs():
                yield planned, block, run


@pytest.fixture(params=ACTS, ids=str)
def act(request: pytest.FixtureRequest, acts: dict[Version, Act]) -> Act:
    return acts[request.param]


def test_a_text_is_at_the_line_that_says_it(act: Act) -> None:
    seen = 0
    for planned, block, run in _written(act):
        clauses = {clause.clause.name: clause.clause for clause in planned.all_clauses}
        clause = clauses.get(block.origin.clause)
        if run.kind is not RunKind.TEXT or clause is None:
            continue
        lines = clause.body.split("\n")
        assert 0 < run.line <= len(lines), (block.origin.clause, run)
        first = WORD.search(run.text)
        if first is not None and first[0] in clause.body:  # a word of the clause, not of a term
            after = "\n".join(lines[run.line - 1 :])
            printed = "{{" in lines[run.line - 1]  # a defined term, whose words are elsewhere
            assert printed or first[0] in after, (block.origin.clause, run)
            seen += 1
    assert seen > 20


def test_a_value_is_at_the_path_that_gives_it(act: Act) -> None:
    typed = act.assembled.typed
    assert typed is not None
    values = [run for _, _, run in _written(act) if run.kind is RunKind.VALUE]
    assert values
    for run in values:
        assert run.line, run
        loc = _loc(run.path)
        named = locate(typed.root, loc)
        assert named.found, run


def _loc(path: str) -> Loc:
    """A path of a run, as the tree has it: forms are of a value, a party is named in full."""
    steps: list[str | int] = [int(rank) - 1 if rank else key for key, rank in STEP.findall(path)]
    if steps[-1] in FORMS:
        steps.pop()
    of_a_party = steps[0] == "parties" and len([s for s in steps if isinstance(s, str)]) == 3
    if of_a_party and steps[-1] == "nom":
        steps[-1] = "denomination"
    return tuple(steps)


def test_a_heading_is_at_its_line_of_the_programme(act: Act) -> None:
    plan, document = act.assembled.plan, act.assembled.document
    assert plan is not None
    assert document is not None
    lines = plan.programme.file.read_text(encoding="utf-8").split("\n")
    for planned, section in zip(plan.sections, document.sections[1:], strict=True):
        if planned.spec.title and section.heading is not None:
            word = WORD.search(planned.spec.title)
            run = next(run for run in section.heading.runs if run.kind is RunKind.TEXT)
            assert word is None or word[0] in lines[run.line - 1]


def test_each_kind_of_block_is_in_some_real_act(acts: dict[Version, Act]) -> None:
    """A kind that no text can write would be a kind for nobody."""
    written = {block.kind for act in acts.values() for _, block, _ in _written(act)}
    assert written | {BlockKind.TITLE, BlockKind.FIGURE} == set(BlockKind)  # none joins an image

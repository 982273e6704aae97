"""Whatever a clause writes in Markdown, each value comes out once, in its place, or is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.language.compilation import compile_body
from convgen.language.expressions import Read, parts_of
from convgen.language.instructions import Open, Print

VALUE = "a value"
PIECES = [
    *("- ", "1. ", "  ", "   ", "> ", "## ", "# ", "| ", " |", "|---|", "|---|---|", "**", "*"),
    *("\\", "\n", "\n\n", " ", "é", "« ", " »", "l'", ":", "mot", "\t", "---", "`", "<b>", "&amp;"),
    *(VALUE,) * 4,
]


def written(pieces: list[str]) -> tuple[str, list[str]]:
    """A clause, and the names of its values in order."""
    text, names = "", list[str]()
    for piece in pieces:
        if piece == VALUE:
            names.append(f"v{len(names)}")
            text += f"{{{{ {names[-1]} }}}}"
        else:
            text += piece
    return text, names


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_values_come_out_once_each_in_order(pieces: list[str]) -> None:
    text, names = written(pieces)
    program, faults = compile_body(text, Path("c.md"), 1)
    expressions = [part.expression for part in parts_of(program, Print)]
    printed = [read.path for read in expressions if isinstance(read, Read)]
    assert faults or printed == names
    assert all(fault.message and fault.span.line >= 1 for fault in faults)


@settings(deadline=None)
@given(st.text(st.sampled_from("-1.> #|*\n\\ é•a)\t")))
def test_any_text_is_read_or_refused(text: str) -> None:
    program, faults = compile_body(text, Path("c.md"), 1)
    assert program or faults
    assert all(1 <= fault.span.line <= text.count("\n") + 1 for fault in faults)


@pytest.mark.parametrize(
    "mark", ["> ", "- ", "1. ", "*", "**a ", "[", "|", "\\", "    ", "*(;", "_", "`", "• ", "a) "]
)
def test_no_repetition_breaks_it(mark: str) -> None:
    compile_body(mark * 2000 + "a", Path("c.md"), 1)


def test_the_end_of_an_item_does_not_push_the_next_one_in() -> None:
    """What goes on with an item may stand further than the items that follow."""
    body = "1. a\n\n   - b\n{% if x %}\n     c\n{% endif %}\n     d ;\n\n   - e\n"
    program, faults = compile_body(body, Path("c.md"), 1)
    assert faults == []
    levels = [part.level for part in parts_of(program, Open) if part.kind == "puce"]
    assert levels == [1, 1]

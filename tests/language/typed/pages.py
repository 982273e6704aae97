"""Real clauses, spoilt at random as a hand or a paste spoils them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tests.language.typed.fragments import BULLETS, EMPHASIS, FOREIGN, LABELS, SIGNS

_ROOT = Path(__file__).parents[3]
_HEADER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_VALUE, _HELD = "{{ nom }}", "\x01"
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_OTHERWISE = re.compile(r"[ \t]*\{% (?:else|elif [^{}]*) %\}\n")
_END = re.compile(r"[ \t]*\{% endif %\}")
_OPENED = re.compile(r"[ \t]*\{% if ")


@cache
def _bodies() -> tuple[tuple[str, ...], ...]:
    """The lines of each clause, with one value, conditions that hold and loops of one turn."""
    files = sorted(_ROOT.glob("clauses/**/*.md"))
    return tuple(tuple(_simple(file.read_text("utf-8")).split("\n")) for file in files)


def _simple(clause: str) -> str:
    body = _EXPRESSION.sub(_HELD, _HEADER.sub("", clause, count=1))
    body = re.sub(r"\{% if .*? %\}", "{% if vrai %}", body)
    body = re.sub(r"\{% for .*? %\}", "{% for x in un %}", body)
    kept, skipped, depth = list[str](), 0, 0
    for line in body.splitlines(keepends=True):
        depth += bool(_OPENED.match(line))
        if _OTHERWISE.match(line) and not skipped:
            skipped = depth
        if _END.match(line):
            skipped = 0 if skipped == depth else skipped
            depth -= 1
        kept += [] if skipped else [line]
    return "".join(kept)


_added = st.sampled_from(
    (
        *EMPHASIS,
        *SIGNS,
        *FOREIGN,
        "\t",
        "\u00a0",
        "\n",
        "\n\n",
        "  ",
        *(f"{one} " for one in LABELS),
    )
)
_edits = ("swap", "drop", "double", "bullet", "insert", "join", "blank", "margin", "cut", "erase")


@st.composite
def pages(draw: st.DrawFn) -> str:
    """The body of a clause after a few edits; its tags stay as they are."""
    lines = list(draw(st.sampled_from(_bodies())))
    for _ in range(draw(st.integers(0, 3))):
        _edit(draw, lines)
    return "\n".join(lines).replace(_HELD, _VALUE)


def _edit(draw: st.DrawFn, lines: list[str]) -> None:
    place = draw(st.integers(0, len(lines) - 1))
    line = lines[place]
    if "{%" in line or len(lines) < 2:
        return
    column = draw(st.integers(0, max(len(line) - 1, 0)))
    before, after = line[:column], line[column:]
    match draw(st.sampled_from(_edits)):
        case "swap":
            lines[place] = before + after[1:2] + after[:1] + after[2:]
        case "drop":
            del lines[place]
        case "double":
            lines.insert(place, line)
        case "bullet":
            mark = f"{draw(st.sampled_from(BULLETS))}{draw(st.sampled_from((' ', chr(9))))}"
            lines[place] = re.sub(r"^(\s*)(?:[-*•] |[0-9]\. )?", rf"\1{mark}", line)
        case "insert":
            lines[place : place + 1] = (before + draw(_added) + after).split("\n")
        case "join" if place and "{%" not in lines[place - 1]:
            lines[place - 1 : place + 1] = [f"{lines[place - 1]} {line.strip()}"]
        case "blank":
            lines.insert(place, "")
        case "margin":
            lines[place] = draw(st.sampled_from(("  ", "    ", "\t"))) + line
        case "cut":
            cut = before.rfind(" ")
            lines[place : place + 1] = [line[:cut], line[cut + 1 :]] if cut > 0 else [line]
        case "erase":
            lines[place] = before + after[1:]

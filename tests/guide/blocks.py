"""What a guide asks to do: files to write or change, commands to run, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STEP = re.compile(
    r"<!-- (?P<verb>\w+): (?P<file>\S+) -->\n|"
    r"^(?P<fence>`{3,})(?P<language>\w+)\n(?P<text>.*?)^(?P=fence)$",  # a page may hold another
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Step:
    """One thing to do: `verb` on `file`, with the text of the block below it."""

    line: int
    verb: str
    file: str
    text: str


def steps_of(guide: str) -> Iterator[Step]:
    """The steps of a guide; a block of commands has the verb « console »."""
    verb = file = ""
    for match in _STEP.finditer(guide):
        line = guide.count("\n", 0, match.start()) + 1
        if match["verb"]:
            if match["verb"] in {"image", "charte"}:
                yield Step(line, match["verb"], match["file"], "")
            else:
                verb, file = match["verb"], match["file"]
        elif match["language"] == "console":
            yield Step(line, "console", "", match["text"])
        else:
            assert verb, f"line {line}: a block that nothing uses"
            yield Step(line, verb, file, match["text"])
            verb = file = ""


def commands_of(text: str) -> list[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines that it prints."""
    commands: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            commands.append((line.removeprefix("$ "), []))
        else:
            commands[-1][1].append(line)
    return commands


def pattern_of(lines: list[str]) -> re.Pattern[str]:
    """What a command must print: « … » alone stands for any lines, inside one for anything."""
    parts = []
    for line in lines:
        if line == "…":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(".*".join(re.escape(piece) for piece in line.split("…")) + r"\n")
    return re.compile("".join(parts))


def patched(text: str, diff: str) -> str:
    """A text with each stretch of `-` and context lines replaced by its `+` and context lines.

    Empty lines part the stretches.
    """
    for stretch in diff.strip("\n").split("\n\n"):
        lines = stretch.split("\n")
        old = "\n".join(line[1:] for line in lines if line[0] in "- ")
        new = "\n".join(line[1:] for line in lines if line[0] in "+ ")
        assert text.count(old) == 1, f"{text.count(old)} × {old!r}"
        text = text.replace(old, new)
    return text

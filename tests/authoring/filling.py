"""A commented case, filled by someone who takes every example as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

_EMPTY = re.compile(r"(?P<head> *(?:- )?)(?:[a-z][a-z0-9_]*:|-)")
_EXAMPLE = re.compile(r"Exemple : (.+)$")
_OPTION = re.compile(r"au choix : (.+?)(?: \(|, | ; |\.(?: |$))")
ALTERNATIVE = "n’a que l’une de ces clés"


def uncommented(text: str) -> str:
    """Every key that may be left out, put in; but the alternatives of those that stand."""
    while (more := _one_level(text)) != text:
        text = more
    return text


def _one_level(text: str) -> str:
    """The text without one « # » of what is left out, wherever it stands."""
    lines = []
    said, alternative = "", False
    for line in text.split("\n"):
        bare = line.lstrip()
        if bare.startswith("##"):
            said += bare.removeprefix("##")
            alternative = ALTERNATIVE in said
        elif not bare.startswith("# "):
            said, alternative = "", False
        elif not alternative and "yaml-language-server" not in line:
            lines.append(line[: len(line) - len(bare)] + bare[2:])
            said = ""
            continue
        lines.append(line)
    return "\n".join(lines)


def filled(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text with a value wherever one is missing, and each explanation with its value."""
    lines = text.splitlines()
    explained: list[tuple[str, str]] = []
    said = ""
    for index, fresh in _values(lines):
        said = fresh or said
        if _is_leaf(lines, index):
            value = _value(said)
            explained.append((said, value))
            lines[index] += f" {value}"
    return "\n".join(lines) + "\n", explained


def _values(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Every line that is no comment, with what explains it."""
    said: list[str] = []
    for index, line in enumerate(lines):
        if line.lstrip().startswith("##"):
            said.append(line.lstrip("# "))
        elif line.lstrip().startswith("#"):
            said = []
        elif line.strip():
            yield index, " ".join(said)
            said = []


def _is_leaf(lines: list[str], index: int) -> bool:
    match = _EMPTY.fullmatch(lines[index])
    if match is None:
        return False
    following = (line for line in lines[index + 1 :] if line.strip())
    after = next((line for line in following if not line.lstrip().startswith("#")), "")
    return len(after) - len(after.lstrip()) <= len(match["head"])


def _value(said: str) -> str:
    found = _EXAMPLE.search(said) or _OPTION.search(said)
    return found[1] if found else "un texte"


def write_files(folder: Path, explained: list[tuple[str, str]]) -> None:
    """Make the files that a filled case names."""
    for said, value in explained:
        if "chemin d" not in said:
            continue
        file = folder / value
        file.parent.mkdir(parents=True, exist_ok=True)
        if "chemin d’une image" in said:
            Image.new("RGB", (40, 20), "white").save(file)
        elif file.suffix == ".yaml":
            file.write_text("signature: {lieu: Nice}\n", encoding="utf-8")
        else:
            file.write_text("Un texte.\n", encoding="utf-8")

"""A sample becomes a case on disk: block YAML, beside the files that it names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from convgen.coverage.samples import Sample
from convgen.kinds import long_text, picture
from convgen.yaml.nodes import Plain
from convgen.yaml.quoting import as_yaml
from convgen.yaml.traps import quoted

_TEXT = """\
## Un intertitre

Un texte joint, qui n’est là que pour tenir la place d’un autre.

- Un point ;
- un autre.
"""


def write_sample(sample: Sample, folder: Path) -> Path:
    """Write `<name>.yaml` into a folder, made if need be, with its joined files; its path."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{sample.name}.yaml"
    lines = [f"# {' '.join(sample.about.split())}", *_lines(sample.data)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    texts = set(_texts(sample.data))
    if long_text.KIND.sample in texts:
        (folder / long_text.KIND.sample).write_text(_TEXT, encoding="utf-8")
    if picture.KIND.sample in texts:
        _draw(folder / picture.KIND.sample)
    return file


def _draw(file: Path) -> None:
    if not file.exists():
        from PIL import Image  # noqa: PLC0415 - 40 ms, only for a case that has an image

        Image.new("RGB", (120, 60), "lightgrey").save(file)


def _lines(node: Plain) -> Iterator[str]:
    """The lines of a group or of a list."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _entry(f"{_written(key)}:", value)
    elif isinstance(node, list):
        for item in node:
            first, *others = _lines(item) if isinstance(item, dict | list) else _entry("", item)
            yield f"- {first.lstrip()}"
            yield from (f"  {line}" for line in others)


def _entry(key: str, value: Plain) -> Iterator[str]:
    if isinstance(value, dict | list):
        yield key
        yield from (f"  {line}" for line in _lines(value))
    else:
        yield f"{key} {_written(value or '')}"


@lru_cache(maxsize=4096)
def _written(text: str) -> str:
    """A text on one line, exactly as it is: samples share most of theirs."""
    line = as_yaml(text)
    return line if text in line else quoted(text)


def _texts(node: Plain) -> Iterator[str]:
    match node:
        case dict():
            for value in node.values():
                yield from _texts(value)
        case list():
            for item in node:
                yield from _texts(item)
        case str():
            yield node

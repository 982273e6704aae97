"""Comments and processing instructions, which say nothing to Word, change nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.word.charte.first_use import compile_checked
from convgen.word.charte.inspect import inspect_template
from convgen.word.door import fill, load_template, read_back
from convgen.word.writing.template import make_template
from tests.word.editing import parts_of, rewrite, zipped
from tests.word.house import HOUSE, TYPES
from tests.word.specimens import every_kind

NOISE = ("<!-- {{ titre }} {%p for x in y %} -->", "<?mso-application progid='Word'?>", "<!---->")
PARTS = [name for name in parts_of(HOUSE) if name.endswith((".xml", ".rels"))]
PLACES = re.compile(r"(?<=>)|(?<=[^<>?])(?=[^<>]*<(?!\?))")  # between two tags, or inside a text
ACT = parts_of(fill(make_template(compile_checked(HOUSE)[0]), every_kind()))  # type: ignore[arg-type]


def places(xml: str) -> list[int]:
    start = xml.index("?>") + 2
    return [
        m.start() for m in PLACES.finditer(xml) if m.start() >= start and outside(xml, m.start())
    ]


def outside(xml: str, place: int) -> bool:
    """False inside a tag."""
    return xml.rfind("<", 0, place) < xml.rfind(">", 0, place) + 1


@settings(max_examples=60, deadline=None)
@given(data=st.data(), part=st.sampled_from(PARTS), noise=st.sampled_from(NOISE))
def test_noise_anywhere_changes_nothing(data: st.DataObject, part: str, noise: str) -> None:
    before = parts_of(HOUSE)[part].decode()
    place = data.draw(st.sampled_from(places(before)))
    noisy = rewrite(HOUSE, part, lambda xml: xml[:place] + noise + xml[place:])
    compiled, faults = compile_checked(noisy)
    assert faults == []
    assert compiled is not None
    template = make_template(compiled)
    act = fill(template, every_kind())
    assert read_back(act, every_kind(), template.styles) == []
    assert {n: b for n, b in parts_of(act).items() if n != part} == {
        n: b for n, b in ACT.items() if n != part
    }


@pytest.mark.parametrize("noise", NOISE)
def test_noise_everywhere_at_once_changes_nothing(tmp_path: Path, noise: str) -> None:
    path = tmp_path / "modele.docx"
    parts = {
        name: re.sub(r"(?<=>)(?=<(?!\?))", lambda _: noise, data.decode()).encode()
        for name, data in parts_of(HOUSE).items()
    }
    path.write_bytes(zipped(parts))
    assert inspect_template(path) == []
    template, _ = load_template(path)
    assert template is not None
    act = parts_of(fill(template, every_kind()))
    assert act["word/document.xml"] == ACT["word/document.xml"]
    assert act[TYPES] == ACT[TYPES]

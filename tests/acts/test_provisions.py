"""Each provision of the notes stands in the act, at its place, whole, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acts.table import (
    BLANK_MODEL,
    CHOISY,
    ENTRIES,
    HEADINGS,
    PROVISIONS,
    VERSIONS,
    Provision,
    lines_of,
)

if TYPE_CHECKING:
    from tests.acts.reading import Act


def numbered(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, count + 1)]


THE_70 = [
    *numbered("P", 13),
    *["1.1", "1.2", "1.3", "1.4", "1.4.1", "1.4.2", "1.5", "2.1"],
    *numbered("3.1.", 6),
    *numbered("3.2.", 9),
    *numbered("4.", 3),
    *numbered("5.", 5),
    *numbered("6.", 5),
    *numbered("7.", 2),
    *numbered("8.", 4),
    *numbered("9.", 2),
    *numbered("10.", 4),
    *numbered("11.", 2),
    *numbered("12.", 4),
    *["13.1", "S1", "S2"],
]
ONLY_IN_CHOISY = {"P9", "P10", "P11", "P12", "P13", "1.4", "1.4.1", "1.4.2"}
ONLY_IN_THE_MODEL = {"1.3"}

each_version = pytest.mark.parametrize("version", VERSIONS)


def test_the_table_holds_the_70_provisions_of_the_notes_in_order() -> None:
    assert len(THE_70) == 70
    assert [provision.id for provision in PROVISIONS] == THE_70
    assert all(provision.said_in(v) for provision in PROVISIONS for v in provision.versions)


def test_each_version_has_the_provisions_that_the_notes_give_it() -> None:
    held = {v: [p.id for p in PROVISIONS if v in p.versions] for v in VERSIONS}
    assert held[BLANK_MODEL] == [name for name in THE_70 if name not in ONLY_IN_CHOISY]
    assert held[CHOISY] == [name for name in THE_70 if name not in ONLY_IN_THE_MODEL]
    assert [len(names) for names in held.values()] == [62, 69]


def test_a_provision_stands_in_the_article_of_its_number() -> None:
    printed = {heading.key: heading.text for heading in HEADINGS}
    for provision in PROVISIONS:
        first = provision.id.split(".")[0]
        if first.isdigit():
            assert printed[provision.section].startswith(f"Article {first} ")
        else:
            assert provision.section == {"P": "preambule", "S": "signature"}[first[0]]


@each_version
def test_the_plan_is_that_of_the_notes(acts: dict[str, Act], version: str) -> None:
    headings = acts[version].headings()
    assert headings[:2] == [("titre", ""), ("comparution", "Entre les soussignés")]
    assert headings[2:] == [(heading.key, heading.text) for heading in HEADINGS]
    assert [h.text for h in HEADINGS if h.text.startswith("Article")][-1] == "Article 13 Litiges"


@each_version
@pytest.mark.parametrize("provision", ENTRIES, ids=lambda p: p.id)
def test_a_provision_is_in_its_section(
    acts: dict[str, Act], version: str, provision: Provision
) -> None:
    act, wanted = acts[version], provision.said_in(version)
    if not wanted:
        everywhere = act.text.split("\n")
        telling = [line for line in provision.lines if line.is_telling]
        assert telling
        assert [line.text for line in telling if any(map(line.matches, everywhere))] == []
        return
    written = act.lines(provision.section)
    starts = range(len(written) - len(wanted) + 1)
    found = any(
        all(line.matches(text) for line, text in zip(wanted, written[start:], strict=False))
        for start in starts
    )
    assert found, "\n".join([provision.id, *(line.text for line in wanted), "---", *written])


@each_version
@pytest.mark.parametrize("section", [heading.key for heading in HEADINGS])
def test_a_section_holds_its_provisions_in_order_and_nothing_else(
    acts: dict[str, Act], version: str, section: str
) -> None:
    written, wanted = acts[version].lines(section), lines_of(section, version)
    strays = [t for t in written if not any(line.matches(t) for line in wanted)]
    assert strays == []
    assert len(written) == len(wanted)
    assert all(line.matches(text) for line, text in zip(wanted, written, strict=True))


@each_version
def test_the_word_file_says_the_same_in_the_same_order(acts: dict[str, Act], version: str) -> None:
    lines = acts[version].word_lines
    rest = iter(lines[lines.index("Préambule") :])
    for heading in HEADINGS:
        assert not heading.text or next(rest) == heading.without_number
        for line in lines_of(heading.key, version):
            text = next(rest)
            assert line.matches(text, numbered=False), f"{line.text}\n{text}"
    assert next(rest, None) is None

"""Each provision of the notes stands in the act, at its place, whole, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acts.table import (
    ACTS,
    AI,
    AMENDMENT,
    ENGAGEMENT,
    PARTNERSHIP,
    SERVICES,
    SUBVENTION,
    TABLES,
    Provision,
    Table,
    Version,
)
from tests.acts.wanted import COUNTS, LAST_ARTICLE, NOT_IN, RENUMBERED, WANTED

if TYPE_CHECKING:
    from tests.acts.reading import Act


each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.programme)
each_version = pytest.mark.parametrize("version", ACTS, ids=str)


@each_table
def test_the_table_holds_the_provisions_of_the_notes_in_order(table: Table) -> None:
    assert len(WANTED[table]) == COUNTS[table]
    assert [provision.id for provision in table.provisions] == WANTED[table]
    assert all(p.said_in(letter) for p in table.provisions for letter in p.versions)


@each_version
def test_each_act_has_the_provisions_that_the_notes_give_it(version: Version) -> None:
    held = [p.id for p in version.table.provisions if version.letter in p.versions]
    assert held == [name for name in WANTED[version.table] if name not in NOT_IN[version]]


@pytest.mark.parametrize(
    ("table", "counts"),
    [
        (ENGAGEMENT, [13, 55, 2, 0]),
        (SUBVENTION, [5, 53, 1, 41]),
        (AI, [8, 39, 1, 2]),
        (PARTNERSHIP, [4, 26, 1, 0]),
        (SERVICES, [6, 46, 1, 17]),
        (AMENDMENT, [2, 7, 1, 0]),
    ],
    ids=lambda given: given.programme if isinstance(given, Table) else "",
)
def test_the_parts_of_an_act_have_the_counts_of_the_notes(table: Table, counts: list[int]) -> None:
    """Preamble or visas, articles, signature, annexes."""
    parts = [
        {"P": "P", "V": "P", "S": "S", "A": "A", "M": "A"}.get(p.id[0], "")
        for p in table.provisions
    ]
    assert [parts.count(part) for part in ("P", "", "S", "A")] == counts


@each_table
def test_a_provision_stands_in_the_section_of_its_number(table: Table) -> None:
    printed = {heading.key: heading.text for heading in table.headings}
    for provision in table.provisions:
        first = provision.id.split(".")[0]
        first = RENUMBERED.get(table, {}).get(first, first)
        if first.isdigit():
            assert printed[provision.section].startswith(f"Article {first} ")
        elif first[0] in "AM":
            annex = first[1:] if first[0] == "A" else "2"
            assert printed[provision.section].startswith(f"Annexe {annex} ")
        else:
            assert (
                provision.section
                == {"P": "preambule", "V": "preambule", "S": "signature"}[first[0]]
            )


@each_version
def test_the_plan_is_that_of_the_notes(acts: dict[Version, Act], version: Version) -> None:
    headings, wanted = acts[version].headings(), version.table.headings
    assert headings[:2] == [("titre", ""), ("comparution", "Entre les soussignés")]
    assert headings[2:] == [(heading.key, heading.text) for heading in wanted]
    articles = [heading.text for heading in wanted if heading.text.startswith("Article")]
    assert articles[-1] == LAST_ARTICLE[version.table]


@pytest.mark.parametrize(
    ("version", "provision"),
    [
        pytest.param(version, entry, id=f"{version}-{entry.id}")
        for version in ACTS
        for entry in version.table.entries
    ],
)
def test_a_provision_is_in_its_section(
    acts: dict[Version, Act], version: Version, provision: Provision
) -> None:
    act, wanted = acts[version], provision.said_in(version.letter)
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


@pytest.mark.parametrize(
    ("version", "section"),
    [
        pytest.param(version, heading.key, id=f"{version}-{heading.key}")
        for version in ACTS
        for heading in version.table.headings
    ],
)
def test_a_section_holds_its_provisions_in_order_and_nothing_else(
    acts: dict[Version, Act], version: Version, section: str
) -> None:
    written, wanted = acts[version].lines(section), version.lines_of(section)
    strays = [t for t in written if not any(line.matches(t) for line in wanted)]
    assert strays == []
    assert len(written) == len(wanted)
    assert all(line.matches(text) for line, text in zip(wanted, written, strict=True))


@each_version
def test_the_word_file_says_the_same_in_the_same_order(
    acts: dict[Version, Act], version: Version
) -> None:
    lines = acts[version].word_lines
    rest = iter(lines[lines.index(version.table.headings[0].text) :])
    for heading in version.table.headings:
        assert not heading.text or next(rest) == heading.without_number
        for line in version.lines_of(heading.key):
            text = next(rest)
            assert line.matches(text, numbered=False), f"{line.text}\n{text}"
    assert next(rest, None) is None

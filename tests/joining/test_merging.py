"""What two files say alike, each in its own way."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.joining.merging import merge_under, same_value
from convgen.yaml.nodes import MappingNode
from convgen.yaml.source import parse_source


def tree(text: str) -> MappingNode:
    source, faults = parse_source(text, Path("fiche.yaml"))
    assert source is not None
    assert faults == []
    return source.root


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("l'objet", "l’objet", True),
        ("aujourd'hui,  l'objet", "aujourd’hui, l’objet", True),
        ("L'OBJET", "l’objet", True),
        ("lobjet", "l’objet", False),
        ("50 000 €", "50000", True),
        ("1 an", "un an", False),
        ("31/12/2026", "2026-12-31", True),
        ("e\u0301tude", "étude", True),
    ],
)
def test_a_spelling_is_no_difference(here: str, there: str, same: bool) -> None:
    ours, theirs = (tree(f'cle: "{text}"\n').entries["cle"].node for text in (here, there))
    assert same_value(ours, theirs) is same
    _, conflicts = merge_under(tree(f'cle: "{here}"\n'), tree(f'cle: "{there}"\n'))
    assert [conflict.loc for conflict in conflicts] == ([] if same else [("cle",)])

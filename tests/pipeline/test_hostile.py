"""Data is data: whatever a jurist types comes out as typed, and changes nothing else."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from convgen.faults.diagnostic import Code, has_errors
from convgen.model.document import Block
from convgen.model.state import State
from convgen.yaml.decoding import FORBIDDEN
from tests.library.fixtures import make_shelf
from tests.library.shelf import CASE, FILES, HEADER, Shelf, kinds

HOSTILE = [
    "A <SARL> & Fils {{ 7*7 }} **x** ]]> 'é’",
    "- liste",
    "1. point",
    "| a | b |",
    "# titre",
    "## sous-titre",
    "> formule",
    "{% raw %}",
    "{% endif %}",
    "{# note",
    "}}",
    "\\n \\\\ \\x1e \\*",
    "**gras** *italique* `code`",
    "[lien](http://x.fr) ![image](x)",
    "&nbsp; &amp; &#8203; <!-- -->",
    "_x_ ~y~ ^z^",
    "🏛️ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u0301e\u0301",
    "'droites' \"guillemets\" ; : ! ? ... n° 3",
    "a\u00a0b\u202fc\u2009d",
    "%(x)s {0} {x} $x ${x} %s",
    "A [à compléter : x] {{ C }}",
    "a ________________________",
    "l’Article 1",
    "=1+1 @x",
    "y" * 5000,
]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


BODY = """\
{{ projet.nom }} au début, {{ projet.nom }} au milieu, **{{ projet.nom }}**

## {{ projet.nom }}

- {{ projet.nom }}
  - x {{ projet.nom }}

1. {{ projet.nom }}

> {{ projet.nom }}

| {{ projet.nom }} | b |
|---|---|
| a | {{ projet.nom }} |

{% for lot in projet.lots %}
{{ lot }}

{% endfor %}
{% if projet.nom == "x" %}
jamais
{% endif %}
La fin.
"""
PLAIN = [
    *("paragraphe", "sous_article", "puce", "puce", "point", "formule", "tableau"),
    *("paragraphe", "paragraphe", "paragraphe"),
]


def act_of(shelf: Shelf, text: str, told: AbstractSet[Code] = frozenset()) -> list[Block]:
    """The blocks of the act of a case that holds a text; `told` is what may be said of it."""
    shelf.body(BODY)
    shelf.write(
        CASE,
        CASE_TEXT.replace(
            "  nom: Jardin\n", f"  nom: {quoted(text)}\n  lots: [{quoted(text)}, fin]\n"
        ),
    )
    assert [fault for fault in shelf.faults() if fault.code not in told] == []
    return shelf.blocks()


CASE_TEXT = FILES[CASE]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_data_comes_out_as_typed(shelf: Shelf, text: str) -> None:
    blocks = act_of(shelf, text)
    assert [block.kind.value for block in blocks] == PLAIN
    values = [text_ for block in blocks for kind, text_ in kinds(block) if kind == "valeur"]
    assert values == [text] * 11 + ["fin"]
    assert blocks[-1].text == "La fin."


@pytest.mark.parametrize("text", HOSTILE)
def test_so_does_a_denomination(shelf: Shelf, text: str) -> None:
    shelf.edit(CASE, ("denomination: Les Amis du Parc", f"denomination: {quoted(text)}"))
    shelf.write("clauses/signature/bloc.md", HEADER + "**{{ partie.nom }}**\n\nFin\n")
    act = shelf.act()
    assert not has_errors(act.diagnostics)
    assert act.document is not None
    (second,) = [b for b in shelf.blocks(key="comparution") if b.text.startswith(text)]
    assert kinds(second)[0] == ("valeur", text)
    assert kinds(second)[1] == ("texte", ", ci-après «\u00a0")
    (signatures,) = shelf.blocks(key="signature")[-1:]
    assert [run.text for run in signatures.all_runs()][2:] == [text, "Fin"]


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.text(
        # what looks like a spoilt accent is told, rightly
        st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="ÃÂâ"),
        min_size=1,
        max_size=40,
    )
)
@example("AЀ")
def test_so_does_anything(tmp_path: Path, text: str) -> None:
    if FORBIDDEN.search(text):
        return
    text = f"a {text} b"  # not a placeholder
    blocks = act_of(make_shelf(tmp_path), text, told={Code.ALPHABET})
    values = [found for block in blocks for kind, found in kinds(block) if kind == "valeur"]
    assert {" ".join(value.split()) for value in values} == {" ".join(text.split()), "fin"}
    assert [block.kind.value for block in blocks] == PLAIN


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_an_invalid_value_is_shown_as_typed(shelf: Shelf, text: str) -> None:
    shelf.edit(CASE, ("terme: 31/12/2026", f"terme: {quoted(text)}"))
    shelf.body("Le {{ terme }}.\n\nLa fin.\n")
    first, last = shelf.blocks(State.DRAFT)
    assert kinds(first) == [
        ("texte", "Le "),
        ("lacune", f"[à corriger : terme de la convention « {text} »]"),
        ("texte", "."),
    ]
    assert last.text == "La fin."


@pytest.mark.parametrize("text", HOSTILE)
def test_an_unknown_key_is_left_out_of_a_draft(shelf: Shelf, text: str) -> None:
    shelf.edit(CASE, ("terme:", f"{quoted(text[:100])}: x\nterme:"))
    assert {fault.code.value for fault in shelf.faults(State.DRAFT)} <= {"CG104", "CG010"}
    assert shelf.lines(State.DRAFT) == ["La convention porte sur Jardin."]

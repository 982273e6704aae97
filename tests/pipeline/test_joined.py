"""Texts and images that a case joins, from its line to the act."""

from __future__ import annotations

import pytest

from convgen.model.document import BlockKind
from convgen.model.state import State
from tests.case.test_attachments import picture
from tests.library.shelf import CASE, HEADER, PROGRAMME, Shelf

FIELDS = """\
champs:
  fiche: {type: texte_joint, libelle: fiche de mission}
  note: {type: texte_joint, facultatif: oui, libelle: note}
  logo: {type: image, facultatif: oui, libelle: logo}
"""
PLAN = """\
  - annexe: fiche
    intitule: Fiche
    texte: fiche
  - annexe: note
    intitule: Note
    texte: note
  - annexe: logo
    intitule: Logo
    clauses: [objet/logo]
"""
LOGO = "{% if logo %}\n{{ logo | figure(projet.nom) }}\n{% else %}\nPas de logo.\n{% endif %}\n"
TEXT = """\
Pour {{ association }}, voir {{ renvoi("objet") }} : {{ projet.nom }}.

## Un **titre**

- a ;
- b.

### Plus bas

Fin.
"""


@pytest.fixture
def desk(shelf: Shelf) -> Shelf:
    """A programme with annexes."""
    shelf.edit(
        PROGRAMME, ("\nchamps:\n", "\n" + FIELDS), ("  - signature: [", PLAN + "  - signature: [")
    )
    shelf.write("clauses/objet/logo.md", HEADER + LOGO)
    shelf.add(CASE, "fiche: fiche.md\n")
    shelf.write("cases/fiche.md", TEXT)
    return shelf


def test_a_joined_text_is_an_annex(desk: Shelf) -> None:
    assert desk.faults() == []
    assert desk.lines(key="fiche") == [
        "Pour l’Association, voir l’Article 1 : Jardin.",
        "intertitre Un titre",
        "puce – a ;",
        "puce – b.",
        "intertitre Plus bas",
        "Fin.",
    ]
    levels = [b.level for b in desk.blocks(key="fiche") if b.kind is BlockKind.INTERTITLE]
    assert levels == [0, 1]
    document = desk.act().document
    assert document is not None
    headings = [s.heading.number for s in document.sections if s.heading and s.heading.number]
    assert headings == [
        "Article\u00a01",
        "Annexe\u00a01",
        "Annexe\u00a02",
    ]  # no note: no annex of that name


def test_a_fault_of_the_text_is_told_in_its_file(desk: Shelf) -> None:
    desk.write("cases/fiche.md", "Un.\n\nPour {{ asociation }}.\n\n{{ 7 * 7 }}\n")
    (fault,) = desk.faults()
    assert (fault.span.file.name, fault.span.line) == ("fiche.md", 5)
    desk.write("cases/fiche.md", "Un.\n\nPour {{ asociation }}.\n")
    (fault,) = desk.faults()
    assert (fault.span.file.name, fault.span.line, fault.span.column) == ("fiche.md", 3, 9)
    assert "association" in fault.help
    assert not desk.act().can_be_written(State.FINAL)
    draft = desk.act(State.DRAFT)
    assert draft.can_be_written(State.DRAFT)
    assert "[à compléter : " in desk.lines(State.DRAFT, "fiche")[0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("fiche: ../../dehors.md", "hors de la bibliothèque"),
        ("fiche: absente.md", "introuvable : « absente.md »"),
        ("fiche: latin.md", "ne se lit pas"),
        ("fiche: ", "il manque"),
        ("fiche: [a]", "sens en YAML"),
        ("logo: fiche.md", "n’est pas une image"),
        ("logo: absent.png", "fichier image introuvable"),
    ],
)
def test_a_file_that_cannot_be_joined_is_a_fault_at_its_key(
    desk: Shelf, line: str, words: str
) -> None:
    (desk.root.parent / "dehors.md").write_text("x", "utf-8")
    (desk.root / "cases/latin.md").write_bytes("été".encode("latin-1"))
    if line.startswith("fiche"):
        desk.edit(CASE, ("fiche: fiche.md", line))
    else:
        desk.add(CASE, f"{line}\n")
    (fault,) = desk.faults()
    number = next(n for n, text in enumerate(desk.text(CASE).split("\n"), 1) if text == line)
    assert (fault.span.file.name, fault.span.line) == ("fiche.yaml", number)
    assert words in fault.message
    assert desk.act(State.DRAFT).can_be_written(State.DRAFT)


def test_an_image_is_a_figure_described_by_the_case(desk: Shelf) -> None:
    (desk.root / "cases/logo.png").write_bytes(picture())
    assert desk.lines(key="logo") == ["Pas de logo."]
    desk.add(CASE, "logo: logo.png\n")
    (block,) = desk.blocks(key="logo")
    assert block.kind is BlockKind.FIGURE
    assert block.figure is not None
    assert (block.figure.description, block.figure.picture.width) == ("Jardin", 30)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{{ logo }}\n", "est une image"),
        ("{{ fiche }}\n", "est un texte joint"),
        ("{{ projet.nom | figure(projet.nom) }}\n", "n’est pas une image"),
        ("{{ logo | figure(projet) }}\n", "n’est pas un texte"),
        ("Voici {{ logo | figure(projet.nom) }}\n", "seule dans son alinéa"),
        ("{{ logo | figure(projet.nom) }} ici\n", "seule dans son alinéa"),
        ("- {{ logo | figure(projet.nom) }}\n", "seule dans son alinéa"),
        ("{{ logo | figure }}\n", "veut une valeur"),
        ("{{ logo | figure(association) }}\n", "n’est pas un texte"),
        ("{{ logo | figure(association if terme else 'x') }}\n", "un chemin ou un texte"),
        ('{{ renvoi("objet") if terme else "x" }}\n', "seul dans ses accolades"),
        ("{{ (fiche if terme else 'a') | lettres }}\n", "est un texte joint"),
        ('{{ "a" | case("b") }}\n', "suit un chemin"),
        ("{{ compte.bic | rib }}\n", "n’est pas un IBAN"),
    ],
)
def test_how_a_clause_may_speak_of_them(desk: Shelf, body: str, words: str) -> None:
    desk.write("clauses/objet/logo.md", HEADER + body)
    assert words in desk.only().message


def test_a_description_may_be_a_name_and_never_nothing(desk: Shelf) -> None:
    (desk.root / "cases/logo.png").write_bytes(picture())
    desk.add(CASE, "logo: logo.png\n")
    desk.write("clauses/objet/logo.md", HEADER + "{{ logo | figure(association.nom) }}\n")
    (block,) = desk.blocks(key="logo")
    assert block.figure is not None
    assert block.figure.description == "Les Amis du Parc"
    desk.write("clauses/objet/logo.md", HEADER + "{{ logo | figure(tribunal) }}\n")
    assert desk.only().code.value == "CG210"


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("annexe: x\n    texte: projet.nom", "n’est pas un texte joint"),
        ("annexe: x\n    texte: rien", "variable inconnue"),
        ("annexe: x\n    texte: '\"a\"'", "attend un chemin"),
        ("annexe: x\n    texte: fiche\n    clauses: [objet/logo]", "soit des clauses"),
        ("annexe: x", "soit des clauses"),
        ("article: x\n    texte: fiche", "clé inconnue"),
    ],
)
def test_where_a_joined_text_may_stand(desk: Shelf, section: str, words: str) -> None:
    desk.edit(PROGRAMME, ("  - signature: [", f"  - {section}\n  - signature: ["))
    assert any(words in fault.message for fault in desk.faults())

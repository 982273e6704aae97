"""A library of one's own is a marker, a programme and clauses: no Word file, no Python."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pytest

from tests.library.shelf import build_file_tree
from tests.packaging.installed import python

HEADER = """\
---
version: 1.0.0
intitule: {title}
emploi: prêt de salle
sources: []
relue_le: 2026-11-22
---
"""
CASE = "dossiers/fiche.yaml"
FILES = {
    "convgen.toml": "format = 2\n",
    "templates/pret/programme.yaml": """\
titre: Convention de prêt de la salle « {{ salle }} »
parties:
  commune: {designation: la Commune}
  emprunteur: {designation: "l'Emprunteur", genre: masculin}
exige: [terme]
champs:
  salle: {type: texte, libelle: nom de la salle}
plan:
  - comparution: [pret/parties]
  - article: objet
    intitule: Objet
    clauses: [pret/objet]
""",
    "clauses/pret/parties.md": HEADER.format(title="Parties")
    + """\
{% for partie in parties %}
{{ partie.nom }}, ci-après {{ partie.definition }},

{% endfor %}
""",
    "clauses/pret/objet.md": HEADER.format(title="Objet")
    + "{{ commune }} prête à {{ emprunteur }} la salle {{ salle }} jusqu'au {{ terme }}.\n",
    CASE: """\
programme: pret
parties:
  commune:
    nature: commune
    denomination: Ville de Choisy-le-Roi
    siren: 219400223
    insee: 94022
    siege: {adresse: place Gabriel-Péri, code_postal: 94600, commune: Choisy-le-Roi}
    signataire: {civilite: Monsieur, prenom: Tonino, nom: Panetta, qualite: maire}
    habilitation: {acte: délibération, organe: conseil municipal, date: 19/11/2025}
  emprunteur:
    nature: association
    denomination: Les Amis du Parc
    siren: 200054781
    siege: {adresse: 1 rue Haute, code_postal: 94600, commune: Choisy-le-Roi}
    signataire: {civilite: Madame, prenom: Anne, nom: Le Goff, qualite: présidente}
salle: des Fêtes
terme: 31/12/2026
""",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return build_file_tree(tmp_path / "bibliotheque", FILES)


def render(library: Path, *options: str) -> CompletedProcess[str]:
    """Render the case, from the folder of the library."""
    cache = str(library.with_name("cache"))
    arguments = ("-m", "convgen", "render", CASE, *options)
    return python(*arguments, cwd=library, XDG_CACHE_HOME=cache)


def test_a_marker_a_programme_and_two_clauses_are_a_library(library: Path) -> None:
    ran = render(library)
    assert (ran.returncode, ran.stderr) == (0, "écrit : dossiers/fiche.docx (définitif)\n")
    word = docx.Document(str(library / "dossiers/fiche.docx"))
    texts = [paragraph.text.replace("\u00a0", " ") for paragraph in word.paragraphs]
    assert "Convention de prêt de la salle « des Fêtes »" in texts
    assert "La Commune prête à l’Emprunteur la salle des Fêtes jusqu’au 31 décembre 2026." in texts


def test_its_own_house_style_is_preferred_once_it_has_one(library: Path) -> None:
    (library / "templates/convention.docx").write_text("")
    ran = render(library)
    assert ran.returncode == 1
    assert "--> templates/convention.docx:1:1" in ran.stderr


def lose_the_marker(library: Path) -> None:
    (library / "convgen.toml").unlink()


def lose_the_programmes(library: Path) -> None:
    shutil.rmtree(library / "templates")
    (library / "templates").write_text("")


def lead_out(library: Path) -> None:
    shutil.move(library / "templates", library.parent)
    (library / "templates").symlink_to(library.parent / "templates")


def double_the_programme(library: Path) -> None:
    shutil.copytree(library / "templates/pret", library / "templates/Pret")


def lose_the_clauses(library: Path) -> None:
    shutil.rmtree(library / "clauses")
    (library / "clauses").symlink_to("nulle-part")


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lose_the_marker, "erreur[CG201] : ce dossier a des programmes ou des clauses"),
        (lose_the_programmes, "erreur[CG001] : c’est un fichier, pas un dossier\n --> templates:1"),
        (
            lead_out,
            "est hors de la bibliothèque (lien symbolique)\n --> templates/pret:1:1",
        ),
        (double_the_programme, "à la casse ou au codage des accents près\n --> templates/pret/"),
        (lose_the_clauses, "erreur[CG001] : ce lien ne mène nulle part\n --> clauses:1"),
    ],
)
@pytest.mark.parametrize("state", ["definitif", "brouillon"])
def test_a_spoilt_library_is_told_and_writes_nothing(
    library: Path, spoil: Callable[[Path], None], place: str, state: str
) -> None:
    spoil(library)
    before = sorted(library.rglob("*"))
    ran = render(library, "--etat", state)
    assert ran.returncode == 1
    assert place in ran.stderr
    assert "= aide :" in ran.stderr
    assert ran.stderr.endswith("rien n’a été écrit\n")
    assert sorted(library.rglob("*")) == before

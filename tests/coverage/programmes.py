"""A programme that declares what samples could stumble on, beside those of other tests."""

from __future__ import annotations

from pathlib import Path

from tests.authoring.programmes import NAMES as OTHERS
from tests.authoring.programmes import add_everything
from tests.library.shelf import build_file_tree

TWISTED = "retors"
NAMES = [*OTHERS, TWISTED]
FILE = f"templates/{TWISTED}/programme.yaml"
TEXT = """\
titre: Convention
parties:
  communes: {designation: les Communes, genre: féminin}
  financeur: {designation: "l’État", genre: masculin}
  autre: {designation: le Syndicat}
exige: [compte, terme]
admet: [prise_effet, calendrier, duree]
un_de: [[seul.a, b], [b, c]]
champs:
  seul:
    libelle: groupe d’une seule clé, que la fiche choisit ou non
    facultatif: oui
    champs:
      a: {type: texte, libelle: a}
  b: {type: oui_non, libelle: b}
  c: {type: choix, libelle: c, options: ["oui, « a » : 1", "~", "#2"], exemple: "#2"}
  ecart:
    libelle: fourchettes
    champs:
      jours_min: {type: entier, libelle: jours, exemple: "35"}
      jours_max: {type: entier, libelle: jours au plus}
      prix_min: {type: montant, libelle: prix}
      prix_max: {type: montant, libelle: prix au plus, exemple: "3"}
      delai_min: {type: duree, libelle: délai, exemple: 2 ans}
      delai_max: {type: duree, libelle: délai au plus, exemple: 3 mois}
      part_min: {type: pourcentage, libelle: part, facultatif: oui}
      part_max: {type: pourcentage, libelle: part au plus, facultatif: oui, exemple: 60 %}
  faux:
    libelle: exemples qui ne se lisent pas
    champs:
      duree: {type: duree, libelle: durée, exemple: environ un an}
      texte: {type: texte, libelle: "…", exemple: "[à compléter]"}
      choix: {type: choix, libelle: choix, options: [x, y], exemple: z}
      lignes: {type: texte, libelle: lignes, exemple: "une\n\nautre"}
  "null": {type: texte, libelle: clé que YAML lirait comme une absence}
  lots:
    libelle: lots
    liste_de:
      nom: {type: texte, libelle: nom du lot}
      mots: {type: liste, de: texte, libelle: mots, facultatif: oui}
      jours:
        libelle: jours
        facultatif: oui
        liste_de:
          jour: {type: date, libelle: jour, facultatif: oui}
  images: {type: liste, de: image, libelle: images, facultatif: oui}
plan:
  - article: objet
    intitule: Objet
    clauses: [objet/autre-essai]
"""


def add_all(root: Path) -> None:
    """Add to a copy of the real library the programmes of tests."""
    add_everything(root)
    build_file_tree(root, {FILE: TEXT})

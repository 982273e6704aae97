"""Programmes to write cases for: those of the library, and one with a field of every type."""

from __future__ import annotations

from pathlib import Path

from convgen.faults.diagnostic import Span
from convgen.library.programme import Programme
from convgen.library.store import Library
from tests.acts.desk import ROOT
from tests.library.shelf import build_file_tree

EVERYTHING = "tout"
NAMES = [*Library(ROOT).programme_names(), EVERYTHING]
FILE = f"templates/{EVERYTHING}/programme.yaml"
TEXT = """\
titre: Convention « {{ groupe.texte }} »
parties:
  commune: {designation: la Commune}
  association: {designation: "l’Association", genre: féminin}
exige: [calendrier.etapes, partage_donnees]
admet: [reference, terme, duree, prise_effet, tribunal, lieu_execution, montant, compte]
un_de: [[terme, duree], [groupe.lots, mode, autre.mode]]
champs:
  groupe:
    libelle: groupe
    champs:
      texte: {type: texte, libelle: texte, aide: Sans article., exemple: "n° 1 : complément"}
      entier: {type: entier, libelle: entier}
      nombre: {type: nombre, libelle: nombre}
      date: {type: date, libelle: date}
      mois: {type: mois, libelle: mois}
      duree: {type: duree, libelle: durée}
      montant: {type: montant, libelle: montant}
      part: {type: pourcentage, libelle: part}
      ouvert: {type: oui_non, libelle: ouverture}
      image: {type: image, libelle: image, facultatif: oui}
      texte_joint: {type: texte_joint, libelle: texte joint}
      lots: {type: liste, de: texte, libelle: lots, exemple: "[nord, sud]"}
      dates: {type: liste, de: date, libelle: dates, facultatif: oui}
      programme: {type: choix, libelle: numéro du programme, options: ["1", "2", "true"]}
  mode: {type: choix, libelle: mode, options: {a: mode A, b: mode B}}
  autre:
    libelle: autre groupe
    facultatif: oui
    champs:
      mode: {type: texte, libelle: autre mode}
      programme: {type: texte, libelle: programme budgétaire}
  facultatif:
    libelle: groupe de valeurs facultatives
    champs:
      un: {type: texte, facultatif: oui, libelle: un}
      deux: {type: texte, facultatif: oui, libelle: deux}
  elements:
    libelle: éléments
    liste_de:
      un: {type: texte, facultatif: oui, libelle: un}
      groupe:
        libelle: sous-groupe
        facultatif: oui
        champs:
          nom: {type: texte, libelle: nom}
plan:
  - article: objet
    intitule: Objet
    clauses: [objet/engagement-essai, objet/autre-essai]
  - article: fin
    intitule: Fin
    clauses: [fin/fin-essai, fin/fin-essai]
"""
CLAUSES = ("objet/engagement-essai", "objet/autre-essai", "fin/fin-essai")
CLAUSE = """\
---
version: 1.0.0
intitule: Essai
emploi: essai
relue_le: 2026-11-22
---
Un alinéa.
"""


def add_everything(root: Path) -> None:
    """Add to a library the programme with every type of field, and its clauses."""
    build_file_tree(root, {FILE: TEXT, **{f"clauses/{name}.md": CLAUSE for name in CLAUSES}})


def programme_of(root: Path, name: str) -> Programme:
    """A programme of a library, without fault."""
    programme, faults = Library(root).programme(name, Span(root))
    assert programme is not None, faults
    return programme

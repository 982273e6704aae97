"""A small library on disk, for tests to spoil: one programme, four clauses, one case."""

from __future__ import annotations

import atexit
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from convgen.faults.diagnostic import Diagnostic
from convgen.library.store import Library
from convgen.model.document import Block, BlockKind, RunKind
from convgen.model.state import State
from convgen.pipeline import Assembled, assemble_case

PROGRAMME, CASE = "templates/essai/programme.yaml", "cases/fiche.yaml"
CLAUSE = "clauses/objet/projet.md"
HEADER = """---
version: 1.0.0
intitule: Objet
emploi: essai
sources: []
relue_le: 2026-11-22
---
"""
FILES = {
    "convgen.toml": "format = 2\n",
    PROGRAMME: """\
titre: Convention « {{ projet.nom }} »
parties:
  commune: {designation: la Commune}
  association: {designation: "l’Association", genre: féminin}
termes:
  parties_ensemble: {designation: les Parties, genre: féminin}
exige: [terme]
admet: [reference, montant, duree, prise_effet, calendrier, tribunal, compte, \
versements, lieu_execution]
champs:
  projet:
    libelle: projet
    champs:
      nom: {type: texte, libelle: nom du projet}
      mode: {type: choix, facultatif: oui, libelle: mode du projet, options: {a: mode A, b: mode B}}
      lots: {type: liste, de: texte, facultatif: oui, libelle: lots du projet}
      nombre: {type: entier, facultatif: oui, libelle: nombre de lots}
      mesure: {type: nombre, facultatif: oui, libelle: mesure}
      part: {type: pourcentage, facultatif: oui, libelle: part}
      ouvert: {type: oui_non, facultatif: oui, libelle: ouverture}
plan:
  - comparution: [parties/comparution]
  - article: objet
    intitule: Objet
    clauses: [objet/projet]
  - signature: [signature/lieu]
    bloc: signature/bloc
""",
    "clauses/parties/comparution.md": HEADER
    + """\
{% for partie in parties %}
**{{ partie.nom }}**, ci-après {{ partie.definition }},

{% endfor %}
ci-après {{ parties_ensemble.definition }}.
""",
    CLAUSE: HEADER + "La convention porte sur {{ projet.nom }}.\n",
    "clauses/signature/lieu.md": HEADER + "Fait à {{ signature.lieu }}.\n",
    "clauses/signature/bloc.md": HEADER + "Pour {{ partie }}\n\nLe {{ partie.signe_le }}\n",
    CASE: """\
programme: essai
parties:
  commune:
    nature: commune
    denomination: Ville de Choisy-le-Roi
    siren: 219400223
    insee: 94022
    siege: {adresse: place Gabriel-Péri, code_postal: 94600, commune: Choisy-le-Roi}
    signataire: {civilite: Monsieur, prenom: Tonino, nom: Panetta, qualite: maire}
    habilitation: {acte: délibération, organe: conseil municipal, date: 19/11/2025}
  association:
    nature: association
    denomination: Les Amis du Parc
    siren: 200054781
    siege: {adresse: 1 rue Haute, code_postal: 94600, commune: Choisy-le-Roi}
    signataire: {civilite: Madame, prenom: Anne, nom: Le Goff, qualite: présidente}
projet:
  nom: Jardin
terme: 31/12/2026
""",
}
_MARK = re.compile(r"# erreur: ((?:CG\d{3}[ ,]*)+)")
_MARK_BELOW = re.compile(r"# erreur dessous: (CG\d{3})")


def build_file_tree(root: Path, files: Mapping[str, str]) -> Path:
    """Write texts under `root`, folders made on the way."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def expected(*files: Path) -> list[tuple[str, int, str]]:
    """The faults that the comments of files announce: file, line, code."""
    found = []
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            for codes in _MARK.findall(line):
                found += [(file.name, number, code) for code in re.findall(r"CG\d{3}", codes)]
            found += [(file.name, number + 1, code) for code in _MARK_BELOW.findall(line)]
    return found


def told(diagnostics: list[Diagnostic]) -> list[tuple[str, int, str]]:
    """Each fault as `expected` writes it."""
    return [(d.span.file.name, d.span.line, d.code.value) for d in diagnostics]


@cache
def _shared() -> Library:
    """The library of `FILES`, opened once: half the time of a test is to open its own."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Library(build_file_tree(Path(folder.name), FILES))


@dataclass
class Shelf:
    """The library under `root`; `spoilt` when it may differ from the one of `FILES`."""

    root: Path
    spoilt: bool = False

    def write(self, name: str, text: str) -> Path:
        """Replace a file."""
        self.spoilt = self.spoilt or not name.startswith("cases/")
        build_file_tree(self.root, {name: text})
        return self.root / name

    def edit(self, name: str, *changes: tuple[str, str]) -> Path:
        """Replace texts of a file, each found exactly once."""
        text = self.text(name)
        for old, new in changes:
            assert text.count(old) == 1, f"{text.count(old)} × {old!r}"
            text = text.replace(old, new)
        return self.write(name, text)

    def text(self, name: str) -> str:
        """What a file says."""
        return (self.root / name).read_text("utf-8")

    def add(self, name: str, text: str) -> Path:
        """Add a text at the end of a file."""
        return self.write(name, self.text(name) + text)

    def body(self, text: str) -> Path:
        """Replace the body of the clause under test."""
        return self.write(CLAUSE, HEADER + text)

    def project(self, *lines: str) -> Path:
        """Add fields to the project of the case."""
        return self.edit(CASE, ("  nom: Jardin\n", "\n".join(["  nom: Jardin", *lines, ""])))

    def act(self, state: State = State.FINAL) -> Assembled:
        """Assemble the case."""
        return assemble_case(self.root / CASE, state, None if self.spoilt else _shared())

    def faults(self, state: State = State.FINAL) -> list[Diagnostic]:
        """The faults of the case and of its library."""
        return self.act(state).diagnostics

    def blocks(self, state: State = State.FINAL, key: str = "objet") -> list[Block]:
        """The blocks of one section, its heading aside."""
        act = self.act(state)
        assert act.document is not None, act.diagnostics
        return [b for s in act.document.sections if s.key == key for b in s.blocks]

    def lines(self, state: State = State.FINAL, key: str = "objet") -> list[str]:
        """Each block of a section as « kind number: text », cells between bars."""
        return [shown(block) for block in self.blocks(state, key)]

    def only(self, state: State = State.FINAL) -> Diagnostic:
        """The one fault there is."""
        faults = self.faults(state)
        assert len(faults) == 1, faults
        return faults[0]


def shown(block: Block) -> str:
    """A block on one line, its typography plain."""
    if block.rows:
        rows = (
            " | ".join("/".join("".join(run.text for run in line) for line in cell) for cell in row)
            for row in block.rows
        )
        text = " || ".join(rows)
    else:
        text = block.text
    kind = "" if block.kind is BlockKind.PARAGRAPH else f"{block.kind.value} "
    number = f"{block.number} " if block.number else ""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    return f"{kind}{number}{plain}"


def kinds(block: Block) -> list[tuple[str, str]]:
    """The runs of a block: kind and text."""
    return [(run.kind.value, run.text) for run in block.all_runs()]


GAP, BLANK, VALUE = RunKind.GAP.value, RunKind.BLANK.value, RunKind.VALUE.value

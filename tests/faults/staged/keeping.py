"""What the one who keeps a library sees with `convgen coverage`, which writes acts to tell."""

from __future__ import annotations

from pathlib import Path

from convgen.coverage.measure import measure
from convgen.faults.diagnostic import Diagnostic
from convgen.library.store import Library
from tests.library.shelf import build_file_tree
from tests.support.small_library import write_library

LIBRARY = """\
=== templates/pret/programme.yaml
champs:
  nombre: {type: entier, libelle: nombre de barnums}
plan:
  - comparution: [parties/comparution]
  - article: objet
    intitule: Objet
    clauses: [objet/pret]
  - signature: [signature/lieu]
    bloc: signature/bloc
=== clauses/objet/pret.md
{{ commune }} prête {{ nombre }} barnums.
{% if nombre = 100 %}
Leur transport est à la charge {{ association.de }}.
{% endif %}
=== clauses/signature/lieu.md
Fait à {{ signature.lieu }}.
=== clauses/signature/bloc.md
Pour {{ partie }}

Le {{ partie.signe_le }}
"""
IDLE = """\
exceptions:
  - dans: objet/pret
    condition: "{% if nombre = 50 %}"
    jamais: vraie
    raison: le seuil attend la délibération de juin
"""
CASE = """\
programme: pret
parties:
  commune:
    nature: commune
    denomination: Commune de Valombre
    siren: 200 000 024
    siege: {adresse: 1 place du Modèle, code_postal: 83999, commune: Valombre}
    signataire: {civilite: Monsieur, prenom: Alix, nom: Diallo, qualite: maire}
    habilitation: {acte: délibération, organe: conseil municipal, date: 20/01/2026}
  association:
    nature: association
    denomination: Les Amis du Parc
    siren: 200 000 016
    siege: {adresse: 2 rue des Essais, code_postal: 83999, commune: Valombre}
    signataire: {civilite: Madame, prenom: Camille, nom: Martin, qualite: présidente}
nombre: 100
"""


def a_condition_that_no_case_meets(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A library whose cases leave a condition aside, with an exception of no use; or covered."""
    write_library(folder, LIBRARY)
    given = {"couverture.yaml": IDLE} if faulty else {"cases/pret/cent-barnums.yaml": CASE}
    build_file_tree(folder, given)
    return measure(Library(folder), folder / "actes").faults

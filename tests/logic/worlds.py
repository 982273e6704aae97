"""Cases of a small programme: what each may hold, as a jurist writes it and as formulas see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from convgen.library.store import Library
from convgen.logic.formula import ABSENT, All, Formula, Is, No, Some
from convgen.model.state import State
from convgen.pipeline import Assembled, assemble_case
from tests.library.shelf import HEADER, build_file_tree

World = Mapping[str, str]  # the value of each variable


@dataclass(frozen=True)
class Option:
    """One way to fill a part of a case: its YAML, and the variables that it gives."""

    written: str
    variables: World


def _left_out(*paths: str) -> Option:
    return Option("", dict.fromkeys(paths, ABSENT))


_PARTY = """\
  {role}:
    nature: {nature}
    denomination: {name}
    signataire: {{civilite: Madame, prenom: Anne, nom: Le Goff, qualite: présidente}}
"""
_SIREN = "    siren: 200054781\n"
_SEAT = "    siege: {adresse: 1 rue Haute, code_postal: 94600, commune: Choisy-le-Roi}\n"
_ACT = "    habilitation: {acte: délibération, organe: conseil municipal, date: 19/11/2025}\n"
_SIGNED = "    signe_le: 15/12/2025\n"


def _party(nature: str, *parts: str) -> Option:
    name = "État" if nature == "État" else "Le Parc"
    written = _PARTY.format(role="association", nature=nature, name=name) + "".join(parts)
    known = {
        f"association.{part}": "…" if f"    {part}:" in written else ABSENT
        for part in ("siren", "siege", "habilitation", "insee", "signe_le")
    }
    return Option(written, {"association.nature": nature, "association.nom": name, **known})


COMMUNE = (
    _PARTY.format(role="commune", nature="commune", name="Choisy")
    + _SIREN.replace("200054781", "219400223")
    + _SEAT
    + _ACT
)
FACETS: Mapping[str, tuple[Option, ...]] = {
    "association": (
        _party("association", _SIREN, _SEAT),
        _party("association", _SIREN, _SEAT, _ACT),
        _party("commune", _SIREN, _SEAT, _ACT),
        _party("État"),
        _party("État", _SEAT, _SIGNED),
    ),
    "nom": (Option("nom: Jardin\n", {"nom": "Jardin"}), Option("nom: Parc\n", {"nom": "Parc"})),
    "mode": (
        _left_out("mode"),
        *(Option(f"mode: {key}\n", {"mode": key}) for key in ("a", "b")),
    ),
    "ouvert": (
        _left_out("ouvert"),
        *(Option(f"ouvert: {answer}\n", {"ouvert": answer}) for answer in ("oui", "non")),
    ),
    "nombre": (
        _left_out("nombre"),
        *(Option(f"nombre: {n}\n", {"nombre": n}) for n in ("0", "3", "7")),
    ),
    "montant": (
        _left_out("montant"),
        Option("montant: 50 000,50 €\n", {"montant": "50000.5"}),
        Option("montant: 12 €\n", {"montant": "12"}),
    ),
    "duree": (_left_out("duree"), Option("duree: 1 an\n", {"duree": "…"})),
    "lots": (
        _left_out("lots"),
        *(Option(f"lots: [{', '.join('xyzt'[:n])}]\n", {"lots": str(n)}) for n in (1, 2, 3, 4)),
    ),
    "formation": (
        _left_out("formation", "formation.jours"),
        Option("formation: {lieu: Nice}\n", {"formation": "…", "formation.jours": ABSENT}),
        *(
            Option(
                f"formation: {{lieu: Nice, jours: {n}}}\n",
                {"formation": "…", "formation.jours": n},
            )
            for n in ("2", "3")
        ),
    ),
    "alternative": (
        Option("debut: 01/01/2026\n", {"debut": "…", "projet.fin": ABSENT}),
        Option("projet: {code: x, fin: 01/01/2026}\n", {"debut": ABSENT, "projet.fin": "…"}),
    ),
    "signature": tuple(
        Option(
            f"signature: {{{', '.join(filter(None, (place, day)))}}}\n" if place or day else "",
            {"signature.lieu": place[6:], "signature.date": day[6:]},
        )
        for place in ("", "lieu: Choisy-le-Roi", "lieu: Thiais")
        for day in ("", "date: 15/12/2025")
    ),
}
PROGRAMME = """\
titre: Convention
parties:
  commune: {designation: la Commune}
  association: {designation: "l’Association", genre: féminin}
termes:
  travaux: {designation: les Travaux, genre: masculin}
admet: [montant, duree]
un_de: [[debut, projet.fin]]
champs:
  nom: {type: texte}
  mode: {type: choix, facultatif: oui, options: {a: mode A, b: mode B}}
  ouvert: {type: oui_non, facultatif: oui}
  nombre: {type: entier, facultatif: oui}
  lots: {type: liste, de: texte, facultatif: oui}
  formation:
    facultatif: oui
    champs:
      lieu: {type: texte}
      jours: {type: entier, facultatif: oui}
  debut: {type: date}
  projet:
    champs:
      code: {type: texte}
      fin: {type: date}
plan:
  - comparution: [parties/comparution]
"""
_COMPARUTION = """\
{% for partie in parties %}
{{ partie.nom }}, ci-après {{ partie.definition }}.

{% endfor %}
"""
_FACETS = {"debut": "alternative", "projet": "alternative"}


def facet_of(path: str) -> str:
    """The part of a case that says what a path is worth."""
    first = path.partition(".")[0]
    return _FACETS.get(first, first)


def choices(facets: Iterable[str]) -> Iterator[dict[str, Option]]:
    """Every way to fill some parts of a case, the others filled as they first can be."""
    named = list(facets)
    usual = {name: options[0] for name, options in FACETS.items()}
    for taken in product(*(FACETS[name] for name in named)):
        yield {**usual, **dict(zip(named, taken, strict=True))}


def world_of(choice: Mapping[str, Option]) -> World:
    """The variables of a case."""
    return {name: value for one in choice.values() for name, value in one.variables.items()}


def holds(formula: Formula, world: World) -> bool:
    """Is a formula true in a world?"""
    match formula:
        case Is(variable, value):
            return world[variable] == value
        case No(part):
            return not holds(part, world)
        case All(parts):
            return all(holds(part, world) for part in parts)
        case Some(parts):
            return any(holds(part, world) for part in parts)


@dataclass
class Office:
    """A library with that programme, and where its cases are written."""

    root: Path
    library: Library

    @classmethod
    def opened(cls, root: Path, plan: str, clauses: Mapping[str, str]) -> Office:
        """Write a library whose programme has those lines of a plan, and those clauses."""
        heads = {name: "" if body.startswith("---") else HEADER for name, body in clauses.items()}
        files = {f"clauses/{name}.md": heads[name] + body for name, body in clauses.items()}
        files["clauses/parties/comparution.md"] = HEADER + _COMPARUTION
        files |= {
            "convgen.toml": "format = 2\n",
            "templates/essai/programme.yaml": PROGRAMME + plan,
        }
        return cls(root, Library(build_file_tree(root, files)))

    def act(self, choice: Mapping[str, Option]) -> Assembled:
        """Write a case, and assemble it."""
        parts = {name: one.written for name, one in choice.items()}
        party = parts.pop("association")
        fields = "" if "projet" in parts["alternative"] else "projet: {code: x}\n"
        written = f"programme: essai\nparties:\n{COMMUNE}{party}{''.join(parts.values())}{fields}"
        file = self.root / "cases" / "fiche.yaml"
        build_file_tree(self.root, {"cases/fiche.yaml": written})
        return assemble_case(file, State.FINAL, self.library)

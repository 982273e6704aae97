"""The facts of the notes: all in the acts, from the cases, none in a clause."""

from __future__ import annotations

import pytest

from tests.acts import (
    facts_avenant,
    facts_engagement,
    facts_experimentation,
    facts_partenariat,
    facts_services,
    facts_subvention,
)
from tests.acts.desk import ALPES, ROOT, Desk
from tests.acts.reading import Act, plain
from tests.acts.table import READY_TO_SIGN, Version

FACTS = (
    facts_engagement,
    facts_subvention,
    facts_experimentation,
    facts_partenariat,
    facts_services,
    facts_avenant,
)
KNOWN = dict(zip(READY_TO_SIGN, FACTS, strict=True))


def each(name: str) -> list[object]:
    """Every entry of one list, with the act that it belongs to."""
    return [
        pytest.param(version, entry, id=f"{version}-{entry}")
        for version, known in KNOWN.items()
        for entry in getattr(known, name)
    ]


@pytest.mark.parametrize(("version", "fact"), each("FACTS"))
def test_a_fact_is_in_the_act(acts: dict[Version, Act], version: Version, fact: str) -> None:
    assert KNOWN[version].FACTS[fact] in "\n".join(acts[version].word_lines)


def clause_bodies() -> dict[str, str]:
    files = sorted((ROOT / "clauses").glob("*/*.md"))
    return {
        f"{file.parent.name}/{file.stem}": plain(file.read_text("utf-8").split("---\n", 2)[2])
        for file in files
    }


# Words of one case that are also common words of the law: where a clause may write them.
ALLOWED = {
    ("signature/bloc", "maire "),  # « Pour le maire et par délégation »
    # the decree of 31 December 2021; six months, in loi n° 2000-321, art. 10
    ("financement/engagement-republicain", "décembre"),
    ("financement/engagement-republicain", "2021"),
    ("financement/compte-rendu-six-mois", "six mois"),
}


@pytest.mark.parametrize(
    "fact", sorted({fact for known in KNOWN.values() for fact in known.OF_A_CASE})
)
def test_no_clause_holds_a_fact(fact: str) -> None:
    holders = {
        name
        for name, body in clause_bodies().items()
        if fact in body and (name, fact) not in ALLOWED
    }
    assert holders == set()


@pytest.mark.parametrize(("version", "fact"), each("PECULIAR"))
def test_no_other_act_says_what_is_peculiar_to_one(
    acts: dict[Version, Act], version: Version, fact: str
) -> None:
    assert fact in plain(acts[version].text)
    others = [act for other, act in acts.items() if other.table != version.table]
    assert others
    assert not any(fact in plain(act.text) for act in others)


@pytest.mark.parametrize(
    ("version", "moved"),
    [
        pytest.param(version, moved, id=f"{version}-{moved[2][:24]}-{moved[3][:24]}")
        for version, known in KNOWN.items()
        for moved in known.MOVED
    ],
)
def test_the_act_follows_the_case(
    desk: Desk, version: Version, moved: tuple[str, str, str, str, int]
) -> None:
    file, old, new, said, times = moved
    desk.complete()
    desk.edit(file, (old, new))
    act = desk.act(version.case)
    assert act.errors == []
    assert plain(act.text).count(said) == times


def test_the_grant_serves_another_departement(desk: Desk) -> None:
    """Nothing of the first one stays behind, in the act nor in its annex."""
    of = ["qualite: préfet", "denomination: Département", "territoire: le département"]
    of += ["ordonnateur: le préfet", "titulaire: Paierie départementale", "nom: préfecture"]
    of += ["nom: Département"]
    desk.edit(ALPES, *((f"{words} des Alpes-Maritimes", f"{words} de l’Allier") for words in of))
    desk.edit(
        ALPES,
        ("civilite: Monsieur\n      prenom: Hugues", "civilite: Madame\n      prenom: Claude"),
        ("nom: Moutouh", "nom: Martin"),
        ("qualite: préfet de", "qualite: préfète de"),
        ("ordonnateur: le préfet de", "ordonnateur: la préfète de"),
        ("commune: Nice Cedex 3", "commune: Moulins"),
        ("tribunal: Nice ", "tribunal: Clermont-Ferrand "),
    )
    act = desk.act(ALPES)
    assert act.errors == []
    text = plain(act.text)
    assert [word for word in ("Alpes-Maritimes", "Moutouh", "Nice") if word in text] == []
    assert "L’État, représenté par Madame Claude Martin, préfète de l’Allier en exercice," in text
    assert "La Subvention est versée par la préfète de l’Allier, sur les crédits" in text

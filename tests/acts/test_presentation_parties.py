"""The points that a jurist looks at first: how the parties are presented, and sign."""

from __future__ import annotations

import re

import pytest

from tests.acts.desk import ALPES, CHOISY, COMMON, Desk
from tests.acts.reading import Act, index, signatures
from tests.acts.table import ACTS, EUROPIA, NUMERIAN, READY_TO_SIGN, S2MIA, VAR, Version
from tests.acts.table import ALPES as GRANT
from tests.acts.table import CHOISY as ENGAGEMENT

each_act = pytest.mark.parametrize("version", READY_TO_SIGN, ids=str)

# Each party, in order: its name, or how it opens, and its designation.
PARTIES = {
    ENGAGEMENT: {
        "Métropole du Grand Paris": "la Métropole",
        "Ville de Choisy-le-Roi": "le Bénéficiaire",
    },
    GRANT: {"L’État": "l’État", "Département des Alpes-Maritimes": "le Département"},
    VAR: {"Département du Var": "le Département", "Commune de Valombre": "la Collectivité"},
    EUROPIA: {
        "Département des Alpes-Maritimes": "le Département",
        "Institut Europ’IA": "le Bénéficiaire",
    },
    NUMERIAN: {"Syndicat mixte Numérian": "le Syndicat", "Commune de Valombre": "le Partenaire"},
    S2MIA: {
        "Département des Alpes-Maritimes": "le Département",
        "Syndicat mixte de la Maison de l’intelligence artificielle": "le Syndicat mixte",
    },
}
KINDS = {
    "Métropole du Grand Paris": "établissement public de coopération intercommunale",
    "Ville de Choisy-le-Roi": "collectivité territoriale",
    "Département des Alpes-Maritimes": "collectivité territoriale",
    "Département du Var": "collectivité territoriale",
    "Commune de Valombre": "collectivité territoriale",
    "Syndicat mixte Numérian": "établissement public",
    "Syndicat mixte de la Maison de l’intelligence artificielle": "établissement public",
}


@each_act
def test_03_the_parties_open_the_act(acts: dict[Version, Act], version: Version) -> None:
    assert acts[version].word_lines[1] == "Entre les soussignés"


@pytest.mark.parametrize(
    ("version", "name"),
    [(version, name) for version in PARTIES for name in PARTIES[version] if name in KINDS],
    ids=str,
)
def test_04_to_08_each_party_is_presented_in_order(
    acts: dict[Version, Act], version: Version, name: str
) -> None:
    act, rank = acts[version], list(PARTIES[version]).index(name)
    first = index(act, f"{name}, {KINDS[name]}, ")
    who, represented, called, side = act.word_lines[first : first + 4]
    assert re.fullmatch(  # 4. legal person, identifier, seat
        rf"{name}, {KINDS[name]}, personne morale de droit public, dont le siège est situé .+, "
        r"\d{5} .+, identifiée sous le numéro (SIREN|SIRET) \d{3} \d{3} \d{3}( \d{5})?,.*",
        who,
    )
    assert re.fullmatch(  # 5. representative, office; 6. act: kind, organ, date
        r"représentée par (Monsieur|Madame) [^,]+, [^,]+ en exercice,.* ayant reçu habilitation à "
        r"signer le présent acte par délibération (n° \S+ )?(du|de la|de l’).+ du "
        r"\d+(er)? \w+ \d{4},.*",
        represented,
    )
    # 7. agreed with « personne morale »
    assert called == f"ci-après dénommée « {PARTIES[version][name]} »,"
    assert side == ("d’une part,", "d’autre part,")[rank]  # 8


def test_04_to_08_the_state_is_presented_as_it_is(grant: Act) -> None:
    """No kind, no seat, no number, no act: the prefect signs by office; all agrees with it."""
    first = index(grant, "L’État, ")
    assert grant.word_lines[first : first + 3] == [
        "L’État, représenté par Monsieur Hugues Moutouh, préfet des Alpes-Maritimes en exercice,",
        "ci-après dénommé « l’État »,",
        "d’une part,",
    ]


def test_04_what_is_known_of_the_state_is_said(desk: Desk) -> None:
    desk.edit(
        ALPES,
        (
            "    denomination: État\n",
            "    denomination: État\n    siren: 110 000 015\n    siege:\n"
            "      {adresse: 1 place du Palais, code_postal: 06000, commune: Nice}\n",
        ),
    )
    assert desk.act(ALPES).lines("comparution")[0] == (
        "L’État, dont le siège est situé 1 place du Palais, 06000 Nice, identifié sous le numéro "
        "SIREN 110 000 015, représenté par Monsieur Hugues Moutouh, préfet des Alpes-Maritimes en "
        "exercice,"
    )


@pytest.mark.parametrize("version", ACTS, ids=str)
def test_04_to_09_the_parties_are_presented_by_nothing_else(
    acts: dict[Version, Act], version: Version
) -> None:
    opening = acts[version].lines("comparution")
    ends = ["ci-après", "d’une", "ci-après", "d’autre", "ci-après"]
    starts = [line.split(" ")[0] for line in opening]
    assert [start for start in starts if start.startswith(("ci-", "d’"))] == ends
    assert len(opening) == 9 - (version is GRANT)  # the State is told in one paragraph


SENT, RECEIVED = "      transmise_le: 26/11/2025\n", "      recue_le: 26/11/2025\n"


@pytest.mark.parametrize(
    ("removed", "said"),
    [
        ([RECEIVED], "acte transmis au représentant de l’État le 26 novembre 2025,"),
        ([SENT], "acte reçu par le représentant de l’État le 26 novembre 2025,"),
        ([SENT, RECEIVED], "par délibération du conseil municipal du 19 novembre 2025,"),
    ],
)
def test_06_what_is_known_of_the_transmission_is_said(
    desk: Desk, removed: list[str], said: str
) -> None:
    desk.complete()
    desk.edit(CHOISY, *((line, "") for line in removed))
    assert desk.act().lines("comparution")[5].endswith(said)


@pytest.mark.parametrize(
    ("nature", "words"),
    [
        ("association", "association, personne morale de droit privé,"),
        ("département", "collectivité territoriale, personne morale de droit public,"),
    ],
)
def test_04_the_law_that_governs_a_party_follows_its_nature(
    desk: Desk, nature: str, words: str
) -> None:
    desk.complete()
    desk.edit(CHOISY, ("nature: commune", f"nature: {nature}"))
    assert desk.act().lines("comparution")[4].startswith(f"Ville de Choisy-le-Roi, {words} dont ")


def test_06_the_number_of_the_act_is_printed(desk: Desk) -> None:
    desk.complete()
    organ = "organe: conseil municipal\n"
    desk.edit(CHOISY, (organ, f"{organ}      numero: 25-111\n"))
    assert any("n° 25-111 du conseil municipal du 19 " in line for line in desk.act().word_lines)


def test_06_the_delegation_of_an_organ_is_cited(desk: Desk) -> None:
    desk.complete()
    desk.edit(
        COMMON,
        (
            "      organe: bureau\n",
            "      organe: bureau\n      delegation:\n"
            "        {acte: délibération du conseil métropolitain, numero: 7, date: 09/07/2020}\n",
        ),
    )
    act = desk.act()
    assert any(
        "par délibération du bureau du 14 octobre 2025, sur délégation consentie par délibération "
        "du conseil métropolitain n° 7 du 9 juillet 2020," in line
        for line in act.word_lines
    )
    assert not any("délégation" in fault.message for fault in act.assembled.diagnostics)


@each_act
def test_09_the_parties_are_defined_together(acts: dict[Version, Act], version: Version) -> None:
    act = acts[version]
    after = index(act, "ci-après ensemble")
    assert act.word_lines[after] == "ci-après ensemble « les Parties »."
    assert "« les Parties »" not in "\n".join(act.word_lines[after + 1 :])


SIGNED = {
    ENGAGEMENT: [
        ["Pour la Métropole,", "Métropole du Grand Paris", "Monsieur Patrick Ollier, président"],
        ["Pour le Bénéficiaire,", "Ville de Choisy-le-Roi", "Monsieur Tonino Panetta, maire"],
    ],
    GRANT: [
        ["Pour l’État,", "Monsieur Hugues Moutouh, préfet des Alpes-Maritimes"],
        [
            "Pour le Département,",
            "Département des Alpes-Maritimes",
            "Monsieur Charles Ange Ginésy, président du conseil départemental",
        ],
    ],
    VAR: [
        [
            "Pour le Département,",
            "Département du Var",
            "Madame Camille Martin, présidente du conseil départemental",
        ],
        ["Pour la Collectivité,", "Commune de Valombre", "Monsieur Alix Diallo, maire"],
    ],
    NUMERIAN: [
        [
            *["Pour le Syndicat,", "Syndicat mixte Numérian", "Monsieur Camille Martin, président"],
            "Fait au Pouzin,",
        ],
        [
            *["Pour le Partenaire,", "Commune de Valombre", "Monsieur Alix Diallo, maire"],
            f"Fait à {'_' * 24},",
        ],
    ],
    EUROPIA: [
        [
            *["Pour le Département,", "Département des Alpes-Maritimes"],
            "Monsieur Charles Ange Ginésy, président du conseil départemental",
        ],
        ["Pour le Bénéficiaire,", "Institut Europ’IA", "Monsieur Marco Landi, président"],
    ],
    S2MIA: [
        [
            *["Pour le Département,", "Département des Alpes-Maritimes"],
            "Monsieur Charles Ange Ginésy, président du conseil départemental",
        ],
        [
            "Pour le Syndicat mixte,",
            "Syndicat mixte de la Maison de l’intelligence artificielle",
            "Pour le président et par délégation,",
            "Monsieur Jean Leonetti, vice-président",
        ],
    ],
}


@each_act
def test_23_signatories_follow_the_parties_with_the_same_office(
    acts: dict[Version, Act], version: Version
) -> None:
    act = acts[version]
    cells = signatures(act)
    assert [cell[:-1] for cell in cells] == SIGNED[version]
    assert all(cell[-1].casefold().startswith("le ___") for cell in cells)
    heading = "\n".join(act.word_lines[2 : index(act, "ci-après ensemble")])
    signatories = [next(t for t in cell if t.startswith(("Mons", "Mada"))) for cell in cells]
    places = [heading.index(f" par {name} en exercice,") for name in signatories]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("nature", "formula"),
    [
        ("commune", "Pour le maire et par délégation,"),
        ("EPCI", "Pour le président et par délégation,"),
    ],
)
def test_24_a_delegate_signs_as_one(desk: Desk, nature: str, formula: str) -> None:
    desk.complete()
    desk.edit(
        CHOISY,
        ("nature: commune", f"nature: {nature}"),
        (
            "      qualite: maire\n",
            "      qualite: adjointe au maire\n"
            "      delegation: {acte: arrêté, numero: 2025-12, date: 01/02/2025}\n",
        ),
    )
    act = desk.act()
    cells = signatures(act)
    assert "délégation" not in "".join(cells[0])
    assert cells[1][2:4] == [formula, "Monsieur Tonino Panetta, adjointe au maire"]
    assert any(
        "adjointe au maire en exercice, agissant sur délégation consentie par arrêté n° 2025-12 du "
        "1er février 2025, ayant reçu habilitation" in line
        for line in act.word_lines
    )


def test_24_the_prefect_too_may_delegate(desk: Desk) -> None:
    desk.edit(
        ALPES,
        (
            "      qualite: préfet des Alpes-Maritimes\n",
            "      qualite: secrétaire général de la préfecture des Alpes-Maritimes\n"
            "      delegation: {acte: arrêté, numero: 2023-900, date: 01/09/2023}\n",
        ),
    )
    act = desk.act(ALPES)
    name = "Monsieur Hugues Moutouh, secrétaire général de la préfecture des Alpes-Maritimes"
    assert signatures(act)[0][1:3] == ["Pour le préfet et par délégation,", name]
    assert act.lines("comparution")[0] == (
        f"L’État, représenté par {name} en exercice, agissant sur délégation consentie par arrêté "
        "n° 2023-900 du 1er septembre 2023,"
    )

"""The facts of the avenant to the convention with the Institut Europ'IA."""

from __future__ import annotations

from tests.acts.desk import EUROPIA

# Each fact, in the sentence of the act that must carry it.
FACTS = {
    "title": "Avenant n° 1 à la convention du 25 janvier 2023\n",
    "Département": "Département des Alpes-Maritimes, collectivité territoriale, personne morale "
    "de droit public,",
    "Département, seat": "dont le siège est situé Centre administratif départemental, 147 "
    "boulevard du Mercantour, BP 3007, 06201 Nice Cedex 3,",
    "Département, SIREN": "identifiée sous le numéro SIREN 220 600 019,",
    "Département, service": "agissant par sa direction générale adjointe chargée de la culture, de "
    "la transformation numérique et de la relation usagers,",
    "Département, president": "représentée par Monsieur Charles Ange Ginésy, président du conseil "
    "départemental en exercice",
    "Département, name": "ci-après dénommée « le Département »,",
    "association": "Institut Europ’IA, association, personne morale de droit privé, dont le siège "
    "est situé 300 route des Crêtes, 06560 Valbonne Sophia Antipolis,",
    "association, president": "Marco Landi, président en exercice,",
    "association, name": "ci-après dénommée « le Bénéficiaire »,",
    "first grant": "Vu la délibération de l’assemblée départementale du 20 janvier 2023, qui "
    "attribue au Bénéficiaire une subvention de 230 000 € ;",
    "initial convention": "Vu la convention signée par les Parties le 25 janvier 2023, qui a pour "
    "objet le fonctionnement de l’association Institut Europ’IA,",
    "second grant": "Vu la délibération de la commission permanente du ",
    "more": "qui attribue au Bénéficiaire une subvention complémentaire de 50 000 €",
    "why": "Cette attribution est motivée par l’accroissement de l’activité de l’association.",
    "sum": "La somme ainsi ajoutée s’élève à 50 000 € (cinquante mille euros)",
    "total": "est de 230 000 €. Il est porté à 280 000 € (deux cent quatre-vingt mille euros).",
    "once": "en une seule fois, dès la notification du présent avenant.",
    "accounts": "\nun tableau des charges et des produits, qui retrace l’emploi de la somme "
    "versée ;\n",
    "first annex": "\nune annexe 1, qui explique ce tableau ;\n",
    "second annex": "\nune annexe 2, qui dresse le bilan qualitatif des actions, notamment leur "
    "déroulement, leur fréquentation et la revue de presse.\n",
    "late": "À défaut de transmission dans ce délai, l’attribution du Complément est annulée.",
    "year": "sur les crédits de l’exercice 2023, à l’exclusion",
    "place and copies": "Fait à Nice, en deux exemplaires originaux.",
}

# What belongs to this act or its parties, and so to a case.
OF_A_CASE = [
    *["Europ", "Landi", "Valbonne", "Crêtes", "25 janvier", "20 janvier", "230 000", "280 000"],
    *["50 000", "accroissement", "revue de presse", "fréquentation", "direction générale adjointe"],
    *["assemblée départementale", "tableau des charges", "2023"],
]

# What no other act may say.
PECULIAR = [
    *["Europ’IA", "Landi", "Valbonne", "230 000", "280 000", "la Convention initiale"],
    *["le Complément", "contrat d’engagement républicain", "revue de presse", "25 janvier 2023"],
]

# A value of the case, another in its place, and how often the act then says the other.
_AMOUNT = ("\nmontant: 50 000 €", "\nmontant: 20 000,50 €")
_INITIAL = "  montant: 230 000 €\n"
_PARTS = (
    "  - fraction: 100 %\n    echeance: dès la notification du présent avenant\n",
    "  - {fraction: 60 %, echeance: à la signature}\n  - {fraction: 40 %, echeance: en juin}\n",
)
MOVED = [
    (EUROPIA, "date: 25/01/2023", "date: 24/01/2023", "convention du 24 janvier 2023", 1),
    (EUROPIA, "date: 20/01/2023", "date: 19/01/2023", "départementale du 19 janvier 2023,", 1),
    (EUROPIA, _INITIAL, "  montant: 220 000 €\n", "est de 220 000 €. Il est porté à 270 000 €", 1),
    (EUROPIA, *_AMOUNT, "Il est porté à 250 000,50 €", 1),
    (EUROPIA, *_AMOUNT, "subvention complémentaire de 20 000,50 €", 1),
    (EUROPIA, "exercice: 2023", "exercice: 2024", "de l’exercice 2024, à", 1),
    (EUROPIA, "motif: l’accroissement", "motif: la baisse", "motivée par la baisse de l’", 1),
    (EUROPIA, *_PARTS, "\n– 60 %, à la signature ;\n– 40 %, en juin.\n", 1),
    (EUROPIA, "designation: le Département ", "designation: la Mission ", "La Mission verse", 2),
]

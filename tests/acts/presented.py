"""How each act ready to sign is presented: title, defined terms, first and last article."""

from __future__ import annotations

from tests.acts import table

TITLES = {
    table.CHOISY: "Convention d’engagement au titre du programme « ApproprIAtion métropolitaine »",
    table.ALPES: "Convention de subventionnement du poste d’animateur départemental France "
    "services (H/F)",
    table.VAR: "Convention d’expérimentation de solutions d’intelligence artificielle",
    table.NUMERIAN: "Convention de partenariat, projet d’Actothèque",
    table.S2MIA: "Convention de mise à disposition de services et de moyens dans le cadre des "
    "missions du Syndicat mixte de la Maison de l’intelligence artificielle",
    table.EUROPIA: "Avenant n° 1 à la convention du 25 janvier 2023",
}
OPENINGS = {table.EUROPIA: "Visas"}  # « Préambule » for the others
TERMS = {
    table.EUROPIA: [
        *["le Département", "le Bénéficiaire", "les Parties", "la Convention initiale"],
        "le Complément",
    ],
    table.CHOISY: [
        *["la Métropole", "le Bénéficiaire", "les Parties", "le Programme"],
        *["l’Expérimentation", "le Prestataire", "le Référent"],
    ],
    table.ALPES: [
        *["l’État", "le Département", "les Parties", "l’Agence", "le Réseau", "le Ministère"],
        *["le Ministère associé", "la Subvention", "l’Animateur"],
    ],
    table.VAR: [
        *["le Département", "la Collectivité", "les Parties", "la Coopération", "les Solutions"],
        "l’Expérimentation",
    ],
    table.NUMERIAN: ["le Syndicat", "le Partenaire", "les Parties", "le Consortium", "la Solution"],
    table.S2MIA: [
        *["le Département", "le Syndicat mixte", "les Parties", "le Site", "la Contribution"],
        "le Centre administratif",
    ],
}
# What names a party or a body in full, or in the words of the law, before it is defined.
FULL_NAMES = (
    "^L’État, représenté|représentant de l’État|^L’Agence nationale"
    "|du Syndicat mixte de la Maison de l’intelligence artificielle"
)
ARTICLES = {
    table.CHOISY: ("Article 1 Objet", "Article 13 Litiges"),
    table.ALPES: ("Article 1 Contexte et objet", "Article 11 Litiges"),
    table.VAR: ("Article 1 Objet", "Article 7 Règlement amiable et litiges"),
    table.NUMERIAN: ("Article 1 Objet", "Article 7 Différends"),
    table.S2MIA: ("Article 1 Objet", "Article 12 Litiges"),
    table.EUROPIA: ("Article 1 Objet", "Article 3 Continuité"),
}

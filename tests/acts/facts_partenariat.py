"""The facts of the act of Numérian. What the tests made up of its partner is none of them."""

from __future__ import annotations

from tests.acts.desk import NUMERIAN

# Each fact, in the sentence of the act that must carry it.
FACTS = {
    "title": "Convention de partenariat, projet d’Actothèque",
    "porteur": "Syndicat mixte Numérian, ",
    "porteur, seat": "dont le siège est situé 2 ZI Rhône Vallée Sud, 07250 Le Pouzin,",
    "porteur, SIRET": "identifiée sous le numéro SIRET 250 702 156 00069,",
    "porteur, service": "agissant par sa régie autonome,",
    "porteur, president": ", président en exercice, ayant reçu habilitation",
    "porteur, name": "ci-après dénommée « le Syndicat »,",
    "partenaire, name": "ci-après dénommée « le Partenaire »,",
    "contract": "Le Syndicat a conclu un marché d’innovation avec le consortium Publica IA,",
    "product": "porte sur une plateforme transversale, dont le nom provisoire est « Actothèque »",
    "strategy": "Au titre du schéma directeur des usages numériques 2024-2028,",
    "generative AI": "recourt à cette fin à l’innovation, notamment à l’intelligence artificielle "
    "générative.",
    "three bricks": "briques retenues pour la Solution, au nombre de trois :\n",
    "brick 1": "module d’intelligence artificielle générative, brique fournie par Délibia ;",
    "brick 2": "validation juridique des circuits, brique fournie par MyLegitech et Publica "
    "Avocats ;",
    "brick 3": "module sans code d’algorithmes juridiques, brique fournie par MyLegitech.",
    "four groups": "s’appuie sur des groupes cibles, au nombre de quatre :\n",
    "group 1": "\ndes communes, au nombre de trois ;\n",
    "group 2": "\ndes établissements publics de coopération intercommunale, au nombre de deux ;\n",
    "group 3": "\nle Département de l’Ardèche ;\n",
    "group 4, of a number not told": "\ndes établissements publics spécialisés.\n",
    "automatic drafting": "permet la génération automatique d’actes administratifs (notamment "
    "arrêtés et délibérations).",
    "board": "pour présentation, au conseil d’exploitation de la régie.",
    "start": "à la date à laquelle le Syndicat reçoit l’exemplaire signé par le Partenaire.",
    "term": "La présente convention s’achève le 31 juillet 2025.",
    "time to conciliate": "dans un délai de 10 jours, à compter de l’envoi de cette lettre.",
    "time to agree": "À défaut d’accord dans un délai de 1 mois, à compter du même envoi,",
    "court": "devant le tribunal administratif de Lyon, territorialement compétent.",
    "court, address": "| Adresse | Palais des juridictions administratives, 184 rue Duguesclin, "
    "69433 Lyon Cedex 03\n",
    "court, mail": "| Courriel | greffe.ta-lyon@juradm.fr\n",
    "court, telephone": "| Téléphone | 04 87 63 50 00\n",
    "court, site": "| Site | http://lyon.tribunal-administratif.fr\n",
    "copies": "Fait en deux exemplaires originaux.",
    "signs, porteur": "| Pour le Syndicat, / Syndicat mixte Numérian / ",
    "signs at Le Pouzin, on a day left open": ", président / Fait au Pouzin, / le ____",
    "signs, partenaire, place and day left open": " / Fait à ________________________, / le ____",
}

# What belongs to this act, its product or its parties, and so to a case.
OF_A_CASE = [
    *["Numérian", "Numérien", "Pouzin", "ZI Rhône", "07250", "250 702 156", "25070215600069"],
    *["Actothèque", "Publica", "Délibia", "MyLegitech", "Ardèche", "ardéchois"],
    *["schéma directeur", "2024-2028", "plateforme transversale", "marché d'innovation"],
    *["sans code", "algorithmes", "circuits", "actes administratifs", "arrêtés", "délibérations"],
    *["régie", "conseil d'exploitation", "spécialisés", "usages numériques"],
    *["31/07/2025", "juillet", "10 jours", "dix jours", "quatre"],
    *["Lyon", "Duguesclin", "69433", "juradm", "04 87", "Palais", "http"],
    *["DPD", "première réunion"],
]

# What no other act may say.
PECULIAR = [
    *["Numérian", "Pouzin", "250 702 156", "Ardèche", "Actothèque", "Publica", "Délibia"],
    *["MyLegitech", "Consortium", "Partenaire", "brique", "groupes cibles", "tarif préférentiel"],
    *["commercialisation", "conseil d’exploitation", "conciliation", "secret des affaires"],
    *["souveraineté", "mots de passe", "2024-2028", "31 juillet 2025", "Lyon", "Duguesclin"],
]

# The last item of each list of the case.
LAST_GROUP = (
    "  - categorie: des établissements publics spécialisés   # nombre non dit par l'acte réel\n"
)
LAST_BRICK = (
    "    - objet: module sans code d’algorithmes juridiques\n      fournisseurs: [MyLegitech]\n"
)

# A value of the case, another in its place, and how often the act then says the other.
MOVED = [
    (NUMERIAN, "terme: 31/07/2025", "terme: 01/02/2026", "s’achève le 1er février 2026", 1),
    (NUMERIAN, "conciliation: 10 jours", "conciliation: 15 jours", "délai de 15 jours, à", 1),
    (NUMERIAN, "delai_accord: 1 mois", "delai_accord: 2 mois", "délai de 2 mois, à compter", 1),
    (NUMERIAN, "nom: Actothèque ", "nom: Rédacto ", "« Rédacto », ci-après", 1),
    (NUMERIAN, "nom: Actothèque ", "nom: Rédacto ", "projet de Rédacto", 1),
    (NUMERIAN, "marche: un marché", "marche: un accord-cadre", "conclu un accord-cadre d’", 1),
    (NUMERIAN, "consortium: Publica IA", "consortium: Nova", "consortium Nova, ci-après", 1),
    (NUMERIAN, "2024-2028", "2029-2032", "du schéma directeur des usages numériques 2029", 1),
    (NUMERIAN, "actes: [arrêtés, ", "actes: [certificats, ", "certificats et délibérations", 1),
    (NUMERIAN, "fournisseurs: [Délibia]", "fournisseurs: [Orée]", "brique fournie par Orée ;", 1),
    (NUMERIAN, LAST_BRICK, "", "briques retenues pour la Solution, au nombre de deux", 1),
    (NUMERIAN, LAST_GROUP, "", "groupes cibles, au nombre de trois :", 1),
    (NUMERIAN, "nombre: 3", "nombre: 5", "des communes, au nombre de cinq ;", 1),
    (NUMERIAN, "le conseil d’exploitation", "la commission", "présentation, à la commission", 1),
    (NUMERIAN, "tribunal: Lyon", "tribunal: Nîmes", "tribunal administratif de Nîmes", 1),
    (NUMERIAN, "04 87 63 50 00", "04 87 63 51 01", "| Téléphone | 04 87 63 51 01", 1),
    (NUMERIAN, "signe_a: Le Pouzin", "signe_a: Privas", "Fait à Privas, / le ____", 1),
    (NUMERIAN, "denomination: Syndicat mixte Numérian", "denomination: Orée", "Orée", 2),
    (NUMERIAN, "sa régie autonome ", "ses services ", "agissant par ses services,", 1),
]

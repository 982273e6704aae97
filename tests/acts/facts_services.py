"""The facts of the act of the Alpes-Maritimes with its syndicat mixte."""

from __future__ import annotations

from tests.acts.desk import S2MIA

# Each fact, in the sentence of the act that must carry it.
FACTS = {
    "title": "Convention de mise à disposition de services et de moyens dans le cadre des missions "
    "du Syndicat mixte de la Maison de l’intelligence artificielle\n",
    "Département": "Département des Alpes-Maritimes, collectivité territoriale, personne morale "
    "de droit public,",
    "Département, seat": "dont le siège est situé Centre administratif départemental, 147 "
    "boulevard du Mercantour, BP 3007, 06201 Nice Cedex 3,",
    "Département, president": "représentée par Monsieur Charles Ange Ginésy, président du conseil "
    "départemental en exercice",
    "Département, act": "par délibération de la commission permanente du ",
    "Département, name": "ci-après dénommée « le Département »",
    "Syndicat mixte": "Syndicat mixte de la Maison de l’intelligence artificielle, "
    "établissement public, personne morale de droit public,",
    "Syndicat mixte, seat": "dont le siège est situé CADAM (centre administratif départemental), "
    "147 boulevard du Mercantour, ",
    "Syndicat mixte, vice-president": "représentée par Monsieur Jean Leonetti, vice-président en "
    "exercice, agissant sur délégation consentie par arrêté du ",
    "Syndicat mixte, act": "par délibération du comité syndical du ",
    "Syndicat mixte, name": "ci-après dénommée « le Syndicat mixte »",
    "birth": "Le Syndicat mixte a été créé par arrêté préfectoral du 19 décembre 2019.",
    "purpose": "pour objet la réalisation, la gestion, le développement et la promotion de la "
    "Maison de l’intelligence artificielle (MIA), ci-après « le Site »",
    "place": "un lieu équipé, situé sur le territoire de la commune de Biot",
    "mission a": "\ninformer le grand public, surtout les jeunes, sur les principes et les "
    "applications de l’intelligence artificielle ;\n",
    "mission b": "\nfaire connaître les métiers de l’intelligence artificielle, par l’information, "
    "par la formation et par l’acquisition de compétences adaptées ;\n",
    "mission c": "\noffrir un espace de travail partagé (coworking) et des moyens mutualisés de "
    "stockage et de calcul, et y accueillir les initiatives privées qui répondent à des besoins "
    "collectifs ;\n",
    "mission d": "\nnouer les partenariats utiles.\n",
    "loan": "comme le prévoit l’article 7 des statuts du Syndicat mixte",
    "years": "une nouvelle convention d’appui, au titre de la période 2024-2026",
    "majority": "le membre majoritaire du Syndicat mixte, ainsi qu’il résulte des statuts "
    "(article 9)",
    "first convention": "Une première convention, exécutée entre décembre 2020 et décembre 2023,",
    "wall of 12": "| Mur d’image de 12 écrans, avec sa plateforme d’administration (matériel et "
    "logiciel) | Samsung | 1 | ",
    "wall of 6": "| Mur d’image de 6 écrans, avec son dispositif de pilotage | Samsung | 1 | ",
    "interactive AI": "| Intelligence artificielle interactive | SpooN | 1 | ",
    "tablets": "| Tablette iPad | non précisée | 40 | ",
    "screens 55": "| Écran de 55 pouces, sur support métallique | non précisée | 8 | ",
    "screen 82": "| Écran de 82 pouces, sur support métallique | non précisée | 1 | ",
    "screens 65": "| Écran de 65 pouces, sur support métallique | non précisée | 2 | ",
    "copier": "| Copieur multifonctions | Ricoh | 1 | ",
    "workstations": "| Station de travail du showroom (tour T5820) | Dell | 7 | ",
    "furniture": "| Tables | non précisée | non précisée | non précisé\n| Chaises | non précisée | "
    "non précisée | non précisé\n| Fauteuils | non précisée | non précisée | non précisé\n",
    "racks": "| Baie, dont une équipée d’un commutateur (switch) et de câbles de brassage, pour le "
    "matériel, les caméras, le réseau local et l’accès à internet | non précisée | 4 | ",
    "fibre": "| Accès à internet par la fibre, débit de 1 Gb/s extensible | Celeste | 1 | ",
    "VPN": "| Réseau privé virtuel (VPN) de 10 Mb/s, affecté à la sûreté et relié au réseau "
    "départemental | SFR | 1 | ",
    "wifi": "| Borne wifi | non précisée | 4 | ",
    "telephone exchange": "| Autocommutateur téléphonique (IPBX), avec un abonnement T0 | non "
    "précisée | 1 | ",
    "prices": "Les prix s’entendent toutes taxes comprises, par agent et par an.",
    "mobile line": "| Ligne de téléphonie mobile, appels et SMS illimités, 60 Go de données | "
    "404 €\n",
    "office": "| Licence de bureautique (Microsoft Office 365) | 267,84 €\n",
    "notes": "| Licence de prise de notes (Notion IO) | 256,32 €\n",
    "sum": "| Total par agent et par an | 928,16 €\n",
    "car": "le véhicule suivant : Renault Clio 4, immatriculation FG272BN. Il assure ce véhicule "
    "et le munit d’un badge d’autoroute Vinci.",
    "car, access": "entrer dans le centre administratif départemental (CADAM), ci-après « le "
    "Centre administratif »",
    "car, cost": "une somme estimée à 3 300 € (trois mille trois cents euros) par an",
    "contracts": "d’un montant supérieur à 40 000 € (quarante mille euros) hors taxes",
    "training": "les domaines suivants : habilitations électriques, sécurité incendie et marchés "
    "publics.",
    "contribution": "conformément aux statuts du Syndicat mixte (article 8), qui répartissent les "
    "contributions entre les membres",
    "first half": "\n50 %, au vote du budget du Syndicat mixte ;\n",
    "second half": "\n50 %, au second semestre, sur demande du Syndicat mixte.\n",
    "length": "conclue pour une durée de 3 ans, à compter de sa notification",
    "court": "devant le tribunal administratif de Nice",
    "secret": "fixées par les articles 226-13 et 226-14 du code pénal",
    "sanctions": "Les articles 226-17 et 226-22 du code pénal punissent :\n",
    "law of 1978": "la loi n° 78-17 du 6 janvier 1978 relative à l’informatique, aux fichiers et "
    "aux libertés, modifiée notamment par la loi n° 2004-801 du 6 août 2004",
    "subcontractor": "en qualité de sous-traitant au sens du même article",
    "logs": "sur une période glissante de 6 mois, à compter de l’enregistrement de chaque accès",
    "breach": "au plus tard 48 heures après en avoir pris connaissance",
    "place and copies": "Fait à Nice, en deux exemplaires originaux.",
    "signs, Département": "| Pour le Département, / Département des Alpes-Maritimes / Monsieur "
    "Charles Ange Ginésy, président du conseil départemental / Le ",
    "signs, Syndicat mixte": "| Pour le Syndicat mixte, / Syndicat mixte de la Maison de "
    "l’intelligence artificielle / Pour le président et par délégation, / Monsieur Jean Leonetti, "
    "vice-président / Le ",
}

# What belongs to this act, its site or its parties, and so to a case.
OF_A_CASE = [
    *["Alpes-Maritimes", "Ginésy", "Leonetti", "S2MIA", "MIA", "CADAM", "Biot", "Mercantour"],
    *["BP 3007", "Maison de", "commission permanente", "comité syndical", "Nice"],
    *["19 décembre", "2019", "2020", "2023", "2024-2026", "article 7", "article 8", "article 9"],
    *["coworking", "stockage", "espace de travail", "initiatives privées"],
    *["Samsung", "SpooN", "iPad", "Ricoh", "T5820", "showroom", "Celeste", "SFR", "wifi", "IPBX"],
    *["pouces", "Mur d’image", "Tablette", "Copieur", "Baie", "Fauteuils", "Gb/s", "Mb/s"],
    *["404", "60 Go", "Microsoft", "267,84", "Notion", "256,32", "928,16"],
    *["Renault", "Clio", "FG272BN", "Vinci", "3 300", "trois mille", "40 000", "quarante mille"],
    *["habilitations électriques", "sécurité incendie", "vote du budget", "second semestre"],
    *["48 heures", "6 mois", "six mois", "3 ans", "trois ans"],
]

# What no other act may say.
PECULIAR = [
    *["au Syndicat mixte", "Leonetti", "Maison de l’intelligence", "CADAM", "Biot"],
    *["le Centre administratif", "la Contribution", "Samsung", "Ricoh", "Celeste", "Notion"],
    *["267,84", "928,16", "Renault", "FG272BN", "Vinci", "3 300", "40 000", "titres restaurant"],
    *["habilitations électriques", "Mur d’image", "télépéage", "IPBX", "Titre V"],
]

# A value of the case, another in its place, and how often the act then says the other.
_SITE = ("nom: la Maison de l’intelligence artificielle", "nom: le Laboratoire des données")
_CARS = ("cout_annuel: 3 300 €", "cout_annuel: 4 100 €")
MOVED = [
    (S2MIA, "arrete_creation: 19/12/2019", "arrete_creation: 01/02/2018", "1er février 2018", 1),
    (S2MIA, "periode: 2024-2026", "periode: 2027-2029", "de la période 2027-2029", 1),
    (S2MIA, "equipements: l’article 7", "equipements: l’article 12", "l’article 12 des statuts", 2),
    (S2MIA, "contributions: article 8", "contributions: article 14", "(article 14), qui", 1),
    (S2MIA, "majorite: article 9", "majorite: article 15", "des statuts (article 15)", 1),
    (S2MIA, "fin: décembre 2023", "fin: juin 2023", "entre décembre 2020 et juin 2023", 1),
    (S2MIA, *_SITE, "la promotion du Laboratoire des données (MIA), ci-après", 1),
    (S2MIA, "commune: Biot", "commune: Menton", "de la commune de Menton", 1),
    (S2MIA, "  - nouer les partenariats", "  - conclure les partenariats", "4° conclure les", 1),
    (S2MIA, "quantite: 40\n", "quantite: 45\n", "| Tablette iPad | non précisée | 45 | ", 1),
    (S2MIA, "marque: Ricoh\n", "marque: Ricoh\n        etat: neuf\n", "| Ricoh | 1 | neuf", 1),
    (S2MIA, "prix: 404 €", "prix: 400,50 €", "| Total par agent et par an | 924,66 €", 1),
    (S2MIA, "modele: Renault Clio 4", "modele: Peugeot 208", "suivant : Peugeot 208, imma", 1),
    (S2MIA, *_CARS, "4 100 € (quatre mille cent euros) par an", 1),
    (S2MIA, "badge: Vinci", "badge: Ulys", "un badge d’autoroute Ulys", 1),
    (S2MIA, "seuil_marches: 40 000 €", "seuil_marches: 60 000 €", "60 000 € (soixante mille", 1),
    (S2MIA, ", marchés publics]", "]", "habilitations électriques et sécurité incendie.", 1),
    (S2MIA, "duree: 3 ans", "duree: 4 ans", "pour une durée de 4 ans, à compter de sa", 1),
    (S2MIA, "violation: 48 heures", "violation: 36 heures", "au plus tard 36 heures après", 1),
    (S2MIA, "journaux: 6 mois", "journaux: 12 mois", "période glissante de 12 mois", 1),
    (S2MIA, "departement: 06\n", "departement: 83\n", "tribunal administratif de Toulon", 1),
    (S2MIA, "  lieu: Nice ", "  lieu: Biot ", "Fait à Biot, en deux exemplaires", 1),
    (S2MIA, "nom: Leonetti", "nom: Dupont", "Jean Dupont, vice-président", 2),
    (
        S2MIA,
        "fraction: 50 %\n    echeance: au vote",
        "fraction: 30 %\n    echeance: au 1er mars\n  - fraction: 20 %\n    echeance: au vote",
        "– 30 %, au 1er mars ;\n– 20 %, au vote du budget du Syndicat mixte ;\n– 50 %, au second",
        1,
    ),
    (
        S2MIA,
        "# effectif : absent",
        "effectif: 12\n# effectif : absent",
        "| Total | 928,16 € | 11 137,92 €",
        1,
    ),
    (S2MIA, "# effectif : absent", "effectif: 12\n# effectif : absent", "| 404 € | 4 848 €", 1),
]

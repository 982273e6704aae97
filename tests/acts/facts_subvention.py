"""The facts of the act of the Alpes-Maritimes."""

from __future__ import annotations

from tests.acts.desk import ALPES

_MTECT = "ministère de la Transition écologique et de la Cohésion des territoires"
_MTFP = "ministère de la Transformation et de la Fonction publiques"

# Each fact, in the sentence of the act that must carry it.
FACTS = {
    "title": "Convention de subventionnement du poste d’animateur départemental France services "
    "(H/F)",
    "État": "L’État, représenté par Monsieur Hugues Moutouh, préfet des Alpes-Maritimes en "
    "exercice,\nci-après dénommé « l’État »,",
    "Département": "Département des Alpes-Maritimes, collectivité territoriale, personne morale "
    "de droit public,",
    "Département, seat": "dont le siège est situé Centre administratif départemental, 147 "
    "boulevard du Mercantour, BP 3007, 06201 Nice Cedex 3",
    "Département, SIREN": "identifiée sous le numéro SIREN 220 600 019",
    "Département, president": "représentée par Monsieur Charles Ange Ginésy, président du conseil "
    "départemental en exercice",
    "Département, act": "par délibération n° 27 de la commission permanente du 15 décembre 2023,",
    "Département, delegation": "sur délégation consentie par délibération de l’assemblée "
    "départementale du 1er juillet 2021,",
    "Département, received": "acte transmis au représentant de l’État le 22 décembre 2023 et reçu "
    "par lui le 22 décembre 2023,",
    "Département, name": "ci-après dénommée « le Département »",
    "agency": "L’Agence nationale de la cohésion des territoires (ANCT), ci-après « l’Agence »",
    "law": "du I de l’article L. 1231-2 du code général des collectivités territoriales",
    "groups": "mentionnés à l’article L. 5111-1 du même code",
    "health": "des articles L. 1431-1 et L. 1431-2 du code de la santé publique",
    "network": "le réseau France services, ci-après « le Réseau »",
    "ministry": f"le {_MTECT} (MTECT), ci-après « le Ministère »",
    "other ministry": f"le {_MTFP} (MTFP), ci-après « le Ministère associé »",
    "post": "dédié au poste d’animateur départemental France services (H/F) dans le département "
    "des Alpes-Maritimes",
    "share": "à hauteur de 1 équivalent temps plein, soit au moins 35 heures par semaine sur 5 "
    "jours",
    "weekly": "selon une périodicité hebdomadaire",
    "amount": "s’élève à 50 000 € (cinquante mille euros). Ce montant est forfaitaire.",
    "payer": "versée par le préfet des Alpes-Maritimes, sur les crédits du programme budgétaire "
    "112",
    "covers": "couvre notamment le salaire, les charges et les frais de déplacement",
    "renewals": "Le nombre des renouvellements ne dépasse pas deux.",
    "three years": "Au-delà d’une durée totale de 3 ans, renouvellements compris",
    "payment": "dans un délai de 2 mois, à compter de la signature",
    "holder": "| Titulaire | Paierie départementale des Alpes-Maritimes\n",
    "RIB": "| RIB (banque, guichet, compte, clé) | 30001 00596 C0640000000 16\n",
    "IBAN": "| IBAN | FR58 3000 1005 96C0 6400 0000 016\n",
    "BIC": "| BIC | BDFEFRPPCCT\n",
    "budget": "| Numéro du programme | 112\n| Intitulé du programme | Impulsion et coordination "
    "de la politique d’aménagement du territoire\n",
    "domain": "| Domaine fonctionnel | 0112-12-02\n",
    "activity": "| Code d’activité | 011201030133\n",
    "goods": "| Groupe de marchandises | 10.02.01\n",
    "ordering": "L’ordonnateur de la dépense est le préfet des Alpes-Maritimes.",
    "accounting": "Le comptable assignataire est le directeur régional des finances publiques.",
    "quarterly": "selon une périodicité trimestrielle",
    "impact": "Au plus tard 1 an après le terme",
    "length": "conclue pour une durée de 1 an, à compter de la date de sa signature",
    "support": f"« Avec le soutien du {_MTECT} »",
    "time to remedy": "dispose de 2 mois, à compter de l’envoi de cette lettre, pour y remédier",
    "time to answer": "y répond dans un délai de 2 mois, à compter de l’envoi",
    "court": "devant le tribunal administratif de Nice",
    "copies": "en deux exemplaires originaux",
    "signs, État": "| Pour l’État, / Monsieur Hugues Moutouh, préfet des Alpes-Maritimes / Le ",
    "signs, Département": "| Pour le Département, / Département des Alpes-Maritimes / Monsieur "
    "Charles Ange Ginésy, président du conseil départemental / Le ",
    "logos": "MTECT ;\nMTFP ;\nANCT ;\nFrance services ;\npréfecture des Alpes-Maritimes ;\n"
    "Département des Alpes-Maritimes, structure porteuse.",
    "annex, network": "plus de 2 600 guichets en juillet 2023",
    "annex, partners": "rassemble en un seul lieu neuf partenaires",
    "annex, requests": "plus de 16 millions de demandes depuis 2020",
    "annex, départements": "En juin 2023, 73 départements en sont dotés. Tous les départements "
    "sont visés pour janvier 2024.",
    "annex, share": "passe de 0,5 à 1 équivalent temps plein",
    "annex, amount": "un forfait de 50 000 € (cinquante mille euros) par an",
}

# What belongs to this act, its network or its parties, and so to a case.
OF_A_CASE = [
    *["Alpes-Maritimes", "Moutouh", "Hugues", "Ginésy", "Charles Ange", "préfet des"],
    *["Nice", "Mercantour", "06201", "220 600 019", "220600019", "commission permanente"],
    *["conseil départemental", "assemblée départementale", "lmc133954", "directeur régional"],
    *["France services", "ANCT", "MTECT", "MTFP", "MTEFP", "Agence nationale"],
    *["Transition écologique", "Fonction publique", "Cohésion des territoires"],
    *[
        "animateur départemental",
        "H/F",
        "hebdomadaire",
        "trimestriel",
        "temps plein (",
        "le salaire",
    ],
    *["50 000", "cinquante mille", "112", "Impulsion", "0112-12-02", "011201030133", "10.02.01"],
    *["Paierie", "FR58", "BDFEFRPPCCT", "30001", "C0640000000"],
    *["35 heures", "2 mois", "deux mois", "1 an", "un an", "3 ans", "trois ans", "2021", "2023"],
]

# What no other act may say; the Département signs another one.
PECULIAR = [
    *["Moutouh", "préfet des Alpes-Maritimes", "22 décembre 2023"],
    *["ANCT", "MTECT", "MTFP", "France services", "Animateur", "le Réseau", "Subvention"],
    *["Ministère"],
    *["BDFEFRPPCCT", "011201030133", "guichet", "animateur", "logo"],
]

# A value of the case, another in its place, and how often the act then says the other.
MOVED = [
    (ALPES, "montant: 50 000 €", "montant: 60 000 €", "60 000 € (soixante mille euros)", 2),
    (ALPES, "etp: 1 ", "etp: 0,8 ", "0,8 équivalent temps plein", 2),
    (ALPES, "heures: 35", "heures: 28", "28 heures par semaine", 1),
    (ALPES, "renouvellements_max: 2 ", "renouvellements_max: 3 ", "durée totale de 4 ans", 1),
    (ALPES, "renouvellements_max: 2 ", "renouvellements_max: 3 ", "ne dépasse pas trois", 1),
    (ALPES, "duree: 1 an", "duree: 18 mois", "durée totale de 54 mois", 1),
    (ALPES, "duree: 1 an", "duree: 18 mois", "pour une durée de 18 mois", 1),
    (ALPES, "delai: 2 mois", "delai: 45 jours", "dans un délai de 45 jours, à compter de la", 1),
    (ALPES, "impact: 1 an", "impact: 6 mois", "Au plus tard 6 mois après le terme", 1),
    (ALPES, "mise_en_demeure: 2 mois", "mise_en_demeure: 1 mois", "dispose de 1 mois, à", 1),
    (ALPES, "reponse: 2 mois", "reponse: 3 mois", "dans un délai de 3 mois", 1),
    (ALPES, "periodicite: trimestrielle", "periodicite: mensuelle", "périodicité mensuelle", 1),
    (ALPES, "tribunal: Nice ", "tribunal: Toulon ", "tribunal administratif de Toulon", 1),
    (ALPES, "nom: Moutouh", "nom: Dupont", "Hugues Dupont", 2),
    (ALPES, "intitule: animateur", "intitule: coordinateur", "de coordinateur départemental", 2),
    (ALPES, "  nom: France services\n", "  nom: Guichets\n", "réseau Guichets, ci-après", 1),
    (ALPES, "sigle: MTFP ", "sigle: MFP ", "publiques (MFP)", 1),
]

"""The facts of the act of the Var. What `complements/var.yaml` makes up is none of them."""

from __future__ import annotations

from tests.acts.desk import VAR, VAR_COMPLETE

_GDPR = "règlement (UE) 2016/679 du Parlement européen et du Conseil du 27 avril 2016"
_AI_ACT = (
    "règlement (UE) 2024/1689 du Parlement européen et du Conseil du 13 juin 2024 établissant des "
    "règles harmonisées concernant l’intelligence artificielle"
)

# Each fact, in the sentence of the act that must carry it.
FACTS = {
    "title": "Convention d’expérimentation de solutions d’intelligence artificielle\n",
    "Département": "Département du Var, collectivité territoriale, personne morale de droit "
    "public,",
    "Département, name": "ci-après dénommée « le Département »",
    "Collectivité, name": "ci-après dénommée « la Collectivité »",
    "deliberation": "l’assemblée délibérante du Département a pris, le 13 juin 2023, une "
    "délibération consacrée aux usages et aux services numériques.",
    "deliberation, aim": "vise un essor équilibré du numérique sur le territoire du Département",
    "cooperation": "Depuis le 1er janvier 2023, une coopération public-public, conclue entre "
    "pouvoirs adjudicateurs et dite « ADN83 », réunit la région, le Département et des "
    "établissements publics de coopération intercommunale du territoire du Département, au nombre "
    "de onze.",
    "cooperation, object": "a pour objet l’aménagement et le développement numériques du Var.",
    "networks": "sur les réseaux de communications électroniques qu’ils ont bâtis ensemble",
    "committee": "Le comité de pilotage de la Coopération s’est réuni le 24 juin 2025. Il a étendu "
    "la Coopération à l’intelligence artificielle,",
    "amendment": "Un projet consacré à l’intelligence artificielle s’ajoute, par avenant, à la "
    "Coopération.",
    "three parts": "Ce projet comporte trois volets :\n"
    "l’idéation, qui repère les cas d’usage ;\n"
    "l’expérimentation, conduite avec un groupe de volontaires ;\n"
    "l’acculturation.\n",
    "rights acquired": "Le Département a acquis des droits d’utilisation sur les solutions "
    "d’intelligence artificielle décrites par l’Annexe 1, ci-après « les Solutions »",
    "to evaluate": "permet d’évaluer la pertinence des Solutions, leur performance et les "
    "conditions de leur intégration",
    "request": "La Collectivité, intéressée par cette démarche, a demandé à participer à "
    "l’Expérimentation.",
    "AI Act": f"dans le respect du {_AI_ACT} (règlement sur l’intelligence artificielle).",
    "loan": "prête à la Collectivité les Solutions, décrites par l’Annexe 1. Ce prêt est gracieux. "
    "Il est consenti à titre expérimental.",
    "family 1": "Famille « transcription et synthèse d’assemblées, de réunions et de "
    "visioconférences » :\ncomptes rendus transcrits ;\nprocès-verbaux conformes au code général "
    "des collectivités territoriales ;\ncomptes rendus automatiques, dans des formats écrits ou "
    "visuels.\n",
    "family 2": "Famille « assistance administrative » :\nrecherche intelligente ;\nveille sur le "
    "droit et la réglementation ;\naide à la décision ;\nappui à la rédaction des écrits "
    "juridiques ;\nrédaction et passation des marchés publics.\n",
    "four aims": "d’éprouver les Solutions en conditions réelles ;\nde mesurer leur apport et leur "
    "impact sur les services ;\nde déterminer les conditions techniques, humaines et "
    "organisationnelles de leur déploiement ;\nde partager le retour d’expérience.\n",
    "counted from": ", à compter de la date de sa signature par la dernière des Parties.",
    "prolonged": "peuvent prolonger d’un commun accord la durée de la présente convention",
    "contractor": "Le Département, pilote de l’opération, confie les missions de pilotage et de "
    "coordination à un prestataire, par un marché public.",
    "monthly": "aux ateliers collectifs de suivi de l’Expérimentation, dont la périodicité est "
    "mensuelle. Ces ateliers se tiennent principalement à distance.",
    "two on site": "Le nombre des ateliers tenus en présentiel est fixé à deux, atelier de "
    "lancement compris.",
    "launch": "L’atelier de lancement se tient en janvier.",
    "grids": "Elle remplit les grilles d’analyse et les autres supports de suivi",
    "access": "notamment les identifiants, les plateformes et le support de niveau 1, dans un "
    "document distinct et non annexé, qu’il remet à la Collectivité",
    "GDPR": f"le {_GDPR} relatif à la protection des personnes physiques",
    "law of 1978": "la loi n° 78-17 du 6 janvier 1978 relative à l’informatique, aux fichiers et "
    "aux libertés, modifiée",
    "AI Act, obeyed": f"respectent le {_AI_ACT}, dit règlement sur l’intelligence artificielle.",
    "controller": "Le Département est responsable de traitement, au sens de l’article 4 du "
    "règlement (UE) 2016/679, pour les traitements que décrit l’Annexe 2.",
    "hosting": "hébergées sur un serveur dont le niveau de sécurité est conforme à la "
    "réglementation",
    "alert": "dans les meilleurs délais, et en moins de 48 heures à compter du moment où elle en a "
    "connaissance",
    "insurance": "Cette assurance couvre les dommages corporels, matériels et immatériels que ses "
    "activités causent aux tiers.",
    "cyber": "souscrit une assurance contre le risque cyber, notamment l’atteinte aux systèmes "
    "d’information et la violation de données",
    "time to remedy": "dispose de 15 jours, à compter de l’envoi de cette lettre, pour y remédier",
    "court": "devant le tribunal administratif de Toulon.",
    "copies": "en deux exemplaires originaux",
    "signs, Département": "| Pour le Département, / Département du Var / ",
    "signs, Collectivité": " | Pour la Collectivité, / ",
    "two annexes": "l’Annexe 1, qui décrit les Solutions ;\nl’Annexe 2, qui contient l’accord des "
    "Parties sur le traitement des données à caractère personnel.\n",
    "annex 1": "| Nom | Fonctions | Éditeur | Version\n",
    "annex 2": "Accord de traitement des données personnelles\n",
}

# What belongs to this act, its cooperation or its parties, and so to a case.
OF_A_CASE = [
    *["ADN83", "du Var", "varois", "Toulon", "onze", "conseil départemental"],
    *["13 juin 2023", "24 juin 2025", "1er janvier 2023", "2023", "2025"],
    *["développement numériques", "assistance administrative", "visioconférence", "procès-verba"],
    *["marchés publics", "comptes rendus", "recherche intelligente", "aide à la décision"],
    *["mensuel", "support de niveau", "plateformes", "48 heures", "15 jours"],
]

# What no other act may say.
PECULIAR = [
    *["ADN83", "Département du Var", "Toulon", "la Collectivité", "la Coopération"],
    *["les Solutions", "13 juin 2023", "24 juin 2025", "support de niveau 1"],
    *["assistance administrative", "15 jours", "grilles d’analyse", "risque cyber"],
    *["supervision humaine", "pouvoirs adjudicateurs", "atelier de lancement"],
]

_JOINT = "qualification: conjoints"

# A value of the case, another in its place, and how often the act then says the other.
MOVED = [
    (VAR, "denomination: Département du Var", "denomination: Département de l’Ain", "de l’Ain", 2),
    (VAR, "deliberation_cadre: 13/06/2023", "deliberation_cadre: 01/07/2023", "1er juillet", 1),
    (VAR, "comite_pilotage: 24/06/2025", "comite_pilotage: 02/07/2025", "le 2 juillet 2025", 1),
    (VAR, "sigle: ADN83", "sigle: ADN01", "dite « ADN01 »", 1),
    (VAR, "nombre_epci: 11", "nombre_epci: 9", "au nombre de neuf.", 1),
    (VAR, "    date: 01/01/2023", "    date: 01/02/2024", "Depuis le 1er février 2024", 1),
    (VAR, "- recherche intelligente", "- recherche documentaire", "recherche documentaire ;", 1),
    (VAR, "famille: assistance", "famille: aide", "Famille « aide administrative »", 1),
    (VAR_COMPLETE, "duree: 12 mois", "duree: 6 mois", "une durée de 6 mois, à compter", 1),
    (VAR, "prolongation: oui", "prolongation: non", "prolonger", 0),
    (VAR, "periodicite: mensuelle", "periodicite: bimestrielle", "est bimestrielle", 1),
    (VAR, "presentiel: 2", "presentiel: 3", "est fixé à trois, atelier", 1),
    (VAR, "lancement: janvier ", "lancement: mars 2027 ", "se tient en mars 2027.", 1),
    (VAR, "les plateformes, ", "", "les identifiants et le support de niveau 1", 1),
    (VAR, _JOINT, "qualification: sous-traitance", "(UE) 2016/679 exige du responsable", 1),
    (VAR, _JOINT, "qualification: sous-traitance", "responsables conjoints", 0),
    (VAR, "alerte_violation: 48 heures", "alerte_violation: 24 heures", "moins de 24 heures", 1),
    (VAR, "alerte_violation: 48 heures", "alerte_violation: 24 heures", "tard 24 heures", 1),
    (VAR, "mise_en_demeure: 15 jours", "mise_en_demeure: 1 mois", "dispose de 1 mois, à", 1),
    (VAR, "departement: 83", "departement: 13", "tribunal administratif de Marseille", 1),
    (VAR_COMPLETE, "nom: Diallo", "nom: Dupont", "Alix Dupont", 2),
    (VAR_COMPLETE, "nom: Transcription", "nom: Séance", "| Séance | ", 1),
    (VAR_COMPLETE, "editeur: Éditions", "editeur: Ateliers", "| Ateliers d’essai | 2.1", 1),
    (VAR_COMPLETE, "- objet: la transcription", "- objet: le suivi", "| le suivi de séances", 1),
]

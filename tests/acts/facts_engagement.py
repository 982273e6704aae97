"""The facts of the act of Choisy-le-Roi."""

from __future__ import annotations

from tests.acts.desk import CHOISY, COMMON

# Each fact, in the sentence of the act that must carry it.
FACTS = {
    "title": "Convention d’engagement au titre du programme « ApproprIAtion métropolitaine »",
    "porteur": "Métropole du Grand Paris, établissement public de coopération intercommunale, "
    "personne morale de droit public,",
    "porteur, seat": "dont le siège est situé 15-19 avenue Pierre-Mendès-France, 75013 Paris",
    "porteur, SIREN": "identifiée sous le numéro SIREN 200 054 781",
    "porteur, president": "représentée par Monsieur Patrick Ollier, président en exercice",
    "porteur, act": "par délibération du bureau du ",
    "porteur, name": "ci-après dénommée « la Métropole »",
    "bénéficiaire": "Ville de Choisy-le-Roi, collectivité territoriale",
    "bénéficiaire, seat": "dont le siège est situé place Gabriel-Péri, 94600 Choisy-le-Roi",
    "bénéficiaire, SIREN": "identifiée sous le numéro SIREN 219 400 223",
    "bénéficiaire, mayor": "représentée par Monsieur Tonino Panetta, maire en exercice",
    "bénéficiaire, act": "par délibération du conseil municipal du 19 novembre 2025",
    "bénéficiaire, sent": "transmis au représentant de l’État le 26 novembre 2025",
    "bénéficiaire, received": "et reçu par lui le 26 novembre 2025",
    "programme": "le programme « ApproprIAtion métropolitaine », ci-après « le Programme »",
    "two phases": "Il comporte deux phases :\nformation ;\nexpérimentation de solutions d’IA.",
    "audience": "aux agents de la Métropole, ainsi qu’à ceux des structures publiques de son "
    "territoire (communes et établissements publics territoriaux)",
    "scaling up": "son déploiement à grande échelle",
    "fund": "du fonds « Innover dans la ville »",
    "wider scheme": "du dispositif « Quartier métropolitain d’innovation »",
    "theme": "à la thématique « IA – Administration interne des collectivités »",
    "track": "le parcours « IA – Administration interne des collectivités »",
    "training": "une formation, qui a duré une journée et demie",
    "three uses": "issus de l’idéation sont au nombre de trois",
    "use 1": "agents conversationnels internes, pour les ressources humaines, l’informatique et "
    "l’intranet, afin de fluidifier l’information et d’alléger les services supports "
    "(50 à 60 % de communes volontaires)",
    "use 2": "aide à la rédaction administrative, pour les notes, les courriers, les comptes "
    "rendus et les délibérations, afin de gagner en efficacité et en homogénéité "
    "(84 % de communes volontaires)",
    "use 3": "contrôle de conformité des dossiers, pour l’urbanisme, les aides, les ressources "
    "humaines et les marchés publics (environ 50 % de communes volontaires)",
    "answers": "100 % des répondants au questionnaire souhaitent être accompagnés",
    "solution": "une intelligence artificielle qui optimise les processus administratifs internes",
    "term": "Elle s’achève le 31 décembre 2026.",
    "length": "L’Expérimentation dure 12 mois.",
    "start": "Son début est souhaité en décembre 2025.",
    "stage 1": "| État des lieux préalable et audit | 2 à 3 mois\n",
    "stage 2": "| Mise en place et formation des utilisateurs | 2 à 3 mois\n",
    "stage 3": "| Usage de la plateforme | 6 mois\n",
    "stage 4": "| Bilan et mesure d’impact | 1 mois\n",
    "review": "le bilan et la mesure d’impact soient réalisés avant le 31 décembre 2026",
    "theme, article 6": "Un comité opérationnel, consacré à la thématique « IA – Administration "
    "interne des collectivités »",
    "meetings": "des réunions propres au Bénéficiaire",
    "transfer": "ses données et ses résultats sont transférés à chacune des Parties, sur sa "
    "demande.",
    "time to remedy": "dispose de 30 jours, à compter de l’envoi de cette lettre, pour y remédier",
    "court": "devant le tribunal administratif de Paris",
    "copies": "en deux exemplaires originaux",
    "signs, porteur": "Métropole du Grand Paris / Monsieur Patrick Ollier, président",
    "signs, bénéficiaire": "Ville de Choisy-le-Roi / Monsieur Tonino Panetta, maire",
}

# What belongs to this act, its programme or its parties, and so to a case.
OF_A_CASE = [
    *["Choisy", "Métropole du Grand Paris", "Grand Paris", "Panetta", "Ollier", "Tonino"],
    *["Gabriel-Péri", "Pierre-Mendès-France", "94600", "75013", "Paris"],
    *["219 400 223", "219400223", "219401317", "200 054 781", "200054781", "094-"],
    *["ApproprIAtion", "Appropriation métropolitaine", "Innover dans la ville"],
    *["Quartier métropolitain", "Administration interne", "journée et demie"],
    *["30 jours", "12 mois", "2 à 3 mois", "6 mois", "1 mois"],
    *["84 %", "50 %", "60 %", "100 %"],
    *["2025", "2026", "décembre", "novembre", "établissements publics territoriaux"],
    *["conseil municipal", "maire ", "agents conversationnels", "tat des lieux"],
    *["acculturation", "co-construction", "ateliers propres", "réunions propres"],
]

# What no other act may say.
PECULIAR = [
    *["Choisy", "Métropole", "Grand Paris", "Panetta", "Ollier", "Gabriel-Péri"],
    *["219 400 223", "200 054 781", "ApproprIAtion", "Prestataire", "Référent", "parcours"],
    *["Innover dans la ville", "Quartier métropolitain", "agents conversationnels"],
]

# A value of the case, another in its place, and how often the act then says the other.
MOVED = [
    (COMMON, "mise_en_demeure: 30 jours", "mise_en_demeure: 2 mois", "2 mois, à compter", 1),
    (COMMON, "tribunal: Paris", "tribunal: Melun", "tribunal administratif de Melun", 1),
    (COMMON, "nom: ApproprIAtion métropolitaine", "nom: Essor", "« Essor »", 2),
    (COMMON, "fonds: Innover dans la ville", "fonds: Élan", "« Élan »", 1),
    (CHOISY, "terme: 31/12/2026", "terme: 01/02/2027", "1er février 2027", 1),
    (CHOISY, "debut_souhaite: décembre 2025", "debut_souhaite: mars 2026", "mars 2026", 2),
    (
        CHOISY,
        "thematique: IA – Administration",
        "thematique: IA – Voirie",
        "IA – Voirie interne",
        2,
    ),
    (CHOISY, "transfert: sur demande", "transfert: de droit", "transférées de droit", 1),
    (CHOISY, "rencontres: réunions", "rencontres: ateliers", "des ateliers propres", 1),
    (CHOISY, "nom: Panetta", "nom: Dupont", "Tonino Dupont", 2),
]

"""Each rule between values: a case that breaks it, and its neighbour that does not."""

# ruff: noqa: E501 - one line a case, as a table

from __future__ import annotations

import pytest

from convgen.faults.diagnostic import Code
from convgen.model.state import State
from tests.library.shelf import CASE, FILES, PROGRAMME, Shelf

ACT = "habilitation: {acte: délibération, organe: conseil municipal, date: 19/11/2025}"
RECEIPT = "094-219400223-20251119-DEL-25-111-DE"
AMIS = "denomination: Les Amis du Parc"
TERME = "terme: 31/12/2026"


def act(**changes: str) -> tuple[str, str]:
    """Another authorisation of the commune."""
    given = {"acte": "délibération", "organe": "conseil municipal", "date": "19/11/2025", **changes}
    return ACT, f"habilitation: {{{', '.join(f'{k}: {v}' for k, v in given.items() if v)}}}"


def schedule(*lines: str) -> tuple[str, str]:
    """A schedule before the term."""
    return TERME, "\n".join(["calendrier:", *(f"  {line}" for line in lines), TERME])


STAGES = "etapes: [{intitule: E, duree_min: 4 mois, duree_max: 6 mois}, {intitule: F, duree_min: 6 mois}]"
NOT_PERSON, INSEE, TWICE, DELEGATION = "CG308", "CG302", "CG307", "CG303"
RECEIVED, EARLY, TERM, SCHEDULE, RANGE = "CG301", "CG304", "CG306", "CG305", "CG309"
PLACE, ACCOUNT, SHARED, COURT = "CG310", "CG311", "CG312", "CG313"
INSTALMENTS, IDENTIFIERS, DEPUTY, SPELLING, ALPHABET = "CG314", "CG315", "CG316", "CG317", "CG318"
OFFICE, BREACH = "CG319", "CG320"
# Restated values, avenants, deliberations, visas, grants, natures: beside this file and in dossier/.
OF_LINKED_ACTS = ("CG321", "CG322", "CG323", "CG324", "CG325", "CG326")
REFUSED = {EARLY, TERM, RANGE, SHARED, COURT, INSTALMENTS, IDENTIFIERS, DEPUTY}
IBAN = "FR58 3000 1005 96C0 6400 0000 016"


def account(bic: str) -> tuple[str, str]:
    """A French account, held in a bank."""
    return TERME, f"{TERME}\ncompte: {{titulaire: T, iban: {IBAN}, bic: {bic}}}"


def instalments(*shares: str) -> tuple[str, str]:
    """What is paid in several times."""
    lines = (f"  - {{fraction: '{share}', echeance: e}}" for share in shares)
    return TERME, "\n".join([TERME, "versements:", *lines])


PARTY = (
    "{nature: commune, denomination: Ville de Choisy-le-Roi, siren: 219400223, insee: 94022, "
    "siege: {adresse: a, code_postal: 94600, commune: Choisy-le-Roi}, "
    "signataire: {civilite: Monsieur, prenom: Tonino, nom: Panetta, qualite: maire}, "
    "habilitation: {acte: délibération, organe: conseil municipal, date: 19/11/2025}}"
)
OTHER = (
    PARTY.replace("Panetta", "Autre")
    .replace("219400223", "200000008")
    .replace("insee: 94022, ", "")
)
COMMUNE = FILES[CASE][FILES[CASE].index("  commune:\n") : FILES[CASE].index("  association:\n")]


def state(name: str) -> tuple[str, str]:
    """The association is the State."""
    return f"nature: association\n    {AMIS}", f"nature: État\n    denomination: {name}"


def signed(place: str) -> tuple[str, str]:
    """A place of signature."""
    return TERME, f"{TERME}\nsignature: {{lieu: {place}}}"


# (code, change, line of the fault, words of the message), then the same without fault
CASES: dict[str, tuple[str, tuple[str, str], str, str, tuple[str, str]]] = {
    "an act is signed where a party has its seat": (
        PLACE, signed("Paris"), "signature:", "Choisy-le-Roi", signed("choisy-le-roi Cedex 2"),
    ),
    "a bank is in the country of its accounts": (
        ACCOUNT, account("DEUTDEFF"), "compte:", "DE", account("BFCOGPGX"),
    ),
    "a role in the singular has one party": (
        SHARED, (COMMUNE, f"  commune:\n    - {PARTY}\n    - {OTHER}\n"), "commune:", "la Commune",
        (COMMUNE, f"  commune:\n    - {PARTY}\n"),
    ),
    "a court is named by its town": (
        COURT, (TERME, f"{TERME}\ntribunal: tribunal administratif de Lyon"), "tribunal:", "la ville suffit",
        (TERME, f"{TERME}\ntribunal: Melun"),
    ),
    "a court is that of the lead party's seat": (
        COURT, (TERME, f"{TERME}\ntribunal: Lyon"), "tribunal:", "tribunal administratif de Melun, d’après « parties.commune.insee »",
        (TERME, f"{TERME}\ntribunal: melun"),
    ),
    "but first that of the place of performance": (
        COURT, (TERME, f"{TERME}\nlieu_execution: {{departement: Ardèche}}\ntribunal: Melun"), "tribunal:",
        "tribunal administratif de Lyon, d’après « lieu_execution.departement »",
        (TERME, f"{TERME}\nlieu_execution: {{insee: 07181}}\ntribunal: Lyon"),
    ),
    "a court exists": (
        COURT, (TERME, f"{TERME}\ntribunal: Melum"), "tribunal:", "aucun tribunal administratif de ce nom",
        (TERME, f"{TERME}\ntribunal: Melun"),
    ),
    "instalments make the whole": (
        INSTALMENTS, instalments("50 %", "40 %"), "versements:", "font 90 % : il manque 10 %", instalments("50 %", "50 %"),
    ),
    "and no more": (
        INSTALMENTS, instalments("66,67 %", "33,34 %"), "versements:", "il y a en trop 0,01 %", instalments("66,67 %", "33,33 %"),
    ),
    "a SIRET is that of the party": (
        IDENTIFIERS, ("siren: 219400223", "siren: 219400223\n    siret: 200 054 781 00014"), "siret:", "219 400 223",
        ("siren: 219400223", "siret: 219 400 223 00018"),
    ),
    "a deputy signs by delegation": (
        DEPUTY, ("qualite: maire}", "qualite: maire adjoint}"), "qualite: maire adjoint", "n’est pas cité",
        ("qualite: maire}", "qualite: premier vice-président, delegation: {acte: arrêté, date: 1/7/2024}}"),
    ),
    "a party is spelt in one way": (
        SPELLING, (AMIS, "denomination: Association Numérian\n    agissant_par: le service Numérien"), "agissant_par",
        "« Numérien » ressemble à « Numérian »",
        (AMIS, "denomination: Association Numérian\n    agissant_par: le service numérique des Numérians"),
    ),
    "accents count": (
        SPELLING, (AMIS, "denomination: Association Numérian\n    agissant_par: le pôle Numerian"), "agissant_par",
        "une seule graphie", (AMIS, "denomination: Association Numérian\n    agissant_par: le pôle Numérian"),
    ),
    "a word is of one alphabet": (
        ALPHABET, (AMIS, "denomination: Association D\u0435libia"), "denomination: Association", "« \u0435 » est un signe cyrillique",
        (AMIS, "denomination: Association Délibia Ελλάδα cœur"),
    ),
    "but a deputy of an association needs none": (
        DEPUTY, ("qualite: maire}", "qualite: adjoint au maire}"), "qualite: adjoint", "par délégation",
        ("qualite: présidente}", "qualite: vice-présidente}"),
    ),
    "an office is that of a man or of a woman": (
        OFFICE, ("qualite: maire}", "qualite: directrice générale}"), "qualite: directrice", "« Monsieur », mais",
        ("civilite: Madame, prenom: Anne, nom: Le Goff, qualite: présidente", "civilite: Madame, prenom: Anne, nom: Le Goff, qualite: président"),
    ),
    "an office has no article": (
        OFFICE, ("qualite: présidente}", "qualite: La présidente}"), "qualite: La présidente", "sans article",
        ("qualite: présidente}", "qualite: lauréate}"),
    ),
    "two parties are two persons": (
        IDENTIFIERS, ("siren: 200054781", "siren: 219 400 223"), "siren: 219 400 223", "c’est la même personne morale",
        ("siren: 200054781", "siren: 200000008"),
    ),
    "an act is signed before its term": (
        TERM, (TERME, "terme: 18/11/2025"), "terme:", "est déjà passé le 19 novembre 2025", (TERME, "terme: 19/11/2025"),
    ),
    "a régie is a part of its legal person": (
        NOT_PERSON, ("denomination: Ville de Choisy-le-Roi", "denomination: Régie du parc"), "denomination: Régie", "L. 2221-14",
        (AMIS, "denomination: Régie autonome des transports"),
    ),
    "a name has no article": (
        NOT_PERSON, (AMIS, "denomination: l’Association des amis"), "denomination: l’", "commence par un article",
        (AMIS, "denomination: Association des amis"),
    ),
    "the State has one name": (
        NOT_PERSON, state("L’État"), "denomination: L’État", "pas « L’État »", state("État"),
    ),
    "an organ is no legal person": (
        NOT_PERSON, (AMIS, "denomination: Conseil départemental de l’Oise"), "denomination: Conseil",
        "n’est pas une personne morale", (AMIS, "denomination: Département de l’Oise"),
    ),
    "nor is a town hall": (
        NOT_PERSON, (AMIS, "denomination: La mairie d’Orly"), "denomination: La mairie", "organe",
        (AMIS, "denomination: Association de la mairie d’Orly"),
    ),
    "but a professional order is": (
        NOT_PERSON, (AMIS, "denomination: Conseil régional d’Île-de-France"), "denomination: Conseil",
        "organe", (AMIS, "denomination: Conseil régional de l’Ordre des architectes"),
    ),
    "a SIREN holds the INSEE code": (
        INSEE, ("insee: 94022", "insee: 94054"), "siren: 219400223", "94054", ("insee: 94022", "insee: 94022"),
    ),
    "one person signs for one party": (
        TWICE, ("prenom: Anne, nom: Le Goff", "prenom: tonino, nom: PANETTA"), "signataire: {civilite: Madame",
        "signe pour deux parties", ("prenom: Anne, nom: Le Goff", "prenom: Anne, nom: Panetta"),
    ),
    "a bureau acts by delegation": (
        DELEGATION, act(organe="bureau"), "organe: bureau", "délégation", act(organe="conseil communautaire"),
    ),
    "so does a commission permanente": (
        DELEGATION, act(organe="commission permanente"), "organe: commission", "la commission permanente de la Commune",
        act(organe="commission permanente", delegation="{acte: délibération, date: 1/7/2024}"),
    ),
    "a receipt is one": (RECEIVED, act(accuse="reçu"), "accuse: reçu", "accusé", act(accuse=RECEIPT)),
    "a receipt names the party": (
        RECEIVED, act(accuse=RECEIPT.replace("219400223", "200054781")), "accuse:", "le SIREN 200054781", act(accuse=RECEIPT),
    ),
    "a receipt bears the date of the act": (
        RECEIVED, act(accuse=RECEIPT.replace("1119", "1126")), "accuse:", "26", act(accuse=RECEIPT),
    ),
    "a receipt bears the number of the act": (
        RECEIVED, act(accuse=RECEIPT, numero="25-112"), "accuse:", "25-112", act(accuse=RECEIPT, numero="DEL 25-111"),
    ),
    "an act comes before the signature": (
        EARLY, (TERME, f"{TERME}\nsignature: {{date: 18/11/2025}}"), "date: 19/11/2025", "est pris plus tard",
        (TERME, f"{TERME}\nsignature: {{date: 19/11/2025}}"),
    ),
    "so does its receipt": (
        EARLY, act(recue_le="26/11/2025}\n    signe_le: 25/11/2025 #"), "recue_le", "est reçu en préfecture plus tard",
        act(recue_le="26/11/2025}\n    signe_le: 26/11/2025 #"),
    ),
    "and its sending": (
        EARLY, act(transmise_le="26/11/2025}\n    signe_le: 25/11/2025 #"), "transmise_le", "est transmis au préfet plus tard",
        act(transmise_le="26/11/2025}\n    signe_le: 27/11/2025 #"),
    ),
    "a term comes after the start": (
        TERM, (TERME, f"prise_effet: 31/12/2026\n{TERME}"), TERME, "n’est pas après la prise d’effet",
        (TERME, f"prise_effet: 30/12/2026\n{TERME}"),
    ),
    "stages fit in the duration": (
        SCHEDULE, schedule(STAGES, "duree: 11 mois"), "etapes", "12 mois, pour 11 mois", schedule(STAGES, "duree: 12 mois"),
    ),
    "stages end before the term": (
        SCHEDULE, schedule(STAGES, "debut_souhaite: février 2026"), "etapes", "en janvier 2027", schedule(STAGES, "debut_souhaite: janvier 2026"),
    ),
    "a review comes before the term": (
        SCHEDULE, schedule("bilan_avant: 1/1/2027"), "bilan_avant", "1er janvier 2027", schedule("bilan_avant: 31/12/2026"),
    ),
    "a set-up comes before the term": (
        SCHEDULE, schedule("mise_en_place_avant: 1/1/2027"), "mise_en_place_avant", "après le terme",
        schedule("mise_en_place_avant: 31/12/2026"),
    ),
    "a set-up comes before the review": (
        SCHEDULE, schedule("mise_en_place_avant: 2/3/2026", "bilan_avant: 1/3/2026"), "mise_en_place_avant", "après le bilan",
        schedule("mise_en_place_avant: 1/3/2026", "bilan_avant: 1/3/2026"),
    ),
    "a stage lasts at most its longest": (
        RANGE, schedule("etapes:", "  - {intitule: E, duree_min: 3 mois, duree_max: 2 mois}"), "duree_max", "« duree_max »",
        schedule("etapes:", "  - {intitule: E, duree_min: 3 semaines, duree_max: 1 mois}"),
    ),
}  # fmt: skip


def line_of(shelf: Shelf, text: str) -> int:
    lines = (shelf.root / CASE).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("code", "change", "place", "words", "_neighbour"), CASES.values(), ids=CASES
)
def test_a_rule_broken(
    shelf: Shelf, code: str, change: tuple[str, str], place: str, words: str, _neighbour: object
) -> None:
    shelf.edit(CASE, change)
    fault = shelf.only()
    assert (fault.code.value, fault.span.line) == (code, line_of(shelf, place)), fault.message
    assert words in fault.message.replace("\u00a0", " ")
    assert fault.help
    assert fault.is_error is (
        (code in REFUSED and not words.startswith(("tribunal", "est déjà")))
        or words.startswith(("après", "1er", "étape", "pas «"))
    )


@pytest.mark.parametrize("neighbour", [case[-1] for case in CASES.values()], ids=list(CASES))
def test_its_neighbour_kept(shelf: Shelf, neighbour: tuple[str, str]) -> None:
    shelf.edit(CASE, neighbour)
    assert shelf.faults() == []


def test_gaps_are_passed_over(shelf: Shelf) -> None:
    """What is missing is told once, as missing."""
    shelf.write(
        CASE,
        "programme: essai\nparties:\n  commune: {signataire: {nom: x}, habilitation: {organe: bureau, accuse: }}\n"
        "  association: {denomination: }\nprojet:\nterme: x\nprise_effet:\n"
        "calendrier: {etapes: [{intitule: x}, ], duree: , bilan_avant: y, debut_souhaite: z}\nsignature: {date: w}\n",
    )
    codes = {fault.code.value for fault in shelf.faults(State.DRAFT)}
    assert codes == {"CG101", "CG102", "CG303"}


def test_every_code_of_a_rule_has_its_example() -> None:
    shown = {case[0] for case in CASES.values()} | {BREACH, *OF_LINKED_ACTS}
    assert shown == {code for code in Code if code.startswith("CG3")}


def test_instalments_are_not_judged_while_one_is_missing(shelf: Shelf) -> None:
    shelf.edit(CASE, instalments("50 %", ""))
    assert [fault.code.value for fault in shelf.faults()] == ["CG101"]


@pytest.mark.parametrize(
    ("alert", "codes"),
    [("71 heures", []), ("2 jours", []), ("72 heures", [BREACH]), ("3 mois", [BREACH])],
)
def test_a_breach_is_told_before_the_delay_of_the_law(
    shelf: Shelf, alert: str, codes: list[str]
) -> None:
    shelf.edit(PROGRAMME, ("exige: [terme]", "exige: [terme, donnees_personnelles]"))
    read = "donnees_personnelles.alerte_violation"
    shelf.body(f"{{% if {read} %}}\n{{{{ {read} }}}}\n{{% endif %}}\nUne convention.\n")
    said = f"donnees_personnelles:\n  qualification: distincts\n  alerte_violation: {alert}"
    shelf.edit(CASE, (TERME, f"{TERME}\n{said}"))
    faults = shelf.faults()
    assert [fault.code.value for fault in faults] == codes
    assert [fault.span.line for fault in faults] == [line_of(shelf, "alerte_violation")] * len(
        codes
    )


@pytest.mark.parametrize(
    ("insee", "department", "codes"), [("94022", "94", []), ("94022", "06", ["CG302"])]
)
def test_a_commune_is_in_its_departement(
    shelf: Shelf, insee: str, department: str, codes: list[str]
) -> None:
    shelf.edit(
        CASE, (TERME, f"{TERME}\nlieu_execution:\n  insee: {insee}\n  departement: {department}")
    )
    assert [fault.code.value for fault in shelf.faults()] == codes


def test_a_total_can_be_written(shelf: Shelf) -> None:
    shelf.edit(PROGRAMME, ("exige: [terme]", "exige: [terme, tarifs, effectif]"))
    shelf.body("{{ tarifs | total | fois(effectif) }}\n")
    shelf.edit(
        CASE, (TERME, f"{TERME}\ntarifs: [{{objet: o, prix: 404}}]\neffectif: 999 999 999 999")
    )
    assert {fault.code.value for fault in shelf.faults()} == {"CG102", INSTALMENTS}
    assert shelf.act(State.DRAFT).can_be_written(State.DRAFT)

"""The faults of the real act of the Var: refused, reported, or made impossible."""

from __future__ import annotations

import re

import pytest

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.library.store import Library
from convgen.lint.library import faults_of_library
from convgen.model.state import State
from tests.acts import table
from tests.acts.desk import VAR, VAR_COMPLETE, Desk
from tests.acts.reading import Act, plain
from tests.acts.table import Version

LOAN = "templates/experimentation-ia/programme.yaml"
AGREEMENT, JOINT = "clauses/rgpd/accord-annexe.md", "clauses/rgpd/obligations-conjointes.md"
LENGTH = "clauses/duree/duree-depuis-signature.md"
BREACH = "clauses/responsabilite/violation-donnees.md"
BOUNDS = "clauses/propriete-intellectuelle/usages-interdits.md"
POINTS = ("obligations", "information", "droits", "grandes-lignes")


@pytest.fixture
def loan(acts: dict[Version, Act]) -> Act:
    """The act of the Var, ready to sign."""
    return acts[table.VAR]


def told(faults: list[Diagnostic]) -> list[tuple[Code, str, int, int]]:
    return [(f.code, f.span.file.name, f.span.line, f.span.column) for f in faults]


def of_library(desk: Desk) -> list[tuple[Code, str, int, int]]:
    return told(faults_of_library(Library(desk.root)))


def at(desk: Desk, name: str, text: str) -> tuple[str, int, int]:
    return (desk.file(name).name, *desk.place(name, text))


def refused(act: Act, code: Code, place: tuple[str, int, int]) -> None:
    assert told(act.errors) == [(code, *place)]
    assert not act.assembled.can_be_written(State.FINAL)


def change(desk: Desk, opening: str, text: str = "") -> None:
    """A particular clause of the case."""
    body = f"    texte: |\n      {text}\n" if text else ""
    desk.add(VAR_COMPLETE, f"clauses_particulieres:\n  - {opening}\n    motif: essai\n{body}")


# « "La durée … est fixée à à compter" : la durée est restée vide, la phrase aussi »


@pytest.mark.parametrize("state", [State.FINAL, State.PROJECT])
def test_an_empty_length_stops_the_act_even_as_a_project(ready: Desk, state: State) -> None:
    ready.edit(VAR_COMPLETE, ("duree: 12 mois\n", ""))  # the real case then speaks: « duree: »
    act = ready.act(VAR_COMPLETE, state)
    assert told(act.errors) == [(Code.GAP, *at(ready, VAR, "duree:"))]
    assert not act.assembled.can_be_written(state)


def test_the_sentence_of_an_unknown_length_stays_whole_in_a_draft(ready: Desk) -> None:
    ready.edit(VAR_COMPLETE, ("duree: 12 mois\n", ""))
    act = ready.act(VAR_COMPLETE, State.DRAFT)
    gap = "[à compléter : durée de la convention]"
    assert [line for line in act.lines("objet") if gap in line] == [
        f"La présente convention est conclue pour une durée de {gap}, à compter de la date de sa "
        "signature par la dernière des Parties."
    ]


@pytest.mark.parametrize("typed", ["à compter", "12", "0 mois", "à à compter"])
def test_what_is_no_length_is_refused(ready: Desk, typed: str) -> None:
    ready.edit(VAR_COMPLETE, ("duree: 12 mois", f"duree: {typed}"))
    refused(ready.act(VAR_COMPLETE), Code.INVALID_VALUE, at(ready, VAR_COMPLETE, typed + "\ndonn"))


def test_a_clause_that_forgets_the_length_is_reported(ready: Desk) -> None:
    assert of_library(ready) == []
    ready.edit(LENGTH, ("de {{ duree }}, à", "de , à"))
    assert (Code.UNFINISHED, *at(ready, LENGTH, "de , à")) in of_library(ready)


# « L'accord de traitement est dit conforme à l'article 24 du RGPD […] : la qualification est un
# choix de la fiche (responsable, conjoints, sous-traitant) et commande l'annexe »


@pytest.mark.parametrize(
    ("noun", "cited"),
    [("accord", "l'article 26 du"), ("contrat", "l'article 28, paragraphe 3, du")],
)
def test_an_agreement_of_article_24_is_reported_in_the_clause(
    ready: Desk, noun: str, cited: str
) -> None:
    ready.edit(AGREEMENT, (f"{noun} que {cited}", f"{noun} que l'article 24 du"))
    assert of_library(ready) == [(Code.STALE_REFERENCE, *at(ready, AGREEMENT, f"{noun} que l'ar"))]


def test_an_agreement_of_article_24_is_reported_in_the_case(ready: Desk) -> None:
    wrong = "accord conforme à l'article 24 du règlement (UE) 2016/679"
    change(
        ready, "remplace: rgpd/accord-annexe", f'{{{{ renvoi("accord-donnees") }}}} est un {wrong}.'
    )
    (warning,) = ready.act(VAR_COMPLETE).assembled.diagnostics
    assert warning.severity is Severity.WARNING
    assert told([warning]) == [(Code.STALE_REFERENCE, *at(ready, VAR_COMPLETE, wrong))]
    assert re.findall(r"article \d+", plain(warning.help)) == ["article 26", "article 28"]


@pytest.mark.parametrize(
    ("qualification", "agreement"),
    [
        ("conjoints", "l’accord que l’article 26 du règlement (UE) 2016/679 exige"),
        ("sous-traitance", "le contrat que l’article 28, paragraphe 3, du règlement (UE) 2016/679"),
        ("distincts", ""),
        ("aucune", ""),
    ],
)
def test_the_qualification_commands_the_annex(
    ready: Desk, qualification: str, agreement: str
) -> None:
    ready.edit(VAR, ("qualification: conjoints", f"qualification: {qualification}"))
    act = ready.act(VAR_COMPLETE)
    assert act.errors == []
    text = plain(act.text)
    assert ("présente convention, constitue " in text) is bool(agreement)
    assert agreement in text
    assert ("accord-donnees" in dict(act.headings())) is bool(agreement)
    assert ("donnees-personnelles" in dict(act.headings())) is (qualification != "aucune")
    assert ("responsables conjoints" in text) is (qualification == "conjoints")
    assert "article 24 " not in text


@pytest.mark.parametrize("typed", ["responsable", "sous-traitant", "conjoints, distincts"])
def test_a_qualification_is_one_of_those_of_the_law(ready: Desk, typed: str) -> None:
    ready.edit(VAR, ("qualification: conjoints", f"qualification: {typed}"))
    place = at(ready, VAR, f"{typed}\n  traitements")
    refused(ready.act(VAR_COMPLETE), Code.INVALID_VALUE, place)


def test_processing_that_is_not_described_stops_the_act(ready: Desk) -> None:
    case = ready.file(VAR_COMPLETE).read_text("utf-8")
    ready.edit(VAR_COMPLETE, (case[case.index("donnees_personnelles:") :], ""))
    refused(ready.act(VAR_COMPLETE), Code.GAP, at(ready, VAR, "traitements:"))
    ready.edit(VAR, ("  traitements: ", "  # traitements: "))
    refused(ready.act(VAR_COMPLETE), Code.GAP, at(ready, VAR_COMPLETE, "commun:"))


# The annex of joint controllers without a point of article 26.


def in_joint_clause(desk: Desk, point: str) -> str:
    """What the clause writes for a point: from its mark to the next heading."""
    body = desk.file(JOINT).read_text("utf-8")
    start = body.index(f'{{{{ exigence("rgpd-26-{point}") }}}}')
    end = body.find("\n## ", start)
    return body[start:] if end < 0 else body[start:end]


@pytest.mark.parametrize("point", POINTS)
def test_a_point_of_article_26_taken_out_of_the_clause_stops_the_act(
    ready: Desk, point: str
) -> None:
    ready.edit(JOINT, (in_joint_clause(ready, point), "Sans objet.\n"))
    left = next(other for other in POINTS if other != point)
    place = at(ready, JOINT, f"rgpd-26-{left}")
    act = ready.act(VAR_COMPLETE)
    refused(act, Code.LEGAL_POINT, place)
    assert f'exigence("rgpd-26-{point}")' in act.errors[0].help
    assert not any(f"rgpd-26-{other}" in act.errors[0].help for other in POINTS if other != point)
    assert (Code.LEGAL_POINT, *place) in of_library(ready)


@pytest.mark.parametrize("point", POINTS)
def test_a_point_of_article_26_taken_out_by_the_case_stops_the_act(ready: Desk, point: str) -> None:
    others = [f'{{{{ exigence("rgpd-26-{other}") }}}}' for other in POINTS if other != point]
    change(ready, "remplace: rgpd/obligations-conjointes", "Dit.\n\n      ".join((*others, "Dit.")))
    act = ready.act(VAR_COMPLETE)
    refused(act, Code.LEGAL_POINT, at(ready, VAR_COMPLETE, "remplace:"))
    assert act.errors[0].help.count("exigence(") == 1
    assert f'exigence("rgpd-26-{point}")' in act.errors[0].help


def test_a_case_cannot_do_without_the_agreement(ready: Desk) -> None:
    change(ready, "retire: rgpd/obligations-conjointes")
    act = ready.act(VAR_COMPLETE)
    refused(act, Code.LEGAL_POINT, at(ready, VAR_COMPLETE, "retire:"))
    assert act.errors[0].help.count("exigence(") == len(POINTS)


def test_a_plan_cannot_do_without_it_either(ready: Desk) -> None:
    used = (
        "      - rgpd/obligations-conjointes: {premier: porteur, second: collectivite}\n"
        '        si: donnees_personnelles.qualification = "conjoints"\n'
    )
    ready.edit(LOAN, (used, ""))
    place = ready.place(LOAN, "accord-donnees\n    intitule")
    refused(ready.act(VAR_COMPLETE), Code.LEGAL_POINT, (ready.file(LOAN).name, *place))


# « 48 h est un délai contractuel vers le Département ; la notification à la CNIL a le sien, 72 h »


def deadlines(act: Act) -> dict[str, str]:
    """Each sentence that speaks of a number of hours, by that number."""
    sentences = re.split(r"(?<=\.)\s", plain(act.text))
    return {"".join(re.findall(r"\d+ heures", s)): s for s in sentences if " heures" in s}


def test_each_delay_has_its_own_creditor(loan: Act) -> None:
    lines = loan.lines("responsabilites")
    (alert,) = (line for line in lines if line.startswith("La Collectivité alerte"))
    (notice,) = (line for line in lines if "Commission nationale" in line)
    assert "alerte le Département" in alert
    assert "48 heures" in alert
    assert "heures" not in notice
    assert "dans le délai et les conditions de l’article 33 du règlement (UE) 2016/679" in notice
    assert "Ce délai légal est distinct de celui dans lequel elle alerte" in notice
    found = deadlines(loan)
    assert set(found) == {"48 heures", "72 heures"}
    assert "à la Commission nationale de l’informatique et des libertés" in found["72 heures"]


@pytest.mark.parametrize("typed", ["24 heures", "3 jours"])
def test_the_delay_of_the_case_is_never_that_of_the_law(ready: Desk, typed: str) -> None:
    ready.edit(VAR, ("alerte_violation: 48 heures", f"alerte_violation: {typed}"))
    act = ready.act(VAR_COMPLETE)
    assert act.errors == []
    holders = [line for line in act.text.split("\n") if typed in plain(line)]
    assert len(holders) == 2
    assert not any("Commission nationale" in line for line in holders)
    assert deadlines(act)["72 heures"].startswith("En application de l’article 33 du règlement")


def test_a_case_has_no_delay_for_the_commission(ready: Desk) -> None:
    ready.edit(
        VAR, ("  alerte_violation: 48", "  notification_cnil: 48 heures\n  alerte_violation: 48")
    )
    refused(ready.act(VAR_COMPLETE), Code.UNKNOWN_KEY, at(ready, VAR, "notification_cnil"))


def test_a_delay_that_starts_nowhere_is_reported(ready: Desk) -> None:
    start = " à compter du moment où {{ collectivite.il }} en a connaissance"
    ready.edit(BREACH, (f"en moins de {{{{ delai }}}}{start}", "dans un délai de {{ delai }}"))
    assert of_library(ready) == [(Code.DELAY, *at(ready, BREACH, "délai de {{ delai }}."))]


# « Deux intitulés voisins ("Fin", "Résiliation à l'amiable et litiges") : la résiliation est à
# l'article 6, l'article 7 n'en parle pas »

TERMINATION = re.compile(r"[Rr]ésili(?:a|e\b|er)")


def test_termination_stands_in_article_6_alone(loan: Act) -> None:
    said = {
        s.key for s in loan.document.sections if TERMINATION.search("\n".join(loan.lines(s.key)))
    }
    assert said == {"fin"}
    headings = dict(loan.headings())
    assert headings["fin"] == "Article 6 Fin de la convention"
    assert headings["litiges"] == "Article 7 Règlement amiable et litiges"
    assert not any(TERMINATION.search(heading) for heading in headings.values())


def test_a_case_gives_no_other_heading_to_an_article(ready: Desk) -> None:
    heading = "intitule: Résiliation à l’amiable et litiges"
    change(ready, f"remplace: litiges/tribunal-administratif\n    {heading}", "Essai.")
    refused(ready.act(VAR_COMPLETE), Code.PARTICULAR_CLAUSE, at(ready, VAR_COMPLETE, heading))


# The department was called by its organ, the other party by two names; the court had none.


def test_the_council_is_no_party(ready: Desk) -> None:
    ready.edit(VAR, (": Département du Var", ": Conseil départemental du Var"))
    place = at(ready, VAR, "denomination: Conseil")
    assert told(ready.act(VAR_COMPLETE).assembled.diagnostics) == [
        (Code.NOT_A_LEGAL_PERSON, *place)
    ]


def test_each_party_has_one_name(loan: Act, ready: Desk) -> None:
    text = plain(loan.text)
    assert "Partenaire" not in text
    assert not re.search(r"\b(?:la collectivité|le département)\b", text)
    ready.edit(BOUNDS, ("{{ collectivite }} respecte", "La Collectivité respecte"))
    assert (Code.DESIGNATION_TYPED, *at(ready, BOUNDS, "La Collectivité")) in of_library(ready)


def test_another_court_than_that_of_the_place_is_reported(ready: Desk) -> None:
    ready.add(VAR_COMPLETE, "tribunal: Nice\n")
    place = at(ready, VAR_COMPLETE, "tribunal: Nice")
    assert told(ready.act(VAR_COMPLETE).assembled.diagnostics) == [(Code.COURT, *place)]

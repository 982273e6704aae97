"""The faults of the real act of the Alpes-Maritimes: refused, reported, or made impossible."""

from __future__ import annotations

import re

import pytest

from convgen.faults.diagnostic import Code, Severity
from convgen.french.identifiers import rib_figures
from convgen.model.document import RunKind
from convgen.model.state import State
from tests.acts.desk import ALPES, GRANT, MISSION, Desk
from tests.acts.reading import Act, plain, signatures


def codes(act: Act) -> set[Code]:
    return {fault.code for fault in act.assembled.diagnostics}


# « "Fait à Paris" alors que les deux parties siègent à Nice »


def test_a_place_of_signature_that_is_no_seat_is_reported(desk: Desk) -> None:
    desk.add(ALPES, "signature:\n  lieu: Paris\n")
    act = desk.act(ALPES)
    (warning,) = (f for f in act.assembled.diagnostics if f.code is Code.SIGNING_PLACE)
    assert warning.severity is Severity.WARNING
    assert (warning.span.line, warning.span.column) == desk.place(ALPES, "lieu: Paris")
    assert "Paris" in warning.message
    assert act.errors == []


@pytest.mark.parametrize("signing", ["", "signature:\n  lieu: Nice\n"])
def test_the_seat_of_the_departement_or_a_blank_is_not(desk: Desk, signing: str) -> None:
    desk.add(ALPES, signing)
    act = desk.act(ALPES)
    assert Code.SIGNING_PLACE not in codes(act)
    place = "Nice" if signing else "_" * 24
    assert f"Fait à {place}, en deux exemplaires originaux." in act.word_lines


# « RIB et IBAN saisis deux fois »


def test_a_typed_rib_is_refused(desk: Desk) -> None:
    desk.edit(ALPES, ("  bic: BDF", "  rib: 30001 00596 C0640000000 16\n  bic: BDF"))
    act = desk.act(ALPES)
    (error,) = act.errors
    assert (error.span.line, error.span.column) == desk.place(ALPES, "rib: 30001")
    assert "se déduit de l’IBAN" in error.message + error.help
    assert not act.assembled.can_be_written(State.FINAL)


def test_the_rib_is_that_of_the_iban(desk: Desk) -> None:
    other = "FR7630006000011234567890189"
    desk.edit(ALPES, ("FR58 3000 1005 96C0 6400 0000 016", other))
    text = plain(desk.act(ALPES).text)
    assert f"clé) | {plain(rib_figures(other))}\n" in text
    assert "C0640000000" not in text


def test_a_foreign_iban_has_no_rib(desk: Desk) -> None:
    desk.edit(
        ALPES,
        ("FR58 3000 1005 96C0 6400 0000 016", "DE89 3704 0044 0532 0130 00"),
        ("BDFEFRPPCCT", "COBADEFFXXX"),
    )
    rows = [line for line in desk.act(ALPES).lines("reglement") if line.startswith("| ")]
    assert [row.split(" | ")[0] for row in rows[1:4]] == ["| Titulaire", "| IBAN", "| BIC"]


def test_a_wrong_digit_of_the_iban_is_refused(desk: Desk) -> None:
    desk.edit(ALPES, ("6400 0000 016", "6400 0000 017"))
    (error,) = desk.act(ALPES).errors
    assert error.code is Code.INVALID_VALUE
    assert "clé de contrôle" in error.message


# « Renvoi à "l'article 3" pour les modalités de versement, qui sont à l'article 4 »


def payment(act: Act) -> tuple[str, str]:
    """Where the State's promise to pay refers to, and the heading of what sets the payment."""
    (found,) = (s for s in act.document.sections if s.key == "engagements")
    (block,) = (b for b in found.blocks if b.text.startswith("à verser la Subvention"))
    (reference,) = (run for run in block.runs if run.kind is RunKind.REFERENCE)
    return plain(reference.text), dict(act.headings())["reglement"]


def test_the_payment_is_referred_to_where_it_is_set(grant: Act) -> None:
    assert payment(grant) == ("Article 4", "Article 4 Règlement")


def test_the_reference_to_the_payment_follows_it(desk: Desk) -> None:
    source = desk.file(GRANT).read_text("utf-8")
    article = re.search(r"  - article: evaluation\n(?:    .*\n)*", source)
    assert article is not None
    desk.edit(GRANT, (article[0], ""))
    desk.edit(GRANT, ("  - article: montant\n", f"{article[0]}  - article: montant\n"))
    act = desk.act(ALPES)
    assert act.errors == []
    assert payment(act) == ("Article 5", "Article 5 Règlement")


# « "Parties" s'écrit ensuite "parties" ; "le Bénéficiaire" jamais défini dans cet acte »


def test_a_defined_term_has_one_spelling(grant: Act) -> None:
    text = plain(grant.text)
    # What is being defined, the law's own words, and what is not the term at all.
    for other in (
        *["le réseau France services, ci-après", "collectivités territoriales", "le réseau des"],
        *["le ministère chargé des collectivités", "du ministère de la Transition"],
        *["le ministère de la Transition", "le ministère de la Transformation"],
        *["le département des Alpes-Maritimes", "à l’échelle du département", "le département,"],
    ):
        text = text.replace(other, "")
    nouns = "état|département|agence|réseau|ministère|subvention|animateur|parties"
    assert re.findall(rf"(?:\b(?:le|la|du|au|les|des|aux) |l’)(?:{nouns})\b.*", text) == []


def test_the_parties_are_called_by_their_designations_alone(grant: Act) -> None:
    text = plain(grant.text).replace("président du conseil départemental", "")
    loose = r"\b(?:[Bb]énéficiaire|[Cc]onseil départemental|Préfecture)\b"
    assert re.findall(loose, text) == []
    # A service owes nothing: the State does.
    assert not re.search(r"[Ll]a préfecture (?:s’engage|verse|pilote|assure|est)", text)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("    denomination: État", "    denomination: Préfecture des Alpes-Maritimes"),
        (
            "denomination: Département des Alpes-Maritimes",
            "denomination: Conseil départemental des Alpes-Maritimes",
        ),
    ],
)
def test_an_organ_or_a_service_is_no_party(desk: Desk, typed: str, other: str) -> None:
    desk.edit(ALPES, (f"{typed}\n", f"{other}\n"))
    assert Code.NOT_A_LEGAL_PERSON in codes(desk.act(ALPES))


# « Tiers cité qui a des obligations sans signer »


def test_the_agency_signs_nothing_and_owes_nothing(grant: Act) -> None:
    assert [cell[0] for cell in signatures(grant)] == ["Pour l’État,", "Pour le Département,"]
    text = plain(grant.text)
    assert not re.search(r"[Ll]’Agence (?:s’engage|doit|est tenue|garantit)", text)
    missions = grant.lines("engagements")[:9]
    assert missions[1].startswith("Les Parties prennent acte des missions que l’Agence exerce")
    assert missions[8].startswith("Ce rappel ne met aucune obligation à la charge de l’Agence")


# « "MTEFP" une fois »


def test_an_acronym_is_typed_once_for_the_articles(desk: Desk) -> None:
    desk.edit(ALPES, ("sigle: MTFP ", "sigle: MTEFP "))
    act = desk.act(ALPES)
    assert [s.key for s in act.document.sections if "MTEFP" in "\n".join(act.lines(s.key))] == [
        "preambule"
    ]


# The annex is a text of its own, but what the case says is not typed a second time.


@pytest.mark.parametrize(
    "fact", ["50 000", "cinquante mille", "le Département", "l'État", "l'Agence", "l'Animateur"]
)
def test_the_joined_text_types_no_value_of_the_case(desk: Desk, fact: str) -> None:
    assert fact not in plain(desk.file(MISSION).read_text("utf-8"))

"""The real deliberation: its provisions, its facts, the order of its visas, what a commune adds."""

from __future__ import annotations

import pytest

from convgen.model.state import State
from tests.acts.desk import DELIBERATION, ROOT, Desk
from tests.acts.reading import Act, plain
from tests.acts.table import DELIBERATION as TABLE
from tests.acts.table import VOTED, Provision

# In the order of the act: a subject's visas by rank then date, then what it considers.
WANTED = [
    *["1.1", "1.2", "2.1", "2.2", "2.3", "2.5", "2.4", "3.1", "3.2"],
    *["2.6", "2.7", "2.8", "2.9", "3.3", "3.4", "3.5", "2.10", "2.11", "3.6", "3.7", "2.12"],
    *["4.1", "4.2", "5.1.1", "5.1.2", "5.1.3", "5.2.1", "5.2.2", "5.2.3", "5.3.1", "5.3.2"],
    *["6.1", "6.2"],
]
SECTIONS = {"1": "en-tete", "2": "motifs", "3": "motifs", "4": "motifs", "5": "dispositif"}
RECEIVED = "      recue_le: 22/12/2023\n"
VOTE = (
    "seance:\n  presents: [Camille Martin, Alix Diallo]\n  absents: [Sacha Nguyen]\n"
    "  secretaire: Alix Diallo\n  vote: {pour: 2, contre: 0, abstentions: 1}\n"
)


@pytest.fixture(scope="module")
def act(tmp_path_factory: pytest.TempPathFactory) -> Act:
    return Desk.at(tmp_path_factory.mktemp("deliberation") / "bibliotheque").act(DELIBERATION)


def test_the_table_holds_the_provisions_of_the_notes() -> None:
    assert [provision.id for provision in TABLE.provisions] == WANTED
    assert (len(WANTED), len({*WANTED})) == (33, 33)


@pytest.mark.parametrize("provision", TABLE.entries, ids=lambda p: p.id)
def test_a_provision_is_in_its_section(act: Act, provision: Provision) -> None:
    wanted, written = provision.said_in("R"), act.lines(provision.section)
    assert wanted
    assert any(
        all(line.matches(text) for line, text in zip(wanted, written[start:], strict=False))
        for start in range(len(written) - len(wanted) + 1)
    ), "\n".join(written)
    if provision.counted:
        other = {"6.1": "signature", "6.2": "annexes"}
        assert provision.section == other.get(provision.id, SECTIONS.get(provision.id[0]))


def test_the_act_holds_them_in_order_and_nothing_else(act: Act) -> None:
    assert act.errors == []
    printed = act.headings()
    assert printed == [("titre", ""), *((h.key, h.text) for h in TABLE.headings)]
    for heading in TABLE.headings:
        written, wanted = act.lines(heading.key), VOTED.lines_of(heading.key)
        assert len(written) == len(wanted)
        assert all(line.matches(text) for line, text in zip(wanted, written, strict=True))


def test_the_word_file_has_its_own_look(act: Act) -> None:
    """« République française » above the title, « 1°) » before a subject."""
    (section,) = act.word.sections
    assert section.first_page_header.paragraphs[-1].text == "République française"
    assert (
        act.word_lines[0]
        == "Département des Alpes-Maritimes – Délibération de la commission permanente"
    )
    numbers = [block.number for block in act.document.all_blocks() if block.kind == "point"]
    assert numbers == ["1°)", "2°)", "3°)"]


def test_what_its_subjects_say_is_in_the_cases_alone() -> None:
    """No amount, term, party or object is typed in the case of the deliberation."""
    text = (ROOT / DELIBERATION).read_text(encoding="utf-8")
    for key in ("montant:", "duree:", "terme:", "objet: le", "cocontractants:", "acte: la"):
        assert f"    {key}" not in text.replace("        objet: ", "")
    assert "50 000" not in text


@pytest.mark.parametrize("reverse", [False, True])
def test_visas_go_by_rank_then_date_whatever_their_order(desk: Desk, *, reverse: bool) -> None:
    known = [
        "{nature: rapport, organe: président du conseil départemental, objet: de fin}",
        "{nature: loi, numero: 2000-321, date: 12/04/2000, objet: relative aux citoyens}",
        "{nature: code, objet: code général des collectivités territoriales}",
        "{nature: décret, numero: 2001-495, date: 06/06/2001, objet: sur les aides}",
        "{nature: arrêté, organe: préfet, date: 02/01/2020, objet: de création}",
        "{nature: délibération, organe: bureau, date: 05/05/2022, objet: seconde}",
        "{nature: délibération, organe: bureau, date: 04/05/2022, objet: première}",
        "{nature: convention, date: 01/01/2001, objet: ancienne}",
    ]
    text = desk.file(DELIBERATION).read_text(encoding="utf-8")
    old = text[text.index("visas:    ") : text.index("avis:\n")]
    listed = reversed(known) if reverse else known
    desk.edit(DELIBERATION, (old, "visas:\n" + "".join(f"  - {v}\n" for v in listed) + "\n"))
    act = desk.act(DELIBERATION)
    assert act.errors == []
    recitals = [line for line in act.lines("motifs") if line.startswith("Vu ")]
    delegation = next(n for n, line in enumerate(recitals) if "délégation" in line)
    assert [plain(line) for line in recitals[:delegation]] == [
        "Vu le code général des collectivités territoriales ;",
        "Vu la loi n° 2000-321 du 12 avril 2000 relative aux citoyens ;",
        "Vu le décret n° 2001-495 du 6 juin 2001 sur les aides ;",
        "Vu l’arrêté du préfet du 2 janvier 2020 de création ;",
        "Vu la délibération du bureau du 4 mai 2022 première ;",
        "Vu la délibération du bureau du 5 mai 2022 seconde ;",
        "Vu la convention du 1er janvier 2001 ancienne ;",
    ]
    assert recitals[-2].startswith("Vu le rapport du président du conseil départemental de fin,")


def as_a_commune(desk: Desk) -> None:
    desk.edit(
        DELIBERATION,
        ("nature: département\n", "nature: commune\n"),
        ("organe: commission permanente\n      numero", "organe: conseil municipal\n      numero"),
    )


def test_a_commune_says_who_was_there_and_how_they_voted(desk: Desk) -> None:
    as_a_commune(desk)
    (fault,) = [f for f in desk.act(DELIBERATION).errors if f.code == "CG101"]
    assert "séance (seance)" in fault.message
    desk.add(DELIBERATION, VOTE)
    act = desk.act(DELIBERATION)
    assert [f for f in act.errors if f.code == "CG101"] == []
    said = act.text
    assert "Membres présents : Camille Martin et Alix Diallo." in said
    assert "Membres absents : Sacha Nguyen." in said
    assert "Secrétaire de séance : Alix Diallo." in said
    assert "Après en avoir délibéré (pour : 2 ; contre : 0 ; abstentions : 1)," in said
    assert "/ Secrétaire de séance : Alix Diallo" in act.lines("signature")[0]


def test_a_project_of_a_commune_leaves_the_sitting_open(desk: Desk) -> None:
    as_a_commune(desk)
    act = desk.act(DELIBERATION, State.PROJECT)
    assert [f for f in act.errors if f.code == "CG101"] == []
    assert "Membres présents : ____" in act.text


def test_another_body_needs_no_sitting(desk: Desk) -> None:
    assert desk.act(DELIBERATION).errors == []
    assert "Membres présents" not in desk.act(DELIBERATION).text


def test_signed_is_said_of_what_the_prefect_has_received(desk: Desk) -> None:
    assert desk.act(DELIBERATION).lines("signature")[0].startswith("| Signé : / ")
    desk.edit(DELIBERATION, (RECEIVED, ""))
    assert "Signé" not in desk.act(DELIBERATION, State.PROJECT).text

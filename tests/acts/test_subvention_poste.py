"""The grant of a post: complete, in its three states, its long annex whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from convgen.cli.main import app
from convgen.faults.diagnostic import Code
from convgen.model.document import Block, BlockKind, RunKind
from convgen.model.state import State
from tests.acts.desk import ALPES, MISSION, Desk
from tests.acts.reading import Act, paragraphs, plain
from tests.acts.table import ALPES as GRANT
from tests.acts.table import Version

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def annex(act: Act, key: str = "fiche-mission") -> tuple[Block, ...]:
    (found,) = (section for section in act.document.sections if section.key == key)
    return found.blocks


def test_the_case_is_ready_to_sign(acts: dict[Version, Act], tmp_path: Path, desk: Desk) -> None:
    act = acts[GRANT]
    assert act.errors == []
    call = ["render", str(desk.file(ALPES)), "-o", str(tmp_path / "acte.docx")]
    result = CliRunner().invoke(app, call)
    assert result.exit_code == 0
    assert (tmp_path / "acte.docx").read_bytes() == act.data


def test_its_only_warning_is_that_of_the_receipt(grant: Act, desk: Desk) -> None:
    """The receipt bears the number of a transmission, the act that of a deliberation."""
    (warning,) = grant.assembled.diagnostics
    assert (warning.code, warning.is_error) == (Code.RECEIPT_MISMATCH, False)
    assert (warning.span.line, warning.span.column) == desk.place(ALPES, "accuse: ")
    assert "numéro lmc133954, l’habilitation 27" in plain(warning.message)


def test_only_the_place_and_the_dates_stay_open(grant: Act) -> None:
    assert len(grant.text_in_style("À remplir")) == 3
    kinds = {run.kind for block in grant.document.all_blocks() for run in block.all_runs()}
    assert RunKind.GAP not in kinds


def test_a_project_leaves_the_habilitation_blank(desk: Desk) -> None:
    desk.edit(ALPES, ("      numero: 27\n      date: 15/12/2023\n", "      date:\n"))
    assert [error.code for error in desk.act(ALPES).errors] == [Code.GAP]
    act = desk.act(ALPES, State.PROJECT)
    assert act.errors == []
    assert f"par délibération de la commission permanente du {'_' * 24}," in plain(act.word_text)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("montant: 50 000 €", "montant"),
        ("renouvellements_max: 2 ", "nombre maximal de renouvellements"),
        ("iban: FR58 3000 1005 96C0 6400 0000 016", "IBAN du compte"),
        ("fiche_mission: fiche-de-mission.md", "fiche de mission"),
        ("tribunal: Nice ", "tribunal compétent"),
    ],
)
def test_what_is_missing_stops_the_act_and_shows_in_a_draft(
    desk: Desk, typed: str, label: str
) -> None:
    desk.edit(ALPES, (typed, typed.partition(":")[0] + ": "))
    act = desk.act(ALPES)
    assert [error.code for error in act.errors] == [Code.GAP]
    assert label in act.errors[0].message
    assert not act.assembled.can_be_written(State.FINAL)
    draft = desk.act(ALPES, State.DRAFT)
    assert draft.assembled.can_be_written(State.DRAFT)
    assert any(label in gap for gap in draft.text_in_style("Lacune"))


HEADINGS = [
    *[(0, "Contexte général"), (0, "Organisation"), (0, "Rôle"), (0, "Missions")],
    *[(1, "Mission 1, la qualité de service"), (1, "Mission 2, l’activité")],
    *[(1, "Mission 3, les partenariats"), (1, "Mission 4, le réseau des conseillers")],
    *[(1, "Mission 5, la notoriété"), (0, "Profil"), (0, "Conditions d’exercice")],
    (0, "Candidatures"),
]
BOLD = [
    "À cette date, la quotité du poste passe de 0,5 à 1 équivalent temps plein.",
    "fonctionnel",
    "hiérarchique",
    "tous les usagers trouvent partout la même qualité de service",
    "rigueur, polyvalence, sens de l’organisation, aisance relationnelle, esprit d’initiative et "
    "autonomie",
]


def test_the_annex_keeps_its_headings(grant: Act) -> None:
    found = [b for b in annex(grant) if b.kind is BlockKind.INTERTITLE]
    assert [(b.level, plain(b.text)) for b in found] == HEADINGS
    texts = {text: level for level, text in HEADINGS}
    styled = [p for p in paragraphs(grant.word) if plain(p.text) in texts]
    assert [plain(p.text) for p in styled] == list(texts)
    used = {(texts[plain(p.text)], p.style.name) for p in styled if p.style is not None}
    assert [level for level, _ in sorted(used)] == [0, 1]  # a style for each level


def test_the_annex_keeps_its_bold(grant: Act) -> None:
    bold: list[str] = []
    for block in annex(grant):
        stretch = ""
        for run in block.runs:
            stretch += run.text if run.bold else "\n"
        bold += [plain(text) for text in stretch.split("\n") if text]
    assert bold == BOLD
    in_word = plain("".join(grant.text_in_style("Gras")))
    assert in_word.endswith("".join(BOLD))


def test_the_annex_keeps_its_lists(grant: Act) -> None:
    items = [b for b in annex(grant) if b.kind is BlockKind.BULLET]
    assert [f"{'–•'[b.level]} {plain(b.text)}" for b in items] == [
        line.text for line in GRANT.lines_of("fiche-mission") if line.text[0] in "–•"
    ]
    assert len(items) == 60


def test_the_annex_is_named_by_its_file(grant: Act) -> None:
    assert {Path(block.origin.clause).name for block in annex(grant)} == {Path(MISSION).name}


def test_a_logo_is_shown_under_its_name(desk: Desk) -> None:
    desk.file("cases/subvention-poste/anct.png").write_bytes(PNG)
    desk.edit(ALPES, ("    - nom: ANCT\n", "    - nom: ANCT\n      image: anct.png\n"))
    act = desk.act(ALPES)
    assert act.errors == []
    kinds = [block.kind.value for block in annex(act, "logos")]
    assert kinds == ["paragraphe", "puce", "puce", "puce", "figure", "puce", "puce", "puce"]
    figure = annex(act, "logos")[4].figure
    assert figure is not None
    assert figure.description == "ANCT"
    assert [name for name in act.part_names() if name.endswith(".png")] != []

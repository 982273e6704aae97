"""The act in its three states, through the library and through the commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from convgen.cli.main import app
from convgen.faults.diagnostic import Code
from convgen.model.document import BlockKind, RunKind
from convgen.model.state import State
from tests.acts.desk import CHOICE, CHOISY, MODEL, Desk
from tests.acts.reading import Act, paragraphs, plain

NO_DATE = "[à compléter : date de l’acte d’habilitation de la Métropole]"
NO_CHOICE = "[à compléter : expérimentation choisie]"


def convgen(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def rendered(desk: Desk, state: str, name: str = CHOISY) -> tuple[Result, list[Path]]:
    """The result of `render`, and every file that it wrote."""
    folder = desk.root / "sortie"
    folder.mkdir()
    result = convgen("render", desk.file(name), "--etat", state, "-o", folder)
    return result, list(folder.iterdir())


def test_check_finds_the_two_gaps_of_the_real_act_where_they_are(desk: Desk) -> None:
    result = convgen("check", desk.file(CHOISY), "--output-format", "json")
    faults = json.loads(result.stdout)
    errors = [fault for fault in faults if fault["severity"] == "error"]
    assert result.exit_code == 1
    assert [(e["code"], e["line"], e["column"]) for e in errors] == [
        ("CG101", *desk.place(CHOISY, "commun:")),
        ("CG101", *desk.place(CHOISY, "experimentation:   #")),
    ]
    assert {Path(e["file"]).name for e in errors} == {"choisy-le-roi.yaml"}
    assert "date de l’acte d’habilitation de la Métropole" in errors[0]["message"]
    assert "expérimentation choisie" in errors[1]["message"]
    assert all(e["help"] for e in errors)


def test_its_warnings_are_those_of_the_notes(desk: Desk) -> None:
    warnings = [fault for fault in desk.act().assembled.diagnostics if not fault.is_error]
    assert {fault.code for fault in warnings} == {
        Code.RECEIPT_MISMATCH,
        Code.SCHEDULE,
        Code.DELEGATION_MISSING,
    }


def test_a_final_act_is_refused_and_nothing_is_written(desk: Desk) -> None:
    result, written = rendered(desk, "definitif")
    assert (result.exit_code, written) == (1, [])
    assert "date de l’acte d’habilitation" in result.stderr
    assert "expérimentation choisie" in result.stderr
    assert "rien n’a été écrit" in result.stderr


def test_a_project_lacks_only_the_choice_and_is_refused(desk: Desk) -> None:
    act = desk.act(state=State.PROJECT)
    assert [(e.code, (e.span.line, e.span.column)) for e in act.errors] == [
        (Code.GAP, desk.place(CHOISY, "experimentation:   #"))
    ]
    result, written = rendered(desk, "projet")
    assert (result.exit_code, written) == (1, [])


def test_a_draft_is_written_with_both_gaps_in_their_place(desk: Desk) -> None:
    result, written = rendered(desk, "brouillon")
    assert result.exit_code == 0
    assert [file.name for file in written] == ["choisy-le-roi.docx"]
    act = desk.act(state=State.DRAFT)
    assert written[0].read_bytes() == act.data
    shown = act.text_in_style("Lacune")
    assert set(shown) == {NO_DATE, NO_CHOICE, "☐"}
    assert (shown.count(NO_DATE), shown.count(NO_CHOICE), shown.count("☐")) == (1, 2, 2)
    lines = act.word_lines
    assert any(f"par délibération du bureau du {NO_DATE}," in line for line in lines)
    assert [line for line in lines if line.startswith("☐")] == [
        f"☐ {NO_CHOICE} Option A, aide à la rédaction et meilleure circulation de l’information "
        "interne :",
        f"☐ {NO_CHOICE} Option B, aide à l’instruction des dossiers :",
    ]


def test_the_gaps_of_a_draft_are_highlighted(desk: Desk) -> None:
    word = desk.act(state=State.DRAFT).word
    font = next(style for style in word.styles if style.name == "Lacune").element
    assert font.xpath("./w:rPr/w:highlight | ./w:rPr/w:shd")


def test_a_draft_says_so_and_counts_its_gaps(desk: Desk) -> None:
    first = next(paragraphs(desk.act(state=State.DRAFT).word))
    assert first.style is not None
    assert first.style.name == "Bandeau"
    assert first.text == "Brouillon\u00a0: 2 points à compléter ou à corriger"


@pytest.mark.parametrize("state", list(State))
def test_an_act_that_is_not_final_says_so_on_each_page_and_in_its_properties(
    desk: Desk, state: State
) -> None:
    """Alone, outside of any dossier; the same bytes twice."""
    desk.complete()
    act = desk.act(state=state)
    name = {State.DRAFT: "Brouillon", State.PROJECT: "Projet", State.FINAL: ""}[state]
    assert act.word.core_properties.content_status == name
    first = next(paragraphs(act.word))
    header = "\n".join(p.text for p in act.word.sections[0].header.paragraphs)
    assert (bool(name) and plain(first.text).startswith(name)) == bool(name)
    assert (first.style is not None and first.style.name == "Bandeau") == bool(name)
    assert first.text in header or not name
    assert ("Projet" in header, "Brouillon" in header) == (name == "Projet", name == "Brouillon")
    assert desk.act(state=state).data == act.data


def test_a_project_counts_what_it_leaves_open(desk: Desk) -> None:
    """Not the place and the date of signature, which a final act leaves open too."""
    desk.complete()
    desk.edit(CHOISY, ("programme:", "signature: {lieu: }\nprogramme:"))
    assert desk.act(state=State.PROJECT).document.banner == "Projet\u00a0: 1 point à compléter"
    desk.edit(CHOISY, ("programme:", "reference: 2026-12\nprogramme:"))
    assert desk.act(state=State.PROJECT).document.banner == "Projet"


def test_once_completed_the_act_is_final(final: Act, desk: Desk) -> None:
    assert final.errors == []
    articles = [b for b in final.document.all_blocks() if b.kind is BlockKind.ARTICLE]
    assert [plain(b.number) for b in articles] == [f"Article {number}" for number in range(1, 14)]
    desk.complete()
    result, written = rendered(desk, "definitif")
    assert result.exit_code == 0
    assert [file.read_bytes() for file in written] == [final.data]


def test_a_final_act_has_neither_gap_nor_banner(final: Act) -> None:
    kinds = {run.kind for block in final.document.all_blocks() for run in block.all_runs()}
    assert RunKind.GAP not in kinds
    assert final.document.banner == ""
    assert final.text_in_style("Lacune") == []
    assert "Bandeau" not in {p.style.name for p in paragraphs(final.word) if p.style}
    assert "à compléter" not in final.word_text
    assert "[" not in final.word_text


@pytest.mark.parametrize(
    ("chosen", "boxes"), [("redaction", ["☒", "☐"]), ("instruction", ["☐", "☒"])]
)
def test_the_box_of_the_chosen_option_is_ticked(desk: Desk, chosen: str, boxes: list[str]) -> None:
    desk.complete()
    desk.edit(CHOISY, ("experimentation: redaction", f"experimentation: {chosen}"))
    act = desk.act()
    lines = [line for line in act.word_lines if line.startswith(("☒", "☐"))]
    assert [line[:10] for line in lines] == [f"{boxes[0]} Option A", f"{boxes[1]} Option B"]
    assert act.text_in_style("Case à cocher") == boxes


def test_what_stays_open_in_a_final_act_is_place_and_dates(final: Act) -> None:
    assert len(final.text_in_style("À remplir")) == 3
    ruled = [line for line in final.word_lines if "___" in line]
    assert [line.count("_" * 24) for line in ruled] == [1, 2]
    assert ruled[0].startswith("Fait à ___")
    assert ruled[1].count("/ Le ___") == 2


def test_a_known_place_and_known_dates_are_printed(desk: Desk) -> None:
    desk.complete()
    desk.edit(CHOISY, ("    nature: commune\n", "    nature: commune\n    signe_le: 01/12/2025\n"))
    desk.add(CHOISY, "signature:\n  lieu: Paris\n")
    lines = desk.act().word_lines
    assert "Fait à Paris, en deux exemplaires originaux." in lines
    assert lines[-1].endswith("/ Le 1er décembre 2025")


def test_a_known_common_date_is_printed(desk: Desk) -> None:
    desk.complete()
    desk.add(CHOISY, "signature:\n  date: 01/12/2025\n")
    assert "1er décembre 2025" in "\n".join(desk.act().word_lines)


def test_a_project_leaves_a_ruled_blank_for_the_unknown_habilitation(desk: Desk) -> None:
    desk.edit(CHOISY, CHOICE)
    result, written = rendered(desk, "projet")
    assert (result.exit_code, len(written)) == (0, 1)
    act = desk.act(state=State.PROJECT)
    assert act.errors == []
    assert act.text_in_style("Lacune") == []
    assert len(act.text_in_style("À remplir")) == 4
    rule = "_" * 24
    assert any(f"par délibération du bureau du {rule}," in line for line in act.word_lines)
    assert any("du conseil municipal du 19 novembre 2025" in line for line in act.word_lines)


def test_the_blank_model_shows_every_key_to_fill_in(desk: Desk, model: Act) -> None:
    faults = [(e.code, e.span.line) for e in model.errors]
    source = desk.file(MODEL).read_text("utf-8").splitlines()
    leaves = [
        number
        for number, line in enumerate(source, 1)
        if line.partition("#")[0].rstrip().endswith(":")
        and not source[number].startswith(" " * (len(line) - len(line.lstrip()) + 2))
    ]
    empty = {line for code, line in faults if code is Code.GAP} - {desk.place(MODEL, "commun:")[0]}
    assert empty == set(leaves)
    assert len(leaves) == 22
    assert len(model.errors) == 23
    assert model.document.banner == "Brouillon\u00a0: 23 points à compléter ou à corriger"
    shown = {text for text in model.text_in_style("Lacune") if text.startswith("[à compléter")}
    assert len(shown) == 23

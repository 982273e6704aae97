"""The real dossier: its pieces agree, before the vote and after it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from typer.testing import CliRunner, Result

from convgen.cli.main import app
from convgen.dossier.dossier import Dossier, assemble_dossier
from convgen.faults.diagnostic import Code
from convgen.model.state import State
from tests.acts.desk import ALPES, DELIBERATION, EUROPIA, S2MIA, Desk
from tests.acts.reading import paragraphs, plain
from tests.support.office import pdf_text, to_pdf, validate

if TYPE_CHECKING:
    from docx.table import Table

PIECES = ["0-deliberation", "1-alpes-maritimes", "2-europia", "3-s2mia", "synthese"]
# What the two projects still lack, made up for the tests: none of it is a fact.
EUROPIA_MADE_UP = [
    ("    siren:                     # inconnu", "    siren: 200 000 024 # inconnu"),
    ("      civilite:                # absente", "      civilite: Monsieur # absente"),
]
S2MIA_MADE_UP = [
    ("    siren:                     # inconnu", "    siren: 200 000 032 # inconnu"),
    ("      code_postal:             # inconnu", "      code_postal: 06999 # inconnu"),
    (
        "      delegation:              # arrêté",
        "      delegation: {acte: arrêté, date: 05/01/2024} # arrêté",
    ),
    (
        "  traitements:                 # absents",
        "  traitements: [{objet: o, finalite: f, nature: n, donnees: [d], personnes: [p], "
        "conservation: c}] # absents",
    ),
    ("  delegue:                     # nom", "  delegue: {nom: A B, courriel: a@exemple.fr} # nom"),
]
BOTH_VOTED = ("comité syndical\n      date:", "comité syndical\n      date: 08/01/2024")


def convgen(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def lines_of(file: Path) -> list[str]:
    """The paragraphs of a Word file, cells included."""
    return [plain(p.text) for p in paragraphs(docx.Document(str(file)))]


@pytest.fixture
def whole(desk: Desk) -> Desk:
    """The real dossier, what its projects lack made up."""
    desk.edit(EUROPIA, *EUROPIA_MADE_UP)
    desk.edit(S2MIA, *S2MIA_MADE_UP)
    return desk


def dossier(desk: Desk, state: State = State.PROJECT, *, voted: bool = False) -> Dossier:
    return assemble_dossier(desk.file(DELIBERATION), state, voted=voted)


def texts(made: Dossier) -> dict[str, str]:
    found = {}
    for piece in made.pieces:
        document = piece.assembled.document
        assert document is not None
        runs = (run.text for block in document.all_blocks() for run in block.all_runs())
        found[piece.name] = plain("\n".join(runs))
    return found


def written(desk: Desk, *options: str) -> tuple[Result, Path]:
    folder = desk.root / "dossier"
    return convgen("dossier", desk.file(DELIBERATION), "-o", folder, *options), folder


# Its pieces


def test_it_holds_the_deliberation_its_acts_and_their_sheet(whole: Desk) -> None:
    result, folder = written(whole)
    assert result.exit_code == 0, result.output
    assert sorted(file.stem for file in folder.iterdir()) == PIECES


def test_the_real_one_is_a_draft_for_what_its_acts_lack(desk: Desk) -> None:
    result, folder = written(desk)
    assert (result.exit_code, folder.exists()) == (1, False)
    assert "rien n’a été écrit" in result.output
    result, folder = written(desk, "--etat", "brouillon")
    assert result.exit_code == 0
    assert sorted(file.stem for file in folder.iterdir()) == PIECES


def test_each_project_says_which_annex_it_is(whole: Desk) -> None:
    _, folder = written(whole)
    for rank, name in enumerate(PIECES[1:4], 1):
        said = f"Projet – annexe {rank} à la délibération n° 27 de la commission permanente du 15"
        (first, *others) = lines_of(folder / f"{name}.docx")
        assert first.startswith(said)
        assert not any(line.startswith("Projet") for line in others)


def test_before_the_vote_each_piece_says_that_it_is_a_project(whole: Desk) -> None:
    _, folder = written(whole)
    for file in folder.iterdir():
        word = docx.Document(str(file))
        assert plain(word.paragraphs[0].text).startswith("Projet")
        assert word.core_properties.content_status == "Projet"
    written(whole, "--vote", "--force")
    voted = docx.Document(str(folder / "0-deliberation.docx"))
    assert not voted.paragraphs[0].text.startswith("Projet")
    assert voted.core_properties.content_status == ""


def test_amounts_dates_and_parties_are_the_same_in_every_file(whole: Desk) -> None:
    """Read back from the Word files."""
    _, folder = written(whole)
    read = {name: lines_of(folder / f"{name}.docx") for name in PIECES}
    deliberation, sheet = "\n".join(read["0-deliberation"]), "\n".join(read["synthese"])
    for name, known in {
        "1-alpes-maritimes": ["50 000 €", "1 an"],
        "2-europia": ["50 000 €", "Institut Europ’IA", "25 janvier 2023"],
        "3-s2mia": ["3 ans", "Syndicat mixte de la Maison de l’intelligence artificielle"],
    }.items():
        act = "\n".join(read[name])
        for fact in (*known, "Département des Alpes-Maritimes", "15 décembre 2023"):
            assert fact in act, (name, fact)
            assert fact in deliberation, fact
            assert fact in sheet, fact
        assert "par délibération n° 27 de la commission permanente du 15 décembre 2023" in act
        assert "reçu par lui le 22 décembre 2023" in act
        assert "Charles Ange Ginésy" in act


def test_the_sheet_sums_up_each_act(whole: Desk) -> None:
    _, folder = written(whole)
    tables = docx.Document(str(folder / "synthese.docx")).tables
    assert [rows(table)[0][0] for table in tables] == ["Annexe 1", "Annexe 2", "Annexe 3"]
    first, second, third = (dict(rows(table)[1:-1]) for table in tables)
    assert (first["Montant"], second["Montant"]) == ("50 000 €", "50 000 €")
    assert third["Montant"] == "aucun montant indiqué"
    assert third["Durée"] == "3 ans, à compter de sa notification"
    assert first["Cocontractants"] == "l’État, représenté par le préfet des Alpes-Maritimes"
    said = [[row[1] for row in rows(table) if row[0] == "Habilitation"] for table in tables]
    mine = "Département des Alpes-Maritimes : délibération n° 27 du 15 décembre 2023"
    assert said == [
        ["État : sans objet, le préfet signe par sa fonction", mine],
        [mine, "Institut Europ’IA : sans objet, personne de droit privé"],
        [
            mine,
            "Syndicat mixte de la Maison de l’intelligence artificielle : délibération du comité "
            "syndical, à intervenir",
        ],
    ]


def rows(table: Table) -> list[tuple[str, str]]:
    return [(plain(row.cells[0].text), plain(row.cells[1].text)) for row in table.rows]


@pytest.mark.validator
@pytest.mark.soffice
def test_word_and_libreoffice_open_every_file(desk: Desk, tmp_path: Path) -> None:
    _, folder = written(desk, "--etat", "brouillon")
    files = sorted(folder.iterdir())
    assert validate(files) == {}
    for pdf, file in zip(to_pdf(files, tmp_path), files, strict=True):
        assert "Page 1 sur" in pdf_text(pdf), file


# What changes what


@pytest.mark.parametrize(
    ("case", "old", "new", "said", "changed"),
    [
        (ALPES, "\nmontant: 50 000 €", "\nmontant: 61 000 €", "61 000 €", "1-alpes-maritimes"),
        (EUROPIA, "\nmontant: 50 000 €", "\nmontant: 40 000 €", "40 000 €", "2-europia"),
        (S2MIA, "\nduree: 3 ans", "\nduree: 4 ans", "4 ans", "3-s2mia"),
    ],
)
def test_a_value_changed_in_a_case_changes_the_deliberation_and_the_sheet_and_nothing_else(
    whole: Desk, case: str, old: str, new: str, said: str, changed: str
) -> None:
    before = texts(dossier(whole))
    whole.edit(case, (old, new))
    after = texts(dossier(whole))
    moved = {name for name in PIECES if before[name] != after[name]}
    assert moved == {"0-deliberation", "synthese", changed}
    assert all(said in after[name] and said not in before[name] for name in moved)


# What is wrong, at its place


def faults(desk: Desk, code: Code) -> list[tuple[str, int, str, list[int]]]:
    """The file, the line and the message of each fault of a code, the lines of its notes."""
    found = (f for f in dossier(desk).diagnostics if f.code is code)
    return [
        (f.span.file.name, f.span.line, plain(f.message), [n.span.line for n in f.notes])
        for f in found
    ]


def ways_out(desk: Desk, code: Code) -> list[str]:
    return [fault.help for fault in dossier(desk).diagnostics if fault.code is code]


def test_a_deliberation_that_says_otherwise_is_refused_at_both_places(whole: Desk) -> None:
    whole.edit(
        DELIBERATION, ("    exercice: 2024\n", "    exercice: 2024\n    montant: 49 000 €\n")
    )
    (fault,) = faults(whole, Code.RESTATED)
    assert fault[:2] == (Path(DELIBERATION).name, whole.place(DELIBERATION, "montant: 49")[0])
    assert "« sujets[1].montant » dit « 49 000 € », l’autre fiche « 50 000 € »" in fault[2]
    assert fault[3] == [whole.place(ALPES, "\nmontant: 50 000")[0] + 1]


@pytest.mark.parametrize(
    ("case", "old", "new", "path"),
    [
        (ALPES, "      numero: 27\n", "      numero: 28\n", "habilitation.numero"),
        (ALPES, "date: 15/12/2023", "date: 14/12/2023", "habilitation.date"),
        (S2MIA, "      nom: Ginésy", "      nom: Ginesi", "signataire.nom"),
        (EUROPIA, "      code_postal: 06201", "      code_postal: 06200", "siege.code_postal"),
    ],
)
def test_an_act_that_says_otherwise_of_the_authority_is_refused(
    whole: Desk, case: str, old: str, new: str, path: str
) -> None:
    whole.edit(case, (old, new))
    (fault,) = faults(whole, Code.RESTATED)
    assert fault[0] == Path(case).name
    assert path in fault[2]
    assert fault[1] == whole.place(case, new.strip())[0]


def test_a_deputy_may_sign_by_delegation(whole: Desk) -> None:
    person = (
        "{civilite: Madame, prenom: A, nom: B, qualite: vice-présidente, "
        "delegation: {acte: arrêté, date: 1/7/2021}}"
    )
    text = whole.file(EUROPIA).read_text(encoding="utf-8")
    start = text.index("    signataire:\n")
    old = text[start : text.index("    habilitation:\n", start)]
    whole.edit(EUROPIA, (old, f"    signataire: {person}\n"))
    assert faults(whole, Code.RESTATED) == []


def test_a_convention_listed_twice_is_refused(whole: Desk) -> None:
    whole.edit(
        DELIBERATION,
        ("fiche: ../avenant/europia.yaml", "fiche: ../subvention-poste/alpes-maritimes.yaml"),
    )
    ((file, line, message, notes),) = faults(whole, Code.DELIBERATION)
    text = whole.file(DELIBERATION).read_text(encoding="utf-8").split("\n")
    places = [n for n, one in enumerate(text, 1) if "subvention-poste/alpes" in one]
    assert (file, line, notes) == (Path(DELIBERATION).name, places[1], places[:1])
    assert message == "cette fiche est jointe deux fois"
    assert ways_out(whole, Code.DELIBERATION) == [
        "retirez l’un des deux sujets, ou joignez-y la fiche de son acte"
    ]


def test_two_avenants_of_one_number_are_refused(whole: Desk) -> None:
    text = whole.file(EUROPIA).read_text(encoding="utf-8")
    whole.file("cases/avenant/autre.yaml").write_text(text, encoding="utf-8")
    whole.edit(
        DELIBERATION,
        ("fiche: ../mise-a-disposition-services/s2mia.yaml", "fiche: ../avenant/autre.yaml"),
    )
    ((file, line, message, notes),) = faults(whole, Code.DELIBERATION)
    assert (file, line) == (
        Path(DELIBERATION).name,
        whole.place(DELIBERATION, "fiche: ../avenant/autre")[0],
    )
    assert message == "deux fois « l’avenant n° 1 à la convention du 25 janvier 2023 »"
    assert notes == [whole.place(DELIBERATION, "fiche: ../avenant/europia")[0]]
    assert ways_out(whole, Code.DELIBERATION) == [
        "retirez l’un des deux sujets, ou corrigez le numéro de l’avenant"
    ]


def test_a_vote_after_the_signature_is_refused_with_its_source(whole: Desk) -> None:
    whole.add(ALPES, "signature: {date: 14/12/2023}\n")
    found = faults(whole, Code.SIGNED_TOO_EARLY)
    voted = [fault for fault in found if fault[0] == Path(DELIBERATION).name and fault[3]]
    ((_, line, message, notes),) = voted
    assert line == whole.place(DELIBERATION, "      date: 15/12/2023")[0]
    assert "(CE, avis, 10 juin 1996, n° 176873)" in message
    assert notes == [whole.place(ALPES, "signature: {date")[0]]


@pytest.mark.parametrize(
    ("receipt", "words"),
    [
        (
            "006-200000008-20231215-27-DE",
            "l’accusé porte le SIREN 200 000 008, la partie 220 600 019",
        ),
        ("006-220600019-20231214-27-DE", "l’accusé date l’acte du 14 décembre 2023"),
    ],
)
def test_a_receipt_of_another_is_reported(whole: Desk, receipt: str, words: str) -> None:
    known = "accuse: 006-220600019-20231215-lmc133954-DE-1-1   # numéro de télétransmission : "
    whole.edit(DELIBERATION, (known, f"accuse: {receipt} # : "))
    found = [f for f in faults(whole, Code.RECEIPT_MISMATCH) if f[0] == Path(DELIBERATION).name]
    assert [f[1] for f in found] == [whole.place(DELIBERATION, f"accuse: {receipt}")[0]]
    assert words in found[0][2]


def test_a_commission_without_its_delegation_is_reported_with_its_source(whole: Desk) -> None:
    text = whole.file(DELIBERATION).read_text(encoding="utf-8")
    delegation = text[text.index("      delegation:\n") : text.index("\nvisas:")]
    whole.edit(DELIBERATION, (delegation, ""))
    found = [f for f in faults(whole, Code.DELEGATION_MISSING) if f[0] == Path(DELIBERATION).name]
    ((_, line, message, _),) = found
    assert line == whole.place(DELIBERATION, "      organe: commission permanente\n      numero")[0]
    assert "CGCT, L. 3211-2" in message


@pytest.mark.parametrize(
    ("visa", "words"),
    [
        ("{nature: loi, objet: o}", "sans « date »"),
        ("{nature: délibération, date: 1/1/2020, objet: o}", "sans « organe »"),
        ("{nature: décret, date: 16/12/2023, objet: o}", "postérieur à la délibération"),
    ],
)
def test_a_visa_that_cannot_be_found_is_refused(whole: Desk, visa: str, words: str) -> None:
    whole.edit(DELIBERATION, ("  - nature: code\n", f"  - {visa}\n  - nature: code\n"))
    (fault,) = faults(whole, Code.VISA)
    assert fault[1] == whole.place(DELIBERATION, visa)[0]
    assert words in fault[2]


def test_a_subject_without_a_case_is_told_not_to_be_in_the_dossier(whole: Desk) -> None:
    whole.edit(
        DELIBERATION,
        (
            "    fiche: ../avenant/europia.yaml\n",
            "    acte: l’avenant n° 1\n    objet: le prêt\n    cocontractants: [X]\n",
        ),
    )
    ((_, line, message, _),) = faults(whole, Code.DELIBERATION)
    assert line == whole.place(DELIBERATION, "intitule: le complément")[0]
    assert "n’a pas de fiche" in message
    assert [p.name for p in dossier(whole).acts] == ["1-alpes-maritimes", "3-s2mia"]


def test_another_programme_makes_no_dossier(desk: Desk) -> None:
    result = convgen("dossier", desk.file(ALPES), "-o", desk.root / "d")
    assert result.exit_code == 1
    assert "un dossier part d’une délibération" in plain(result.output)
    assert not (desk.root / "d").exists()


# Writing


def test_nothing_is_overwritten_unasked_nor_half_written(whole: Desk) -> None:
    _, folder = written(whole)
    (folder / "2-europia.docx").write_bytes(b"mine")
    (folder / "0-deliberation.docx").unlink()
    result, _ = written(whole)
    assert result.exit_code == 1
    assert (folder / "2-europia.docx").read_bytes() == b"mine"
    assert not (folder / "0-deliberation.docx").exists()
    result, _ = written(whole, "--force")
    assert result.exit_code == 0
    assert (folder / "0-deliberation.docx").exists()


def test_the_same_cases_give_the_same_bytes(whole: Desk) -> None:
    _, folder = written(whole)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    written(whole, "--force")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_without_o_it_goes_beside_the_case(whole: Desk) -> None:
    result = convgen("dossier", whole.file(DELIBERATION))
    assert result.exit_code == 0
    assert len(list(whole.file(DELIBERATION.removesuffix(".yaml")).iterdir())) == len(PIECES)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--etat", "definitif"), "avant le vote, un dossier est un projet"),
        (("-o", "acte.docx"), "donnez un dossier"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(
    desk: Desk, options: tuple[str, str], why: str
) -> None:
    result = convgen("dossier", desk.file(DELIBERATION), *options)
    assert result.exit_code == 2
    assert why in " ".join(result.output.split())
    assert not list(desk.root.rglob("cases/deliberation/*/*.docx"))


# After the vote


def test_after_the_vote_each_act_waits_for_its_own_parties(desk: Desk) -> None:
    result, folder = written(desk, "--vote")
    assert result.exit_code == 1
    assert sorted(file.stem for file in folder.iterdir()) == [PIECES[0], PIECES[1], PIECES[4]]
    assert "à compléter avant signature : 2-europia, 2 points" in result.output
    assert "à compléter avant signature : 3-s2mia, 6 points" in result.output
    assert "Projet" not in lines_of(folder / "1-alpes-maritimes.docx")[0]


def test_what_the_other_party_still_lacks_is_its_own_vote(whole: Desk) -> None:
    result, _ = written(whole, "--vote")
    assert "à compléter avant signature : 3-s2mia, 1 point" in result.output
    assert "date de l’acte d’habilitation du Syndicat mixte" in plain(result.output)
    whole.edit(S2MIA, BOTH_VOTED)
    result, folder = written(whole, "--vote", "--force")
    assert result.exit_code == 0, result.output
    assert sorted(file.stem for file in folder.iterdir()) == PIECES


@pytest.mark.parametrize("key", ["numero: 27", "recue_le: 22/12/2023", "accuse: 006"])
def test_a_vote_says_its_number_and_its_receipt(whole: Desk, key: str) -> None:
    name = key.partition(":")[0]
    whole.edit(DELIBERATION, (f"      {key}", f"      # {key}"))
    result, folder = written(whole, "--vote")
    assert (result.exit_code, folder.exists()) == (1, False)
    assert f"({name})" in plain(result.output)
    assert "L. 3131-1" in result.output
    assert written(whole)[0].exit_code == 0  # before the vote, a project does without


def test_the_vote_is_taken_once_from_the_deliberation(whole: Desk) -> None:
    """Its date, its number and its receipt reach the acts that leave them empty."""
    whole.edit(S2MIA, BOTH_VOTED)
    made = dossier(whole, State.FINAL, voted=True)
    said = texts(made)
    wanted = (
        "délibération n° 27 de la commission permanente du 15 décembre 2023, sur délégation "
        "consentie par délibération de l’assemblée départementale du 1er juillet 2021"
    )
    for name in PIECES[1:4]:
        assert wanted in said[name].replace("\n", ""), name


# What a stranger to the dossier could slip in


def as_a_list(desk: Desk, case: str, role: str) -> None:
    """The party of a role, written as a list of one."""
    lines = desk.file(case).read_text(encoding="utf-8").split("\n")
    start = lines.index(f"  {role}:")
    body = start + 1
    while body < len(lines) and lines[body].startswith("    "):
        lines[body] = f"  {lines[body]}"
        body += 1
    lines[start + 1] = "    - " + lines[start + 1].strip()
    desk.file(case).write_text("\n".join(lines), encoding="utf-8")


def test_a_party_written_as_a_list_is_authorised_by_the_vote_too(whole: Desk) -> None:
    as_a_list(whole, EUROPIA, "financeur")
    said = texts(dossier(whole, State.FINAL, voted=True))
    wanted = "délibération n° 27 de la commission permanente du 15 décembre 2023"
    assert wanted in said["2-europia"].replace("\n", "")
    whole.edit(EUROPIA, ("organe: commission permanente", "organe: conseil départemental"))
    assert len(faults(whole, Code.RESTATED)) == 1


def test_an_authority_written_as_a_list_makes_its_dossier(whole: Desk) -> None:
    as_a_list(whole, DELIBERATION, "collectivite")
    result, folder = written(whole)
    assert result.exit_code == 0, result.output
    assert len(list(folder.iterdir())) == len(PIECES)


def test_an_act_without_the_authority_among_its_parties_is_refused(whole: Desk) -> None:
    whole.edit(EUROPIA, ("siren: 220 600 019 ", "siren: 228 300 018 "))
    (fault,) = faults(whole, Code.DELIBERATION)
    assert fault[:2] == (Path(EUROPIA).name, whole.place(EUROPIA, "parties:")[0])
    assert "n’est pas partie à cet acte" in fault[2]
    (joined,) = faults(whole, Code.OTHER_CASE)  # and so it is without any dossier
    assert joined[:2] == (
        Path(DELIBERATION).name,
        whole.place(DELIBERATION, "fiche: ../avenant")[0],
    )


def test_the_sheet_alone_makes_no_dossier(whole: Desk) -> None:
    whole.edit(DELIBERATION, ("programme: deliberation", "programme: synthese"))
    result, folder = written(whole)
    assert (result.exit_code, folder.exists()) == (1, False)
    assert "un dossier part d’une délibération" in plain(result.output)


def test_a_term_and_a_length_are_both_told(whole: Desk) -> None:
    both = "    exercice: 2024\n    terme: 31/12/2024\n"
    whole.edit(DELIBERATION, ("    exercice: 2024\n", both))
    said = texts(dossier(whole))
    assert all("31 décembre 2024" in said[name] for name in ("0-deliberation", "synthese"))
    assert "la durée étant fixée à 1 an" in said["0-deliberation"].replace("\n", "")


def test_a_key_that_an_act_must_have_and_has_not_is_a_gap_of_the_deliberation(whole: Desk) -> None:
    """Without it, the deliberation would approve an act of no amount."""
    whole.edit(ALPES, ("\nmontant: 50 000 €", "\n#"))
    (fault,) = whole.act(DELIBERATION).errors
    assert (fault.code, fault.span.file.name) == (Code.GAP, Path(ALPES).name)
    assert "montant (sujets[1].montant)" in plain(fault.message)


def test_a_gap_is_told_once(whole: Desk) -> None:
    whole.edit(EUROPIA, ("\nmontant: 50 000 €", "\nmontant:"))
    (fault,) = faults(whole, Code.GAP)
    assert (fault[0], "(montant)" in fault[2]) == (Path(EUROPIA).name, True)


def test_a_folder_in_the_place_of_a_piece_stops_it_all(whole: Desk) -> None:
    folder = whole.root / "dossier"
    (folder / "2-europia.docx").mkdir(parents=True)
    result, _ = written(whole, "--force")
    assert result.exit_code == 1
    assert "un dossier porte ce nom" in plain(result.output)
    assert [file.name for file in folder.iterdir()] == ["2-europia.docx"]


def test_what_an_earlier_dossier_has_left_is_named(whole: Desk) -> None:
    _, folder = written(whole)
    (folder / "notes.docx").write_bytes(b"")
    result, _ = written(whole, "--vote", "--force")
    left = [line for line in result.output.splitlines() if "reste d’un dossier" in line]
    assert [line.rpartition("/")[2] for line in left] == ["3-s2mia.docx"]


def test_a_folder_may_have_a_dot_in_its_name(whole: Desk) -> None:
    folder = whole.root / "15.12.2023"
    assert convgen("dossier", whole.file(DELIBERATION), "-o", folder).exit_code == 0
    assert len(list(folder.iterdir())) == len(PIECES)


def test_a_draft_after_the_vote_makes_no_sense(desk: Desk) -> None:
    result = convgen("dossier", desk.file(DELIBERATION), "--vote", "--etat", "brouillon")
    assert result.exit_code == 2
    assert "après le vote, un acte est définitif" in " ".join(result.output.split())

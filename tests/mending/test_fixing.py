"""Cases mended: what was surely meant takes its place, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from convgen.case.attachments import joined_texts
from convgen.faults.diagnostic import Diagnostic
from convgen.mending.mending import Checked, mend, proposed
from convgen.model.state import State
from convgen.pipeline import assemble_case
from tests.acts.desk import Desk
from tests.faults.replay import CASE, laid_over, library_of_pages
from tests.support.examples import read_example, told_by

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.txt"))
MENDED = "corrigee.yaml"


def faults_of(file: Path) -> list[Diagnostic]:
    return assemble_case(file, State.FINAL, library_of_pages()).diagnostics


@pytest.fixture
def folder(request: pytest.FixtureRequest) -> Path:
    """A folder beside the real cases, whose texts are joined from there."""
    name = "".join(c if c.isalnum() else "-" for c in request.node.name)
    place = library_of_pages().root / "cases" / name
    place.mkdir()
    laid_over("")  # the complete case that examples name is there
    return place


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_case_is_mended_and_only_that(example: Path, folder: Path) -> None:
    read = read_example(example.read_text("utf-8"), CASE)
    file = folder / CASE
    before, after = ("\n".join([*read.files[name], ""]) for name in (CASE, MENDED))
    file.write_text(laid_over(before), "utf-8")
    mended = mend(lambda: Checked(faults_of(file)), [file])
    assert file.read_text("utf-8") == laid_over(after)
    assert not read.missing(told_by(mended.faults, folder, {})), mended.faults
    assert (before != after) == bool(mended.files)
    assert proposed(Checked(mended.faults), [file]) == {}


# The real cases


CASES = sorted((Path(__file__).parents[2] / "cases").glob("[!_]*/*.yaml"))
KEY = re.compile(r"^ *(?:- )?([a-z_]{4,}):", re.MULTILINE)
PRINTED_DATE = r"(?<=date: )[0-9]{2}/[0-9]{2}/[0-9]{4}\b"
SPOILERS: dict[str, tuple[str, str | Callable[[re.Match[str]], str]]] = {
    "identifiers with points": (
        r"(?<=: )[0-9]{3} [0-9]{3} [0-9]{3}\b",
        lambda m: m[0].replace(" ", "."),
    ),
    "dates with points": (
        r"(?<=date: )[0-9]{2}/[0-9]{2}/[0-9]{4}\b",
        lambda m: m[0].replace("/", "."),
    ),
    "the currency first": (r"(?<=: )([0-9 ]+) €", r"€ \1"),
    "no space after the colon": (r"^( *[a-z_]+): (?=[a-zé][a-zé])", r"\1:"),
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The real library, whose cases may be spoilt."""
    return Desk.at(tmp_path / "bibliotheque").root


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_real_case_is_left_as_it_is(case: Path, library: Path) -> None:
    file = library / "cases" / case.parent.name / case.name
    before = file.read_bytes()
    assert mend(lambda: Checked(faults_of(file)), [library]).files == {}
    assert file.read_bytes() == before


@pytest.mark.parametrize("spoiler", SPOILERS)
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_real_case_that_is_spoilt_comes_back(case: Path, spoiler: str, library: Path) -> None:
    file = library / "cases" / case.parent.name / case.name
    text = file.read_text("utf-8")
    pattern, by = SPOILERS[spoiler]
    spoilt = re.sub(pattern, by, text, count=3, flags=re.MULTILINE)
    file.write_text(spoilt, "utf-8")
    mend(lambda: Checked(faults_of(file)), [file])
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_key_that_is_mistyped_comes_back_or_stays(case: Path, library: Path) -> None:
    """Never another one in its place: what is not sure is left to who wrote it."""
    file = library / "cases" / case.parent.name / case.name
    text = file.read_text("utf-8")
    keys = list(KEY.finditer(text))
    back = 0
    for found in keys:
        spoilt = text[: found.end(1) - 2] + text[found.end(1) - 1 :]  # one letter is lost
        file.write_text(spoilt, "utf-8")
        mend(lambda: Checked(faults_of(file)), [file])
        assert file.read_text("utf-8") in {text, spoilt}, found[1]
        back += file.read_text("utf-8") == text
    assert back > len(keys) / 2


# The texts that a case joins

PASTED = "## Missions\n\n▪ visiter ;\n•\tanimer ;\n- – orienter.\n"
CLEAN = "## Missions\n\n- visiter ;\n- animer ;\n- orienter.\n"


def joins(folder: Path, name: str) -> Path:
    file = folder / CASE
    file.write_text(laid_over(f"fiche_mission: {name}\n"), "utf-8")
    return file


def checked(file: Path) -> Checked:
    act = assemble_case(file, State.FINAL, library_of_pages())
    assert act.typed is not None
    return Checked(act.diagnostics, [*joined_texts(act.typed.value)])


def test_a_text_that_a_case_joins_from_its_folder_is_mended_with_it(folder: Path) -> None:
    (folder / "mission.md").write_text(PASTED, "utf-8")
    file = joins(folder, "mission.md")
    mended = mend(lambda: checked(file), [file])
    assert (folder / "mission.md").read_text("utf-8") == CLEAN
    assert [fault.code.value for fault in mended.faults if "mission.md" in str(fault.span)] == []


def test_a_text_from_elsewhere_is_another_document(folder: Path) -> None:
    other = folder.parent / f"{folder.name}-autre.md"
    other.write_text(PASTED, "utf-8")
    file = joins(folder, f"../{other.name}")
    assert mend(lambda: checked(file), [file]).files == {}
    assert other.read_text("utf-8") == PASTED
    (folder / "lien.md").symlink_to(other)
    file = joins(folder, "lien.md")
    assert mend(lambda: checked(file), [file]).files == {}

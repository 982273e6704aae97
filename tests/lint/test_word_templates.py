"""The Word templates of a library: every trap told where it stands, its neighbour silent."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code
from convgen.library.store import Library
from convgen.lint.word_templates import faults_of_word_templates
from convgen.word.charte.inspect import inspect_template
from convgen.word.door import fill, load_template, read_back
from tests.library.shelf import PROGRAMME, Shelf
from tests.word.examples import assert_told_as_everywhere, read_example, told
from tests.word.house import HOUSE, styles
from tests.word.specimens import every_kind

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((Path(__file__).parent / "word_examples").glob("*.xml"))
ERROR = re.compile(r"CG4\d\d(?! avertissement)")
SOUND = [path for path in EXAMPLES if not ERROR.search(path.read_text("utf-8"))]
FAULTY = styles('"Gras italique"', '"Gras penché"')
OWN, SHARED = "templates/essai/convention.docx", "templates/convention.docx"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_trap_is_told_at_its_paragraph(tmp_path: Path, path: Path) -> None:
    example = read_example(path)
    template = tmp_path / "modele.docx"
    template.write_bytes(example.data)
    faults = inspect_template(template)
    assert sorted(map(told, faults), key=str) == sorted(example.announced, key=str)
    for fault in faults:
        assert_told_as_everywhere(fault)


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
@pytest.mark.parametrize("emptied", [{}, {"banner": ""}, {"reference": ""}], ids=str)
def test_what_is_not_an_error_can_be_filled(
    tmp_path: Path, path: Path, emptied: dict[str, str]
) -> None:
    file = tmp_path / "modele.docx"
    file.write_bytes(read_example(path).data)
    template, faults = load_template(file)
    assert template is not None, faults
    document = replace(every_kind(), **emptied)  # type: ignore[arg-type]
    assert read_back(fill(template, document), document, template.styles) == []


def test_the_templates_of_the_library_are_sound() -> None:
    assert faults_of_word_templates(Library(ROOT)) == []


def put(shelf: Shelf, name: str, data: bytes = HOUSE) -> Path:
    file = shelf.root / name
    file.parent.mkdir(exist_ok=True, parents=True)
    file.write_bytes(data)
    return file


def test_each_template_is_inspected_once_the_house_style_first(shelf: Shelf) -> None:
    shelf.write("templates/autre/programme.yaml", shelf.text(PROGRAMME))
    shelf.write("templates/zonage/programme.yaml", shelf.text(PROGRAMME))
    house, own = put(shelf, SHARED, FAULTY), put(shelf, OWN, FAULTY)
    faults = faults_of_word_templates(Library(shelf.root))
    assert [(f.span.file, f.code) for f in faults] == [
        (house, Code.TEMPLATE_STYLE),
        (own, Code.TEMPLATE_STYLE),
    ]


def test_a_house_style_that_no_programme_fills_is_inspected_too(shelf: Shelf) -> None:
    house = put(shelf, SHARED, FAULTY)
    put(shelf, OWN)
    (fault,) = faults_of_word_templates(Library(shelf.root))
    assert fault.span.file == house


LENT = """
import sys
from pathlib import Path
from convgen.library.store import Library
from convgen.lint.word_templates import faults_of_word_templates
library = Library(Path(sys.argv[1]))
print(library.word_template("essai"), faults_of_word_templates(library))
"""


def test_a_house_style_that_convgen_lends_is_not_the_library_s_to_mend(
    shelf: Shelf, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src")
    lent = tmp_path / SHARED
    lent.parent.mkdir()
    lent.write_bytes(FAULTY)
    command = [sys.executable, "-c", LENT, str(shelf.root)]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "src")}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout == f"{lent} []\n"


def test_a_template_outside_the_library_is_not_read(shelf: Shelf, tmp_path: Path) -> None:
    outside = tmp_path / "ailleurs.docx"
    outside.write_bytes(FAULTY)
    (shelf.root / OWN).symlink_to(outside)
    (fault,) = faults_of_word_templates(Library(shelf.root))
    assert (fault.code, fault.is_error) == (Code.UNREADABLE, True)
    assert "hors de la bibliothèque" in fault.message


def test_a_link_that_leads_nowhere_is_told(shelf: Shelf) -> None:
    (shelf.root / SHARED).symlink_to(shelf.root / "absente.docx")
    (fault,) = faults_of_word_templates(Library(shelf.root))
    assert (fault.span.file, fault.is_error) == (shelf.root / SHARED, True)
    assert "ne peut pas être lu" in fault.message


NAME_IT = "nommez-le « convention.docx », ou sortez-le de « templates »"
SAVE_IT = "enregistrez-le dans Word sous le nom « convention.docx », ou sortez-le de « templates »"
ALREADY = "« convention.docx » est déjà là : supprimez celui-ci, ou sortez-le de « templates »"
MOVE_IT = "placez-le à côté d’un « programme.yaml », ou sortez-le de « templates »"


@pytest.mark.parametrize(
    ("name", "way_out"),
    [
        ("templates/essai/Convention.docx", NAME_IT),
        ("templates/essai/convention.DOCX", SAVE_IT),
        ("templates/essai/convention.docm", SAVE_IT),
        ("templates/essai/convention.odt", SAVE_IT),
        ("templates/autre.docx", ALREADY),
        ("templates/autre/convention.docx", MOVE_IT),
        ("templates/essai/vieux/convention.docx", MOVE_IT),
    ],
)
def test_a_word_file_that_nothing_fills(shelf: Shelf, name: str, way_out: str) -> None:
    put(shelf, SHARED)
    stray = put(shelf, name, b"")
    (fault,) = faults_of_word_templates(Library(shelf.root))
    assert (fault.span.file, fault.is_error, fault.help) == (stray, False, way_out)
    assert fault.message == "aucun programme ne remplit ce fichier"


@pytest.mark.parametrize(
    "name",
    [
        "templates/essai/~$nvention.docx",
        "templates/essai/.~lock.convention.docx",
        "templates/essai/notes.md",
        "templates/essai/logo.png",
        "cases/convention.docx",
    ],
)
def test_what_is_no_template_is_left_alone(shelf: Shelf, name: str) -> None:
    put(shelf, SHARED)
    put(shelf, OWN)
    put(shelf, name, b"")
    assert faults_of_word_templates(Library(shelf.root)) == []

"""`pip install` and one case are enough: the wheel is built, installed, and writes the acts."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from pathlib import Path

import docx
import pytest

from tests.acts.desk import CHOICE, DATE
from tests.packaging.installed import LIBRARY, ROOT, Installed, build_wheel, python
from tests.support.office import validate

# Each act: its case, what the real one still lacked, and a text of its own.
ACTS = {
    "engagement-programme": (
        "cases/engagement-programme/choisy-le-roi.yaml",
        (DATE, CHOICE),
        "Ville de Choisy-le-Roi",
    ),
    "subvention-poste": (
        "cases/subvention-poste/alpes-maritimes.yaml",
        (),
        "réunit des guichets uniques de proximité",  # from the text joined to the case
    ),
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed.of(wheel, tmp_path_factory.mktemp("installed"))


def names_in(wheel: Path) -> set[str]:
    """What a wheel holds, its own description aside."""
    with zipfile.ZipFile(wheel) as file:
        return {name for name in file.namelist() if ".dist-info/" not in name}


def tree(folder: str, *suffixes: str) -> set[str]:
    """The files of a folder of the checkout, from its root."""
    found = (ROOT / folder).rglob("*")
    return {str(file.relative_to(ROOT)) for file in found if file.suffix in suffixes}


def test_the_wheel_holds_the_code_and_the_library_and_nothing_else(wheel: Path) -> None:
    code = {name.removeprefix("src/") for name in tree("src/convgen", ".py", ".json", ".md")}
    library = {
        "convgen.toml",
        *tree("templates", ".yaml", ".docx"),
        *tree("clauses", ".md"),
        *tree("cases", ".yaml", ".md", ".png", ".jpg"),
    }
    assert len(library) > 40
    assert names_in(wheel) == code | {f"{LIBRARY}/{name}" for name in library}


def test_the_sdist_is_enough_to_build_it(wheel: Path, tmp_path: Path) -> None:
    built = python("-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (sdist,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as file:
        top = {name.split("/")[1] for name in file.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "src", "tests"} <= top
    assert not top & {"build", "dist", ".venv", ".git", "node_modules"}
    again = build_wheel(sdist, tmp_path)
    assert names_in(again) == names_in(wheel)


def written(installed: Installed, act: str, folder: Path) -> Path:
    """The act written from its case alone, in an empty folder."""
    case, gaps, _ = ACTS[act]
    made = installed.run("new", act, cwd=folder)
    assert (made.returncode, made.stderr) == (0, "")
    assert f"programme: {act}" in made.stdout
    text = (ROOT / case).read_text("utf-8")
    for gap, filled in gaps:
        assert text.count(gap) == 1
        text = text.replace(gap, filled)
    (folder / "c.yaml").write_text(text.replace("../_communs/", ""), encoding="utf-8")
    for joined in [*(ROOT / case).parent.glob("*.md"), *(ROOT / "cases/_communs").iterdir()]:
        shutil.copy(joined, folder)
    ran = installed.run("render", "c.yaml", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.endswith("écrit : c.docx (définitif)\n")
    return folder / "c.docx"


@pytest.mark.parametrize("act", ACTS)
def test_an_empty_folder_and_one_case_are_enough(
    installed: Installed, act: str, tmp_path: Path
) -> None:
    word = docx.Document(str(written(installed, act, tmp_path)))
    texts = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert ACTS[act][2] in texts
    assert "[à compléter" not in texts


@pytest.mark.validator
@pytest.mark.parametrize("act", ACTS)
def test_what_it_writes_is_valid(installed: Installed, act: str, tmp_path: Path) -> None:
    assert validate([written(installed, act, tmp_path)]) == {}


@pytest.fixture
def spoilt(installed: Installed, tmp_path: Path) -> Installed:
    """An installation of one's own, to spoil."""
    shutil.copytree(installed.target, tmp_path / "site")
    return Installed(tmp_path / "site", tmp_path / "cache")


def test_a_broken_installation_says_so(spoilt: Installed, tmp_path: Path) -> None:
    shutil.rmtree(spoilt.target / LIBRARY)
    (tmp_path / "c.yaml").write_text("programme: engagement-programme\n", "utf-8")
    ran = spoilt.run("render", "c.yaml", cwd=tmp_path)
    assert ran.returncode == 1
    assert "erreur[CG201] : la bibliothèque livrée avec convgen n’est pas là" in ran.stderr
    assert "réinstallez convgen" in ran.stderr


def test_a_fault_of_the_packaged_library_is_told_at_a_path_that_opens(
    spoilt: Installed, tmp_path: Path
) -> None:
    clause = spoilt.target / LIBRARY / "clauses/modification/avenant.md"
    clause.write_text(clause.read_text("utf-8") + "\n{{ inconnu }}\n", "utf-8")
    desk = tmp_path / "bureau"
    desk.mkdir()
    (desk / "c.yaml").write_text("programme: engagement-programme\n", "utf-8")
    ran = spoilt.run("check", "c.yaml", "--output-format", "concise", cwd=desk)
    assert ran.returncode == 1
    line = clause.read_text("utf-8").count("\n")
    assert ran.stdout.startswith(f"{clause.resolve()}:{line}:4: erreur CG207 ")

"""Names of files: the same however accents are coded, and near ones told, never opened."""

from __future__ import annotations

import os
import time
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.case.files import FileRefusedError, find_file
from convgen.case.spellings import at_a_glance, composed, spelt_on_disk

FORMS = ["NFC", "NFD"]
NAME = "élus/été à Nîmes/fiche-é.md"


def find(written: str, folder: Path, *others: Path) -> Path:
    return find_file(written, "texte joint", [folder, *others], [folder, *others])


def put(folder: Path, name: str, text: str = "x") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize("written", FORMS)
@pytest.mark.parametrize("on_disk", FORMS)
def test_a_file_is_found_however_its_accents_are_coded(
    tmp_path: Path, written: str, on_disk: str
) -> None:
    file = put(tmp_path, normalize(on_disk, NAME))  # type: ignore[arg-type]
    assert find(normalize(written, NAME), tmp_path) == file  # type: ignore[arg-type]


@settings(deadline=None)
@given(forms=st.lists(st.sampled_from(FORMS), min_size=6, max_size=6))
def test_each_step_may_be_coded_in_its_own_way(
    tmp_path_factory: pytest.TempPathFactory, forms: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("a")
    steps = NAME.split("/")
    coded = [normalize(form, step) for form, step in zip(forms, steps * 2, strict=True)]  # type: ignore[arg-type]
    file = put(folder, "/".join(coded[:3]))
    assert find("/".join(coded[3:]), folder) == file


def test_the_exact_name_comes_first(tmp_path: Path) -> None:
    for form in FORMS:
        put(tmp_path, normalize(form, "é.md"), form)  # type: ignore[arg-type]
    for form in FORMS:
        assert find(normalize(form, "é.md"), tmp_path).read_text() == form  # type: ignore[arg-type]


def test_a_folder_further_on_is_looked_into(tmp_path: Path) -> None:
    near, far = tmp_path / "a", tmp_path / "b"
    near.mkdir()
    file = put(far, normalize("NFD", "é.md"))
    assert find("é.md", near, far) == file


ALIKE = [
    ("l'état.md", "l’état.md"),
    ("l’état.md", "l'état.md"),
    ("lʼétat.md", "l'état.md"),
    ("fiche mission.md", "fiche\u00a0mission.md"),
    ("fiche\u202fmission.md", "fiche mission.md"),
    ("fiche-mission.md", "fiche\u2011mission.md"),
    ("fiche – mission.md", "fiche - mission.md"),
    ("fi\u200bche.md", "fiche.md"),
    ("Fiche.MD", "fiche.md"),
    ("l'élu/fiche.md", "l’élu/fiche.md"),
    ("l'e\u0301lu/d'ici.md", "l’élu/d’ici.md"),
]


@pytest.mark.parametrize(("written", "on_disk"), ALIKE)
def test_a_name_that_only_looks_alike_is_told_and_not_opened(
    tmp_path: Path, written: str, on_disk: str
) -> None:
    put(tmp_path, on_disk)
    with pytest.raises(FileRefusedError, match="introuvable") as caught:
        find(written, tmp_path)
    assert f"« {on_disk} »" in caught.value.advice


@pytest.mark.parametrize("on_disk", ["l-etat.md", "letat.md", "l’etat2.md", "autre/l’etat.md"])
def test_another_name_is_not_told(tmp_path: Path, on_disk: str) -> None:
    put(tmp_path, on_disk)
    with pytest.raises(FileRefusedError) as caught:
        find("l'etat.md", tmp_path)
    assert caught.value.advice == "vérifiez le chemin"


def test_two_near_names_are_not_chosen_between(tmp_path: Path) -> None:
    put(tmp_path, "l’etat.md")
    put(tmp_path, "lʼetat.md")
    with pytest.raises(FileRefusedError) as caught:
        find("l'etat.md", tmp_path)
    assert caught.value.advice == "vérifiez le chemin"


@pytest.mark.parametrize(
    "written", ["../dehors/é.md", "../dehors/L'été.md", "lien/é.md", "é-lié.md"]
)
def test_nothing_outside_is_opened_nor_told(tmp_path: Path, written: str) -> None:
    inside, outside = tmp_path / "dedans", tmp_path / "dehors"
    for name in ("é.md", "l’été.md"):
        put(outside, normalize("NFD", name))
    inside.mkdir()
    (inside / "lien").symlink_to(outside)
    (inside / normalize("NFD", "é-lié.md")).symlink_to(outside / normalize("NFD", "é.md"))
    with pytest.raises(FileRefusedError) as caught:
        find(written, inside)
    assert "vouliez-vous" not in caught.value.advice


@given(name=st.text(max_size=12))
def test_a_name_is_the_same_in_both_forms(name: str) -> None:
    if normalize("NFC", normalize("NFD", name)) == name:
        assert composed(normalize("NFD", name)) == composed(name)
        assert at_a_glance(normalize("NFD", name)) == at_a_glance(name)


def test_a_large_folder_is_listed_upon_failure_alone(tmp_path: Path) -> None:
    put(tmp_path, "é.md")
    listed: list[Path] = []

    def may_list(folder: Path) -> bool:
        listed.append(folder)
        return True

    assert spelt_on_disk("é.md", tmp_path, composed, may_list) == "é.md"
    assert listed == []
    assert spelt_on_disk(normalize("NFD", "é.md"), tmp_path, composed, may_list) == "é.md"
    assert listed == [tmp_path.resolve()]


def test_a_folder_that_may_not_be_listed_is_not(tmp_path: Path) -> None:
    put(tmp_path, "é.md")
    written = normalize("NFD", "é.md")
    assert spelt_on_disk(written, tmp_path, composed, lambda _: False) == ""


def test_a_name_that_is_nowhere_among_many_is_soon_told(tmp_path: Path) -> None:
    for number in range(20_000):
        os.mknod(tmp_path / f"fiche-é-{number}.md")
    start = time.perf_counter()
    with pytest.raises(FileRefusedError):
        find("absente-é.md", tmp_path)
    assert time.perf_counter() - start < 2

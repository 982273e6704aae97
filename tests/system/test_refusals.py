"""What the system refuses is told in French, whatever its number."""

from __future__ import annotations

import ast
import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import convgen
from convgen.case import images
from convgen.errors import ConvgenError
from convgen.library import store
from convgen.output import written_file
from convgen.system.refusals import refused
from convgen.word.charte import template_bytes
from convgen.yaml import decoding

SOURCES = Path(convgen.__file__).parent
NAMED_ELSEWHERE = (
    *("EAUTH", "EBADRPC", "EDEVERR", "EFTYPE", "ENEEDAUTH", "EPWROFF"),  # macOS
    *("WSAEACCES", "WSAEDQUOT", "WSAELOOP", "WSAENAMETOOLONG", "WSAENOTEMPTY", "WSAESTALE"),
)


def error(number: int) -> OSError:
    return OSError(number, os.strerror(number), "fiche.yaml")


def raising(number: int) -> Callable[..., Any]:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise error(number)

    return refuse


def written(where: Path) -> str:
    with pytest.raises(ConvgenError) as told:
        written_file.write_file(b"", where, overwrite=True)
    return str(told.value)


def seen(where: Path) -> str:
    with pytest.raises(ValueError, match="ne se lit pas") as told:
        images.read_picture(where)
    return str(told.value)


def folder(where: Path) -> str:
    obstacle = store._obstacle(where)
    return obstacle.message if obstacle else ""


DOORS: dict[str, tuple[object, str, Callable[[Path], str]]] = {
    "a case": (decoding, "read_bytes", lambda f: decoding.read_text(f).diagnostics[0].message),
    "a template": (
        template_bytes,
        "read_bytes",
        lambda f: template_bytes.read_template(f)[1][0].message,
    ),
    "an image": (images, "read_bytes", seen),
    "a folder": (os, "scandir", folder),
    "a file to write": (written_file, "write_atomically", written),
}


@pytest.mark.parametrize("door", DOORS)
def test_each_door_says_each_refusal_in_french(
    door: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Errors that no machine gives at will are raised where the system would."""
    room, function, say = DOORS[door]
    for number in set(errno.errorcode) - {errno.EEXIST, *((errno.ENOENT,) * (door == "a folder"))}:
        monkeypatch.setattr(room, function, raising(number))
        said = say(tmp_path / "x")
        monkeypatch.undo()
        assert said
        assert os.strerror(number).casefold() not in said.casefold()


@given(st.one_of(st.sampled_from(sorted(errno.errorcode)), st.integers(0, 20_000)))
def test_a_refusal_is_a_french_clause_or_a_number(number: int) -> None:
    said = refused(error(number))
    assert os.strerror(number).casefold() not in said.casefold()
    assert said == said.strip().rstrip(".")
    assert said[0].islower()
    assert "erreur n°" not in said or str(number) in said


@pytest.mark.parametrize("name", NAMED_ELSEWHERE)
def test_the_names_of_other_systems_are_known(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(errno.errorcode, 9999, name)
    assert "9999" not in refused(OSError(9999, "English"))


def test_an_error_without_a_number_says_no_english() -> None:
    assert refused(OSError("broken by a library")) == "le système n’a pas dit pourquoi"


def test_a_file_that_another_program_holds_is_no_lack_of_right() -> None:
    """What Windows answers, under the number of a lack of right."""
    held = PermissionError(errno.EACCES, "The process cannot access the file")
    held.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert refused(held) == "un autre programme le tient ouvert"


def long_link(folder: Path) -> Path:
    (folder / "boucle").symlink_to(folder / "boucle")
    return folder / "boucle"


def a_file(folder: Path) -> Path:
    (folder / "fichier").write_bytes(b"")
    return folder / "fichier" / "x.docx"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (lambda tmp: ["check", tmp / ("x" * 300)], "ce nom est trop long"),
        (lambda tmp: ["check", long_link(tmp)], "ce lien tourne en rond"),
        (lambda tmp: ["new", "avenant", "-o", a_file(tmp)], "ce n’est pas un dossier"),
        (lambda tmp: ["new", "avenant", "-o", tmp / ("x" * 300)], "ce nom est trop long"),
        (lambda tmp: ["new", "avenant", "-o", "/proc/fiche.yaml"], "dossier de son chemin manque"),
    ],
)
def test_true_refusals(
    tmp_path: Path, arguments: Callable[[Path], list[str | Path]], why: str
) -> None:
    assert why in ran(tmp_path, *map(str, arguments(tmp_path)))


def test_a_current_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    assert "le système refuse : il n’existe pas" in ran(gone, "check", "x.yaml", first=gone.rmdir)


def ran(where: Path, *arguments: str, first: Callable[[], None] = lambda: None) -> str:
    """What `convgen` answers, as a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "convgen", *arguments],
        env={**os.environ, "PYTHONPATH": str(SOURCES.parent)},
        cwd=where,
        preexec_fn=first,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in {1, 2}, run.stderr
    assert "Traceback" not in run.stderr
    return " ".join((run.stdout + run.stderr).replace("\u00a0", " ").split())


# No other way to a user


def test_no_error_of_the_system_is_shown_as_it_comes() -> None:
    shown = [place for source in SOURCES.rglob("*.py") for place in shown_raw(source)]
    assert shown == []


def test_what_shows_one_is_found(tmp_path: Path) -> None:
    source = tmp_path / "x.py"
    source.write_text(
        "try: pass\nexcept (ValueError, PermissionError) as e:\n say(f'{e}')\n say(refused(e))\n"
        "try: pass\nexcept OSError as e:\n say(str(e))\n raise ConvgenError(refused(e)) from e\n"
    )
    assert [place.rpartition(":")[2] for place in shown_raw(source)] == ["3", "7"]


def shown_raw(source: Path) -> Iterator[str]:
    """Where an error of the system goes into a text, but through `refused`; any `strerror`."""
    tree = ast.parse(source.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "strerror" and not is_given(node):
            yield f"{source.name}:{node.lineno}"
        if isinstance(node, ast.ExceptHandler) and node.name and is_of_system(node):
            for inside in ast.walk(node):
                if is_text(inside) and any(is_named(part, node.name) for part in parts(inside)):
                    yield f"{source.name}:{inside.lineno}"  # type: ignore[attr-defined]


def is_given(attribute: ast.Attribute) -> bool:
    """`os.strerror(…)`: what an error of ours is made with."""
    return is_named(attribute.value, "os")


def is_of_system(handler: ast.ExceptHandler) -> bool:
    kinds = vars(__import__("builtins"))
    named = [n.id for n in ast.walk(handler.type or ast.Pass()) if isinstance(n, ast.Name)]
    caught = [kinds.get(name) for name in named]
    return any(isinstance(kind, type) and issubclass(kind, OSError) for kind in caught)


def is_text(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in {"str", "repr", "say"}
    return isinstance(node, ast.FormattedValue)


def parts(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Call):
        return node.args
    return [node.value] if isinstance(node, ast.FormattedValue) else []


def is_named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name

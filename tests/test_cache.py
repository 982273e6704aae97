"""An entry is taken when it is sound, ours and of this code; else it is as good as absent."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from convgen import cache
from convgen.language.compilation import compile_body
from convgen.language.instructions import program_from_json, to_json

PACKAGE = Path(cache.__file__).parent
ROOM, KEY = "essai", "0" * 64
ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a file to another")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def load() -> Any:
    return cache.load(ROOM, KEY, lambda data: data)


def entry() -> Path:
    cache.store(ROOM, KEY, {"a": 1})
    assert load() == {"a": 1}
    return cache.path_of(ROOM, KEY)


def test_an_entry_stands_in_a_private_folder() -> None:
    path = entry()
    assert [folder.stat().st_mode & 0o777 for folder in (path.parent, cache.folder())] == [
        0o700
    ] * 2


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _replace_by_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _replace_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _replace_by_a_link(path: Path) -> None:
    elsewhere = path.with_suffix(".autre")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def _open_to_others(path: Path) -> None:
    path.chmod(0o666)


def _open_the_folder(path: Path) -> None:
    path.parent.chmod(0o777)


def _link_the_folder(path: Path) -> None:
    elsewhere = path.parent.with_name("ailleurs")
    path.parent.rename(elsewhere)
    path.parent.symlink_to(elsewhere)


@pytest.mark.parametrize(
    "spoil",
    [
        _truncate,
        _replace_by_a_pipe,
        _replace_by_a_folder,
        _replace_by_a_link,
        _open_to_others,
        _open_the_folder,
        _link_the_folder,
    ],
)
def test_what_is_not_sound_is_as_good_as_absent(spoil: Callable[[Path], None]) -> None:
    spoil(entry())
    assert load() is None


@ROOT_ONLY
@pytest.mark.parametrize("of", ["entry", "folder"])
def test_what_another_owns_is_as_good_as_absent(of: str) -> None:
    path = entry()
    os.chown(path if of == "entry" else path.parent, 12345, 12345)
    assert load() is None
    cache.store(ROOM, KEY, {"a": 2})
    assert load() in (None, {"a": 2})  # never what the other one left


def test_a_folder_that_was_open_is_closed_again() -> None:
    path = entry()
    _open_the_folder(path)
    assert load() is None
    cache.store(ROOM, KEY, {"a": 1})
    assert load() == {"a": 1}


FULL = """
import resource, signal
from convgen import cache
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
cache.store("essai", "0" * 64, {"a": 1})
print(cache.load("essai", "0" * 64, lambda data: data))
"""


def test_a_full_disk_is_no_fault() -> None:
    ran = subprocess.run([sys.executable, "-c", FULL], capture_output=True, text=True, check=True)
    assert ran.stdout == "None\n"
    assert list(cache.path_of(ROOM, KEY).parent.iterdir()) == []


def test_an_edit_to_any_file_of_the_package_is_another_name(tmp_path: Path) -> None:
    package = tmp_path / "convgen"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    spec = spec_from_file_location("copied_cache", package / "cache.py")
    assert spec is not None
    assert spec.loader is not None
    copied = module_from_spec(spec)
    spec.loader.exec_module(copied)
    names = {copied._maker.__wrapped__()}
    files = [
        file for file in package.rglob("*") if file.is_file() and file.parts[-2] != "__pycache__"
    ]
    for file in files:
        dates = file.stat()
        file.write_bytes(file.read_bytes()[:-1] + b" ")  # of the same size…
        os.utime(file, ns=(dates.st_atime_ns, dates.st_mtime_ns))  # … and of the same date
        names.add(copied._maker.__wrapped__())
    assert len(files) > 200
    assert len(names) == 1 + len(files)


PROGRAM, _FAULTS = compile_body(
    "{% for x in liste %}\n- {{ x.nom | de }} **et** {{ a if b == 1 else c }} ;\n{% endfor %}\n",
    Path("clause.md"),
    1,
)


def test_a_program_is_the_same_from_its_json() -> None:
    assert program_from_json(json.loads(json.dumps(to_json(PROGRAM)))) == PROGRAM


def _mutated(data: Any, place: list[int], value: Any) -> Any:
    if not place:
        return value
    return [
        _mutated(one, place[1:], value) if rank == place[0] else one
        for rank, one in enumerate(data)
    ]


def _places(data: Any) -> list[list[int]]:
    if not isinstance(data, list):
        return [[]]
    return [[], *([rank, *inner] for rank, one in enumerate(data) for inner in _places(one))]


@pytest.mark.parametrize("value", [3, "x", None, True, [], {}, ["Read", "x"], ["Read", 1, 2], 1.5])
def test_whatever_is_of_another_type_is_refused(value: Any) -> None:
    """What passes all the same is a program, and can be carried out."""
    data = json.loads(json.dumps(to_json(PROGRAM)))
    for place in _places(data):
        try:
            program = program_from_json(_mutated(data, place, value))
        except (TypeError, ValueError, KeyError):
            continue
        assert program_from_json(json.loads(json.dumps(to_json(program)))) == program


def test_an_entry_made_again_with_other_types_is_as_good_as_absent() -> None:
    path = entry()
    payload = json.dumps([["Text", 3, False, False]]).encode()
    path.write_bytes(sha256(payload).hexdigest().encode() + b"\n" + payload)
    assert cache.load(ROOM, KEY, program_from_json) is None

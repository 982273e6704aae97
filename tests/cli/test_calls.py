"""Wrong calls, help, and what a start costs; all of it in French."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from convgen import __version__
from convgen.cli import commands
from convgen.neighbours import names_in
from tests.library.shelf import CASE, Shelf

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ENGLISH = re.compile(
    r"\b(Usage|Options? for|Show|Missing|No such|Error|Invalid|Try|Commands|default)\b"
)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["render"], "il manque FICHE"),
        (["render", CASE, "--foo"], "option inconnue : « --foo »"),
        (["render", CASE, "--forc"], "vouliez-vous dire --force ?"),
        (["render", CASE, "-o"], "« -o » : valeur absente"),
        (["render", CASE, "--force=oui"], "« --force »"),
        (
            ["render", CASE, "--etat", "final"],
            "état inconnu : « final » ; au choix : definitif, projet",
        ),
        (
            ["check", CASE, "--output-format", "xml"],
            "format inconnu : « xml » ; au choix : concise, full",
        ),
        (["show", CASE, CASE], "arguments de trop"),
        (
            ["rendre", CASE],
            "commande inconnue : « rendre » ; au choix : check, coverage, dossier, explain",
        ),
        (["--foo"], "option inconnue : « --foo »"),
    ],
)
def test_a_wrong_call(run: Run, arguments: list[str], words: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("convgen : ")
    assert words in ran.err
    assert not ENGLISH.search(ran.err)
    assert "Traceback" not in ran.err


COMMANDS = names_in(str(commands.__file__))


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([name, "-h"] for name in COMMANDS)])
def test_help_is_french(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Utilisation\u00a0: convgen")
    assert "Affiche cette aide." in ran.out
    assert not ENGLISH.search(ran.out)


def test_nothing_asked_is_help_and_a_wrong_call(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Utilisation\u00a0: convgen")
    assert all(name in ran.err for name in ("render", "check", "show"))


def test_version(run: Run) -> None:
    assert run("--version").out == f"convgen {__version__}\n"


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Another Python, in the folder where one stands."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )


def test_the_module_runs(desk: Shelf) -> None:
    ran = python("-m", "convgen", "check", CASE)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "aucune faute\n")


IMPORTED = """
import sys
from convgen.cli.main import main
sys.argv = ["convgen", *sys.argv[1:]]
try:
    main()
finally:
    heavy = {
        "docxtpl", "docx", "babel", "num2words", "pydantic", "rich", "jinja2", "lxml", "watchfiles"
    }
    print(*sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (
            ["--help"],
            {
                *("docxtpl", "docx", "babel", "num2words", "pydantic", "rich", "jinja2", "lxml"),
                "watchfiles",
            },
        ),
        (["render", "--help"], {"docxtpl", "docx", "babel", "num2words", "rich", "jinja2", "lxml"}),
        (["watch", "--help"], {"docxtpl", "docx", "num2words", "rich", "lxml", "watchfiles"}),
        (["check", CASE], {"docxtpl", "babel", "num2words", "rich", "watchfiles"}),
        (["show", CASE], {"docxtpl", "babel", "num2words", "rich", "watchfiles"}),
        (["render", CASE], {"babel", "rich", "watchfiles"}),  # the first compiles the template
    ],
)
def test_what_is_not_needed_is_not_imported(
    desk: Shelf, arguments: list[str], never: set[str]
) -> None:
    ran = python("-c", IMPORTED, *arguments)
    assert ran.returncode == 0, ran.stderr
    assert not never & set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("encoding", ["ascii", "latin1", "cp1252"])
@pytest.mark.parametrize("command", [["show", CASE], ["new", "essai"], ["list", "clauses"]])
def test_a_pipe_gets_utf8(desk: Shelf, command: list[str], encoding: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "convgen", *command],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.decode("utf-8").strip()


def test_colours_are_for_terminals_that_want_them(broken: Shelf) -> None:
    """Nothing is coloured in a pipe; NO_COLOR holds in a terminal too (`script` makes one)."""
    assert "\x1b[" not in python("-m", "convgen", "check", CASE).stdout
    reader, writer = os.openpty()
    for wanted, environment in ((True, {}), (False, {"NO_COLOR": "1"})):
        with subprocess.Popen(
            [sys.executable, "-m", "convgen", "check", CASE],
            stdout=writer,
            env={**os.environ, **environment},
        ) as process:
            process.wait()
        shown = os.read(reader, 100_000).decode("utf-8", "replace")
        assert ("\x1b[" in shown) is wanted
        assert "CG101" in shown
    os.close(reader)
    os.close(writer)


def test_a_folder_removed_under_our_feet_is_one_line(desk: Shelf, tmp_path: Path) -> None:
    gone = tmp_path / "disparu"
    gone.mkdir()
    script = f"import os; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r})\n{IMPORTED}"
    ran = python("-c", script, "check", str(desk.root / CASE))
    assert "Traceback" not in ran.stderr


def test_a_reader_that_stops_is_no_traceback(broken: Shelf) -> None:
    command = f"{sys.executable} -m convgen check {CASE} | true"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr

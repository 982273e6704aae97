"""What is too much to be decided, or absurd, is told like the rest: never a failure."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from convgen.coverage.exceptions import read_exceptions
from convgen.coverage.measure import measure
from convgen.faults.diagnostic import Diagnostic, Severity
from convgen.library.store import Library
from convgen.lint.library import faults_of_library
from convgen.lint.targets import standing_in
from convgen.logic import solving
from convgen.report.format_names import FULL
from convgen.report.reporting import report
from tests.support.small_library import write_library

PIGEONS, HOLES = 5, "abcd"
FIELDS = "".join(
    f"  c{n}: {{type: choix, options: [{', '.join(HOLES)}]}}\n" for n in range(PIGEONS)
)
PROGRAMME = f"""\
=== templates/essai/programme.yaml
champs:
  nom: {{type: texte, facultatif: oui}}
  autre: {{type: texte, facultatif: oui}}
{FIELDS}plan:
  - article: objet
    clauses: [objet/objet]
=== clauses/objet/objet.md
Le texte, {" ".join(f"{{{{ c{n} }}}}" for n in range(PIGEONS))}.

"""


def faults_of(root: Path, body: str) -> list[Diagnostic]:
    write_library(root, PROGRAMME + body)
    return faults_of_library(Library(root))


def apart(pairs: list[str]) -> str:
    """All the tests of a list, joined two by two."""
    if len(pairs) == 1:
        return pairs[0]
    middle = len(pairs) // 2
    return f"({apart(pairs[:middle])} et {apart(pairs[middle:])})"


def test_too_many_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "MOST_STEPS", 50)
    test = apart(
        [
            f"non (c{one} = '{hole}' et c{other} = '{hole}')"
            for one, other in combinations(range(PIGEONS), 2)
            for hole in HOLES
        ]
    )
    body = f"{{% if {test} %}}\nLe {{{{ nom }}}}.\n{{% endif %}}\n\nLe {{{{ autre }}}}.\n"
    faults = faults_of(tmp_path, body)
    assert [(f.span.file.name, f.span.line, f.code.value) for f in faults] == [
        ("objet.md", 10, "CG223"),
        ("objet.md", 11, "CG223"),
        ("objet.md", 14, "CG210"),
    ]
    assert faults[0].severity is Severity.WARNING
    assert "trop de cas" in faults[0].message


def test_too_many_nested_tests(tmp_path: Path) -> None:
    depth = 40
    body = "{% if nom = 'a' %}\n" * depth + "Rien.\n" + "{% endif %}\n" * depth
    faults = faults_of(tmp_path, body)
    assert {fault.code.value for fault in faults} == {"CG206"}
    assert {fault.message for fault in faults} == {"texte trop imbriqué"}


@pytest.mark.parametrize(
    "body",
    [
        "{{ 'un' if 'deux' }}",
        "{% if 'un' = 'deux' %}\nRien.\n{% endif %}",
        "{% if ('un' if 'deux' else 'trois') = 'un' %}\nRien.\n{% endif %}",
        "{{ ('un' if 'deux' else nom) | de if 'trois' }}",
    ],
)
def test_a_test_that_asks_nothing(tmp_path: Path, body: str) -> None:
    told = faults_of(tmp_path, f"{{{{ nom if nom }}}} {{{{ autre if autre }}}}\n\n{body}\n")
    assert {fault.code.value for fault in told} <= {"CG210", "CG216"}


def test_a_loop_of_links(tmp_path: Path) -> None:
    write_library(tmp_path, PROGRAMME)
    for link in ("templates/convention.docx", "clauses/objet/boucle.md", "templates/autre.docx"):
        (tmp_path / link).unlink(missing_ok=True)
        (tmp_path / link).symlink_to(Path(link).name)
    faults = faults_of_library(Library(tmp_path))
    assert faults
    assert standing_in(tmp_path / "clauses/objet/boucle.md", Library(tmp_path), faults) is not None


def test_a_file_outside_is_never_quoted(tmp_path: Path) -> None:
    root = tmp_path / "bibliotheque"
    write_library(root, PROGRAMME)
    secret = tmp_path / "secret.txt"
    secret.write_text("un secret\n", "utf-8")
    (root / "templates/autre.docx").symlink_to(secret)
    (root / "couverture.yaml").symlink_to(secret)
    told = [*faults_of_library(Library(root)), *read_exceptions(Library(root))[1]]
    assert len([fault for fault in told if "hors de la bibliothèque" in fault.message]) == 2
    assert "un secret" not in report(told, FULL)


@pytest.mark.parametrize("spoil", ["empty", "absent", "file", "looping"])
def test_a_library_where_nothing_can_be_checked(tmp_path: Path, spoil: str) -> None:
    (tmp_path / "convgen.toml").touch()
    templates = tmp_path / "templates"
    if spoil == "empty":
        templates.mkdir()
    elif spoil == "file":
        templates.touch()
    elif spoil == "looping":
        templates.symlink_to(templates)
    (fault,) = faults_of_library(Library(tmp_path))
    assert fault.is_error
    (same,) = measure(Library(tmp_path), tmp_path / "actes").faults
    assert same == fault


@pytest.mark.parametrize(
    "body",
    [
        "Texte." + "\n" * 20_000 + "Fin.\n",
        "Texte article L" + " " * 5_000 + "fin.\n",
        "Voici bien le texte "
        + "un {{ nom if nom else autre }} " * 28
        + "mot**s** fin du texte.\n",
        "Texte de.\n\n" * 2_000,
    ],
)
def test_no_text_takes_forever(tmp_path: Path, body: str) -> None:
    """Each of them took minutes."""
    faults_of(tmp_path, f"{body}\n=== clauses/objet/pareille.md\n{body}")

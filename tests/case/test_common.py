"""A common file: found inside the library, merged one level deep, its places kept."""

import os
from pathlib import Path

import pytest

from convgen.case.common import common_key_span, merge_common
from convgen.faults.diagnostic import Diagnostic
from convgen.yaml.nodes import MappingNode, locate, plain
from convgen.yaml.source import Source, read_source


class Library:
    """A folder of cases with a common file."""

    def __init__(self, root: Path) -> None:
        self.root = root / "library"
        (self.root / "cases" / "_communs").mkdir(parents=True)
        (self.root / "cases" / "programme").mkdir()

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.write_text(text, encoding="utf-8")
        return file

    def case(self, text: str) -> Source:
        source, diagnostics = read_source(self.write("cases/programme/x.yaml", text))
        assert source is not None
        assert diagnostics == []
        return source

    def merge(self, text: str) -> tuple[MappingNode, list[Diagnostic]]:
        return merge_common(self.case(text), [self.root])


@pytest.fixture
def library(tmp_path: Path) -> Library:
    found = Library(tmp_path)
    found.write(
        "cases/_communs/c.yaml",
        "parties:\n  porteur:\n    nom: Métropole\n    siege: {commune: Paris}\n"
        "terme: 31/12/2026\nannexes: [a, b]\nvide: plein\n",
    )
    return found


CASE = (
    "commun: ../_communs/c.yaml\nparties:\n  porteur:\n    siege: {code: 75013}\n"
    "  beneficiaire:\n    nom: Choisy\nannexes: [c]\nvide:\n"
)


def test_mappings_merge_and_the_rest_replaces(library: Library) -> None:
    merged, diagnostics = library.merge(CASE)
    assert diagnostics == []
    assert plain(merged) == {
        "parties": {
            "porteur": {"nom": "Métropole", "siege": {"commune": "Paris", "code": "75013"}},
            "beneficiaire": {"nom": "Choisy"},
        },
        "terme": "31/12/2026",
        "annexes": ["c"],
        "vide": None,
    }


@pytest.mark.parametrize(
    ("loc", "name", "line"),
    [
        (("terme",), "c.yaml", 5),
        (("parties", "porteur", "nom"), "c.yaml", 3),
        (("parties", "porteur", "siege"), "x.yaml", 4),
        (("parties", "porteur", "siege", "commune"), "c.yaml", 4),
        (("parties", "beneficiaire"), "x.yaml", 5),
        (("vide",), "x.yaml", 8),
    ],
)
def test_each_value_keeps_its_place(
    library: Library, loc: tuple[str, ...], name: str, line: int
) -> None:
    span = locate(library.merge(CASE)[0], loc).span
    assert (span.file.name, span.line) == (name, line)


def test_a_merged_mapping_is_where_the_case_has_it(library: Library) -> None:
    merged, _ = library.merge(CASE)
    assert locate(merged, ("parties",)).value.span.file.name == "x.yaml"
    assert merged.span.file.name == "x.yaml"


def test_the_files_are_left_as_they_were(library: Library) -> None:
    case = library.case(CASE)
    before = plain(case.root)
    merge_common(case, [library.root])
    assert plain(case.root) == before


def test_without_the_key(library: Library) -> None:
    case = library.case("a: b\n")
    assert common_key_span(case) is None
    assert merge_common(case, []) == (case.root, [])


def test_the_place_of_the_key(library: Library) -> None:
    span = common_key_span(library.case("a: b\ncommun: x\n"))
    assert span is not None
    assert (span.line, span.column, span.end_column) == (2, 1, 7)


@pytest.mark.parametrize(
    ("written", "column", "message"),
    [
        ("../_communs/absent.yaml", 9, "fichier commun introuvable : « ../_communs/absent.yaml »"),
        ("../_communs", 9, "fichier commun introuvable : « ../_communs »"),
        ("/etc/hostname", 9, "le chemin du fichier commun n’est pas un chemin relatif"),
        ("C:/x.yaml", 9, "le chemin du fichier commun n’est pas un chemin relatif"),
        ("..\\_communs\\c.yaml", 9, "le chemin du fichier commun n’est pas un chemin relatif"),
        (
            "../../../outside.yaml",
            9,
            "le fichier commun est hors de la bibliothèque et du dossier de la fiche",
        ),
        (
            "../_communs/../../../absent.yaml",
            9,
            "le fichier commun est hors de la bibliothèque et du dossier de la fiche",
        ),
        (
            "../_communs/link.yaml",
            9,
            "le fichier commun est hors de la bibliothèque et du dossier de la fiche",
        ),
        ("", 1, "« commun » attend un chemin de fichier"),
        ('""', 9, "« commun » attend un chemin de fichier"),
        ("[a]", 1, "« commun » attend un chemin de fichier"),
        ("../_communs/loop.yaml", 9, "le chemin du fichier commun ne mène nulle part"),
        ("x" * 5000, 9, "le chemin du fichier commun ne mène nulle part"),
    ],
)
def test_a_path_that_is_refused(library: Library, written: str, column: int, message: str) -> None:
    outside = library.root.parent / "outside.yaml"
    outside.write_text("secret: oui\n")
    (library.root / "cases/_communs/link.yaml").symlink_to(outside)
    loop = library.root / "cases/_communs/loop.yaml"
    loop.symlink_to(loop)
    merged, (fault,) = library.merge(f"commun: {written}\na: b\n")
    assert plain(merged) == {"a": "b"}
    assert (fault.code.value, fault.message) == ("CG011", message)
    assert (fault.span.file.name, fault.span.line, fault.span.column) == ("x.yaml", 1, column)
    assert fault.help


def test_a_link_that_stays_inside_is_followed(library: Library) -> None:
    (library.root / "cases/_communs/l.yaml").symlink_to("c.yaml")
    merged, diagnostics = library.merge("commun: ../_communs/l.yaml\n")
    assert diagnostics == []
    assert "terme" in merged.entries


def test_one_level_only(library: Library) -> None:
    library.write("cases/_communs/d.yaml", "a: b\ncommun: c.yaml\n")
    merged, (fault,) = library.merge("commun: ../_communs/d.yaml\n")
    assert plain(merged) == {"a": "b"}
    assert (fault.code.value, fault.span.file.name, fault.span.line) == ("CG011", "d.yaml", 2)
    assert [note.span.file.name for note in fault.notes] == ["x.yaml"]


def test_faults_of_the_common_file_are_told_there(library: Library) -> None:
    library.write("cases/_communs/e.yaml", "a: b\na: n° #12\n")
    merged, faults = library.merge("commun: ../_communs/e.yaml\n")
    assert plain(merged) == {"a": "b"}
    assert [(f.code.value, f.span.file.name, f.span.line) for f in faults] == [
        ("CG008", "e.yaml", 2),
        ("CG010", "e.yaml", 2),
    ]


def test_a_common_file_that_cannot_be_read(library: Library) -> None:
    library.write("cases/_communs/f.yaml", 'a: "b\n')
    merged, (fault,) = library.merge("commun: ../_communs/f.yaml\nc: d\n")
    assert plain(merged) == {"c": "d"}
    assert (fault.code.value, fault.span.file.name) == ("CG005", "f.yaml")


def test_a_common_file_is_never_taken_for_what_it_was(library: Library) -> None:
    """Not even when its size and its date are those of before: `rsync --inplace` does so."""
    case = "commun: ../_communs/c.yaml\n"
    before = library.merge(case)[0]
    file = library.root / "cases/_communs/c.yaml"
    dated = file.stat()
    file.write_text(file.read_text("utf-8").replace("Paris", "Lille"), encoding="utf-8")
    os.utime(file, ns=(dated.st_atime_ns, dated.st_mtime_ns))
    after = library.merge(case)[0]
    place = ("parties", "porteur", "siege", "commune")
    assert [plain(locate(tree, place).value) for tree in (before, after)] == ["Paris", "Lille"]

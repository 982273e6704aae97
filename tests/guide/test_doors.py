"""The pages for who comes next: what they name is there, what they show is what the code gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

import convgen
from convgen.assembly.context import context_of
from convgen.assembly.interpreter import evaluate
from convgen.faults.diagnostic import Span
from convgen.language.expressions import Read, parts_of
from convgen.language.instructions import Print
from convgen.library.store import Library
from convgen.model.document import Run
from convgen.model.state import State
from convgen.pipeline import assemble_case
from convgen.word.door import fill, load_template
from convgen.word.opc import archive
from convgen.word.readback.expected import expected_items
from convgen.yaml.nodes import locate

ROOT = Path(__file__).parents[2]
PACKAGE = Path(convgen.__file__).parent
ARCHITECTURE = ROOT / "docs/architecture.md"
DOORS = (ROOT / "CONTRIBUTING.md", ARCHITECTURE, *sorted((ROOT / "docs/ajouter").glob("*.md")))
DECISIONS = sorted((ROOT / "docs/adr").glob("[0-9]*.md"))

_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_PATH = re.compile(r"[\w./-]+/|[\w./-]*\.(?:py|md|yaml|toml|txt|docx)|\.[\w/-]+/\w+")
_TEST = re.compile(r"([\w/]+\.py)::(test_\w+)")
_DOTTED = re.compile(r"([a-z]\w*)(?:\.\w+)+")
_MADE = re.compile(r"<!-- (?:fichier|ajouter|modifier): (\S+) -->")
_FENCED = re.compile(r"^(`{3,})\w*\n.*?^\1$", re.DOTALL | re.MULTILINE)
_ROOMS = {entry.stem for entry in PACKAGE.iterdir()}


def _prose(page: Path) -> str:
    return _FENCED.sub("", page.read_text("utf-8"))


def names_in(page: Path) -> list[str]:
    """What a page has between backquotes, its blocks aside."""
    return _CODE.findall(_prose(page))


def wrong(page: Path) -> list[str]:
    """What a page names and nobody finds; it may name what it has one make."""
    made = set(_MADE.findall(page.read_text("utf-8")))
    return [name for name in names_in(page) if name not in made and not _is_found(name)]


def _is_found(name: str) -> bool:
    """Is it there, if it is a test, a file, something of convgen or a target of make?"""
    dotted = _DOTTED.fullmatch(name)
    if (test := _TEST.fullmatch(name)) is not None:
        file = ROOT / test[1]
        return file.is_file() and f"def {test[2]}(" in file.read_text("utf-8")
    if _PATH.fullmatch(name):
        return any((top / name).exists() for top in (ROOT, PACKAGE))
    if dotted is not None and dotted[1] in _ROOMS:
        return _is_there(name)
    return not name.startswith("make ") or f"\n{name.split()[1]}:" in _makefile()


@cache
def _makefile() -> str:
    return (ROOT / "Makefile").read_text("utf-8")


def _is_there(dotted: str) -> bool:
    """Is `yaml.source.read_source` a module of convgen, or something in one?"""
    names = dotted.split(".")
    files = [PACKAGE.joinpath(*names[:depth]) for depth in range(1, len(names) + 1)]
    modules = [*takewhile(lambda path: path.is_dir() or path.with_suffix(".py").is_file(), files)]
    found: Any = import_module(".".join(("convgen", *names[: len(modules)])))
    for name in names[len(modules) :]:
        if not hasattr(found, name):
            return False
        found = getattr(found, name)
    return True


@pytest.mark.parametrize("page", DOORS, ids=lambda page: page.stem)
def test_what_a_page_names_is_there(page: Path) -> None:
    assert len(names_in(page)) > 10
    assert wrong(page) == []


@pytest.mark.parametrize("page", [*DOORS, ROOT / "docs/adr/README.md"], ids=lambda page: page.stem)
def test_each_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", _prose(page))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "name",
    [
        "src/convgen/nowhere.py",
        "clauses/nowhere/",
        "tests/guide/test_doors.py::test_nothing",
        "yaml.source.nothing",
        "yaml.nowhere.read",
        "model.document.Block.nothing",
        "make nothing",
    ],
)
def test_a_name_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"`yaml.source.read_source`, `Makefile`, `make pages`, puis `{name}`.\n")
    assert wrong(page) == [name]


# The life of one value


def _typed(text: str) -> str:
    """A form as the page types it: ordinary spaces, straight apostrophes."""
    return re.sub("[\u00a0\u202f]", " ", text.replace("’", "'").replace("\\u202f", " ")).replace(
        "\\xa0", " "
    )


def _placed(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def forms() -> Iterator[str]:
    """The value at each step of `docs/architecture.md`, as the code has it."""
    library = Library(ROOT)
    act = assemble_case(ROOT / "cases/subvention-poste/alpes-maritimes.yaml", State.FINAL, library)
    assert act.typed is not None
    assert act.programme is not None
    assert act.document is not None
    node: Any = locate(act.typed.root, ("montant",)).value
    yield f"ScalarNode(text={node.text!r}, span={_placed(node.span)}, plain={node.plain})"
    yield repr(act.typed.value.montant)
    context = context_of(act.programme, act.typed.value)
    assert context["montant"] is act.typed.value.montant
    clause, _ = library.clause("financement/montant", node.span)
    assert clause is not None
    asked = [p for p in parts_of(clause.program, Print) if Read("montant") in parts_of(p, Read)]
    yield from map(repr, asked)
    (block,) = [b for b in act.document.all_blocks() if b.text.startswith("La Subvention s’élève")]
    written, _fault = evaluate(clause, context, block.origin, None, library.mention)
    run: Run = next(run for run in block.runs if run.path == "montant")
    assert run in written.blocks[0].runs
    yield repr(run)
    yield repr(block.origin)
    template, _ = load_template(library.word_template(act.programme.name))
    assert template is not None
    xml = archive.read_members(fill(template, act.document))["word/document.xml"].decode()
    (stretch,) = re.findall(
        rf"<w:r>(?:(?!<w:r>).)*{run.text}</w:t></w:r>(?= *<w:r><w:t[^>]*> \()", xml
    )[:1]
    yield stretch
    (found,) = [item for item in expected_items(act.document) if item.text == block.text]
    yield found.text.split(".")[0] + "."


def test_the_life_of_a_value_is_shown_as_it_is() -> None:
    page = ARCHITECTURE.read_text("utf-8")
    shown = re.findall(r"^    (\S.*)", _FENCED.sub("", page), re.MULTILINE)
    assert shown == ["montant: 50 000 €", *map(_typed, forms())]


# Decisions


def _head(file: Path) -> dict[str, str]:
    """What a decision says of itself."""
    head = re.match(
        r"# (?P<number>\d+)\. (?P<title>.+)\n\nStatut : (?P<status>.+)\nDate : (?P<date>.+)\n\n\S",
        file.read_text("utf-8"),
    )
    assert head is not None, f"{file.name}: a title, an empty line, « Statut : », « Date : »"
    return head.groupdict()


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_a_decision_says_where_it_stands(file: Path) -> None:
    head = _head(file)
    assert file.stem.startswith(f"{int(head['number']):04}-")
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", head["date"])
    later = re.fullmatch(r"(?:complété|remplacé) par (l'ADR \d+(?: et l'ADR \d+)*)", head["status"])
    assert later or head["status"] == "accepté"
    for number in re.findall(r"\d+", head["status"]):
        assert int(number) > int(head["number"])
        assert any(other.stem.startswith(f"{int(number):04}-") for other in DECISIONS)


def test_decisions_are_numbered_in_turn_and_the_list_has_each() -> None:
    heads = [(_head(file), file.name) for file in DECISIONS]
    assert [int(head["number"]) for head, _ in heads] == [*range(1, len(DECISIONS) + 1)]
    rows = [line for line in _prose(ROOT / "docs/adr/README.md").split("\n") if "](0" in line]
    assert rows == [
        f"| {head['number']} | [{head['title']}]({name}) | {head['date']} | {head['status']} |"
        for head, name in heads
    ]


# Releases


def test_the_changelog_tells_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first, *others = re.findall(r"^## \[(.+?)\](.*)$", text, re.MULTILINE)
    assert first == ("Unreleased", "")
    assert all(re.fullmatch(r" - \d{4}-\d{2}-\d{2}", date) for _, date in others)
    assert [version for version, _ in others[:1]] == [convgen.__version__]

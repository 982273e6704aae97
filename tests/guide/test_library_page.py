"""docs/bibliotheque.md says all that a library may hold: each table, against what declares it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import BaseModel

from convgen.assembly.interpreter import evaluate
from convgen.authoring.outline import COMMON
from convgen.coverage.exceptions import read_exceptions
from convgen.kinds.base.attachments import AttachedKind
from convgen.kinds.choice import Choice, ChoiceKind
from convgen.kinds.found import DECLARABLE
from convgen.kinds.picture import Picture
from convgen.language.filters.found import FILTERS
from convgen.language.parsing import FUNCTIONS, parse_condition
from convgen.language.scope import LOOP, WORDS, PartySymbol
from convgen.language.tags import read_tags
from convgen.library import clause_header
from convgen.library import format as library_format
from convgen.library.clause_reading import own_clause, read_clause
from convgen.library.mentions import SCOPES
from convgen.library.programme import SectionKind
from convgen.library.programme_reading import read_programme
from convgen.library.reader import Reader
from convgen.library.store import Library
from convgen.model.amendment import EarlierAmendment, InitialConvention
from convgen.model.calls import CALLS
from convgen.model.convention import SLOTS, Convention
from convgen.model.deliberation import WANTED_OF_VISAS, Subject
from convgen.model.document import BlockKind, Provenance
from convgen.model.means import DERIVED, UnitPrice
from convgen.model.money import Account
from convgen.model.party import DEDUCED, NATURES, SPARED_BY, PublicParty, party_model
from convgen.model.personal_data import POINTS, QUALIFICATIONS
from convgen.model.shape import Shape, shape_at
from convgen.model.state import SIGNING
from convgen.word.vocabulary import genre_of
from convgen.yaml.text_place import TextPlace
from tests.guide.tables import PAGE, codes, example, plain, rows
from tests.library.shelf import build_file_tree

Declared = tuple[str, type[BaseModel], str]  # path, group that holds it, key


def declared(model: type[BaseModel], path: str = "", seen: tuple[type, ...] = ()) -> list[Declared]:
    """Every key under a group; a group that stands in two places is documented at the first."""
    found: list[Declared] = []
    for key in model.model_fields:
        found.append((f"{path}{key}", model, key))
        shape = Shape(model).child(key)
        assert shape is not None
        known = (*seen, *(group for _, group, _ in found))
        if shape.fields and shape.type not in known:
            found += declared(shape.type, f"{path}{key}{'[]' if shape.many else ''}.", known)
    return found


def kind_of(shape: Shape) -> str:
    """How the page names the type of a value."""
    if shape.many:
        return f"liste de {'groupes' if shape.fields else kind_of(shape.item())}"
    if shape.fields:
        return "groupe"
    assert shape.kind is not None
    if isinstance(shape.kind, ChoiceKind):
        return "`choix` : " + ", ".join(f"`{option}`" for option in shape.kind.options)
    return f"`{shape.kind.name}`" if shape.kind.name else plain(shape.kind.words)


CALLED = {path for call in CALLS for path in call.paths}
CASES = declared(Convention)
OF_A_PARTY = declared(PublicParty)


def check_row(row: list[str], group: type[BaseModel], key: str) -> None:
    """A row has the type of its key, and says whether it is compulsory."""
    shape, info = Shape(group).child(key), group.model_fields[key]
    assert shape is not None
    assert row[1] == kind_of(shape), row
    assert row[2], row
    assert row[3].startswith("oui") == info.is_required(), row
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    if info.is_required() and extra.keys() & {DEDUCED, SPARED_BY}:
        assert row[3].startswith("oui, ou "), row


@pytest.mark.parametrize(("path", "group", "key"), CASES, ids=[path for path, *_ in CASES])
def test_each_key_of_a_case_has_a_row(path: str, group: type[BaseModel], key: str) -> None:
    row = rows("case")[path]
    check_row(row, group, key)
    assert row[3].startswith("selon le programme") == (path in SLOTS), row
    if path in CALLED or (path.startswith("visas[]") and key in WANTED_OF_VISAS):
        assert re.search(r"\bsi ", row[3]), row


def test_each_row_is_a_key_of_a_case() -> None:
    found = rows("case")
    held = {"parties": "groupe", COMMON.key: plain(COMMON.how)}
    assert {key: found[key][1] for key in held} == held
    joined = {path for path, *_ in CASES if path.endswith("fiche")}
    assert found.keys() == {path for path, *_ in CASES} | held.keys()
    assert joined == rows("case qui joint une fiche").keys()


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("convention_initiale.fiche", InitialConvention),
        ("convention_initiale.avenants[].fiche", EarlierAmendment),
        ("sujets[].fiche", Subject),
    ],
)
def test_what_another_case_tells_is_said(path: str, group: Any) -> None:
    assert set(codes(rows("case qui joint une fiche")[path][1])) == {*group.tells}


@pytest.mark.parametrize("group", [Convention, UnitPrice, Account])
def test_what_is_computed_is_said(group: Any) -> None:
    (sentence,) = re.findall(r"Ce qui se calcule ne se saisit pas : .*", PAGE)
    assert {*group.derived} <= {*codes(sentence)}
    assert Convention.derived is DERIVED


@pytest.mark.parametrize(("path", "group", "key"), OF_A_PARTY, ids=[p for p, *_ in OF_A_PARTY])
def test_each_key_of_a_party_has_a_row(path: str, group: type[BaseModel], key: str) -> None:
    row = rows("clé d'une partie")[path]
    check_row(row, group, key)
    if group is PublicParty:
        spared = [n for n in NATURES if not party_model(n).model_fields[key].is_required()]
        some = group.model_fields[key].is_required() and spared
        assert row[3].partition(" ; pas pour : ")[2] == (", ".join(spared) if some else ""), row


def test_what_a_clause_reads_of_a_party_is_said() -> None:
    keys, own = rows("clé d'une partie"), rows("lu par une clause")
    assert keys.keys() == {path for path, *_ in OF_A_PARTY}
    assert {*PartySymbol().fields} == {"nom", *WORDS, *(k for k in keys if "." not in k)} - {
        "denomination"
    }
    assert own.keys() == {".nom", *(f".{name}" for name in SIGNING)}
    assert rows("forme").keys() == {f".{form}" for form in WORDS}


@pytest.mark.parametrize("kind", DECLARABLE.values(), ids=lambda kind: kind.name)
def test_each_type_is_written_and_printed_as_its_row_says(kind: Any) -> None:
    _, written, printed = rows("type")[kind.name]
    if not isinstance(kind, AttachedKind):
        for text in codes(written):
            assert f"« {plain(kind.printed(kind.validate(text)))} »" in printed, text


def test_each_row_is_a_type() -> None:
    assert rows("type").keys() == {*DECLARABLE, "choix", "liste"}


def test_each_filter_has_a_row() -> None:
    found = {key.partition("(")[0]: "(" in key for key in rows("filtre")}
    assert found == {name: one.argument is not None for name, one in FILTERS.items()}


def test_each_setting_of_the_marker_has_a_row() -> None:
    assert rows("réglage").keys() == {*library_format._KEYS}


def test_the_header_of_a_clause(tmp_path: Path) -> None:
    found, header = rows("clé de l'en-tête"), clause_header._Fields
    assert found.keys() == {*header.model_fields, "parametres"}
    for key in header.model_fields:
        check_row(found[key], header, key)
    build_file_tree(tmp_path, {"clause.md": example("---")})
    clause, faults = read_clause("essai/clause", tmp_path / "clause.md")
    assert clause is not None, faults
    assert clause.parameters


Asked = Mapping[str, tuple[str, ...]]
HEADS = {
    "un programme": "clé d'un programme",
    "un résumé": "clé du résumé",
    "« ": "clé d'un rôle ou d'un terme",
    "le champ « ": "clé d'un champ",
    "couverture.yaml": "clé d'une exception",
    "une exception": "clé d'une exception",
}


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The keys that may stand in each group of the page's own examples, as their reader has it."""
    found: dict[str, tuple[str, ...]] = {}
    known: Callable[..., None] = Reader.known

    def noted(reader: Reader, entries: Any, allowed: Any, where: str) -> None:
        found[where] = tuple(allowed)
        known(reader, entries, allowed, where)

    monkeypatch.setattr(Reader, "known", noted)
    files = {"convgen.toml": "", "programme.yaml": example("titre:")}
    build_file_tree(tmp_path, {**files, "couverture.yaml": example("exceptions:")})
    programme, faults = read_programme("essai", tmp_path / "programme.yaml")
    assert programme is not None, faults
    exempt, faults = read_exceptions(Library(tmp_path))
    assert exempt, faults
    return found


def test_each_key_of_a_programme_and_of_the_exceptions_has_a_row(asked: Asked) -> None:
    held: dict[str, set[str]] = {}
    for where, keys in asked.items():
        head = next((h for start, h in HEADS.items() if where.startswith(start)), "")
        if head:
            held.setdefault(head, set()).update(keys)
        else:
            assert re.fullmatch(r"une ligne « \w+ » du plan", where), f"{where}: no table"
    held["clé d'une exception"].remove("exceptions")  # the one key of the file
    assert set(HEADS.values()) == held.keys()
    assert held == {head: {*rows(head)} for head in held}


def test_each_line_of_a_plan_has_its_row_and_its_keys(asked: Asked) -> None:
    lines = rows("ligne du plan")
    assert lines.keys() == {kind.value for kind in SectionKind}
    every: set[str] = set()
    for kind, row in lines.items():
        keys = {*asked[f"une ligne « {kind} » du plan"]} - {kind}
        assert {*codes(row[1])} == keys, kind
        every |= keys
    assert rows("clé d'une ligne").keys() == every


def test_each_mention_has_a_row() -> None:
    found = rows("mention")
    assert found.keys() == SCOPES.keys()
    for name, scope in SCOPES.items():
        visa = shape_at(Convention, ("visas",))
        assert visa is not None
        parts = {*visa.fields} if name == "visa" else set[str]()
        assert {*codes(found[name][2])} == {*scope.names} | parts


NAMES = {
    "experimentation": Choice("redaction", "rédaction"),
    "logo": SimpleNamespace(image=Picture(Path("logo.png"), b"", "png", 1, 1), nom="Logo"),
}
BODY = rows("on écrit dans le corps")


@pytest.mark.parametrize("row", BODY.values(), ids=[codes(row[1])[0] for row in BODY.values()])
def test_each_way_of_writing_gives_the_block_that_its_row_says(row: list[str]) -> None:
    place = TextPlace(Path("clause.md"), 1)
    clause, faults = own_clause("essai", "\n".join(codes(row[0])), place, {})
    assert clause is not None, faults
    written, fault = evaluate(clause, NAMES, Provenance())
    assert fault is None
    assert [genre_of(block) for block in written.blocks] == codes(row[1])[:1]


def test_each_kind_of_block_has_a_row() -> None:
    told = {code for row in BODY.values() for code in codes(row[1])}
    told |= {code for row in rows("ligne du plan").values() for code in codes(row[2])}
    assert "de genre `titre`" in PAGE
    assert {"titre", *told} == {"intertitre_2", *(kind.value for kind in BlockKind)}


def test_each_point_of_the_law_has_a_row() -> None:
    found = rows("qualification")
    assert found.keys() == QUALIFICATIONS.keys()
    for qualification, row in found.items():
        assert codes(row[2]) == [*POINTS.get(qualification, ())]


def test_each_call_and_name_of_a_loop_has_a_row() -> None:
    assert {re.sub(r"\W+(\w+).*", r"\1", call) for call in rows("appel")} == FUNCTIONS
    assert rows("nom").keys() == {f"loop.{name}" for name in LOOP.fields}


def test_every_expression_of_the_page_is_read() -> None:
    written = re.findall(r"\{\{[^…{}]*\}\}", PAGE.replace(r"\|", "|"))
    assert len(written) > 20
    assert {text: faults for text in written if (faults := read_tags(text).faults)} == {}
    for row in rows("condition").values():
        for text in codes(row[0]):
            if "…" not in text:
                parse_condition(text)


def test_each_link_inside_the_page_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.*)", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}
    assert {*re.findall(r"\]\(#([^)]*)\)", PAGE)} <= anchors

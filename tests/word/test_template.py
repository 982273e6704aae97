from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from convgen.word.charte import first_use
from convgen.word.charte import kept as cache
from convgen.word.charte.findings import KNOWN_TAGS
from convgen.word.charte.layout import sound
from convgen.word.charte.layout_reading import ForbiddenTemplateError, lay_out
from convgen.word.door import Template, fill, load_template, read_back
from convgen.word.writing.template import make_template
from tests.word.conftest import HOUSE_STYLE
from tests.word.edited_templates import NEIGHBOURS
from tests.word.editing import add, replace, rewrite
from tests.word.specimens import every_kind

REFUSED = [
    "{{ ''.__class__ }}",
    "{{ titre.__class__ }}",
    "{{ titre|upper }}",
    "{{ titre() }}",
    "{{ autre }}",
    "{{ 7 * 7 }}",
    "{{ bloc.texte }}",
    "{% for i in range(10**9) %}{% endfor %}",
    "{% for bloc in blocs recursive %}{% endfor %}",
    "{% for bloc in blocs if bloc.genre %}{% endfor %}",
    "{% for bloc in blocs %}{% for bloc in blocs %}{% endfor %}{% endfor %}",
    "{% for bloc in blocs %}{{ bloc.origin }}{% endfor %}",
    "{% for bloc in blocs %}{{ bloc['texte'] }}{% endfor %}",
    "{% for bloc in blocs %}{% if bloc.texte == 'x' %}{% endif %}{% endfor %}",
    "{% for bloc in blocs %}{% if bloc.genre != 'point' %}{% endif %}{% endfor %}",
    "{% for bloc in blocs %}{% if bloc.genre == 'autre' %}{% endif %}{% endfor %}",
    "{% if titre %}{% else %}x{% endif %}",
    "{% if titre and reference %}{% endif %}",
    "{% set x = 1 %}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% macro m() %}{% endmacro %}",
    "{% block b %}{% endblock %}",
    "{% filter upper %}{% endfilter %}",
]

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.mark.parametrize("source", REFUSED)
def test_only_fixed_slots_are_understood(source: str) -> None:
    with pytest.raises(ForbiddenTemplateError):
        lay_out(source)


def test_what_jinja_cannot_read_is_told_in_french_with_its_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The inspection tells it first, as Word shows it; this stands behind."""
    monkeypatch.setattr(first_use, "_errors", lambda _package: [])
    for tag, why in (
        ("{{ titre titre }}", "une balise ne se lit pas"),
        ("{{ titre() }}", "une balise demande ce que convgen n’exécute pas"),
    ):
        data = replace(HOUSE_STYLE.read_bytes(), "{{ titre }}", tag, "word/header1.xml")
        compiled, (fault,) = first_use.compile_checked(data)
        assert compiled is None
        assert fault.message == (
            f"le modèle ne peut pas être utilisé : {why}, à la ligne 1 de « word/header1.xml »"
        )
        assert fault.help == KNOWN_TAGS


@pytest.mark.parametrize(
    ("source", "layout"),
    [
        (
            "{{ titre }}{% if reference %}Réf. {{ reference }}{% endif %}",
            [["slot", "titre"], ["si", "reference", ["Réf. ", ["slot", "reference"]]]],
        ),
        (
            "{% for bloc in blocs %}{% if bloc.genre == 'point' %}{{ bloc.texte }}"
            "{% elif bloc.genre == 'tableau' %}{{ bloc.tableau }}{% endif %}{% endfor %}",
            [
                [
                    "blocs",
                    [["genre", {"point": [["bloc", "texte"]], "tableau": [["bloc", "tableau"]]}]],
                ]
            ],
        ),
    ],
)
def test_fixed_slots_are_admitted(source: str, layout: list[object]) -> None:
    assert sound(lay_out(source)) == layout


def test_a_faulty_template_is_refused_with_its_faults(tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(replace(HOUSE_STYLE.read_bytes(), "{{ bandeau }}", "{{ ''.__class__ }}"))
    loaded, diagnostics = load_template(path)
    assert loaded is None
    assert {d.span.file for d in diagnostics} == {path}


def test_a_template_is_the_same_from_the_cache(template: Template) -> None:
    data = HOUSE_STYLE.read_bytes()
    cache.store(data, template.compiled)
    again = cache.load(data)
    assert again == template.compiled
    assert again is not None
    assert fill(make_template(again), every_kind()) == fill(template, every_kind())


def test_another_template_has_another_entry(template: Template) -> None:
    cache.store(b"a", template.compiled)
    assert cache.load(b"a") is not None
    assert cache.load(b"b") is None


@pytest.mark.parametrize("spoiled", [b"", b"x", b"\n{}", b"0" * 64 + b"\n{}", b"\xff\xfe"])
def test_a_spoiled_entry_is_as_good_as_absent(template: Template, spoiled: bytes) -> None:
    cache.store(b"a", template.compiled)
    cache.entry_path(b"a").write_bytes(spoiled)
    assert cache.load(b"a") is None


def test_a_truncated_entry_is_as_good_as_absent(template: Template) -> None:
    cache.store(b"a", template.compiled)
    path = cache.entry_path(b"a")
    path.write_bytes(path.read_bytes()[:-1])
    assert cache.load(b"a") is None


@pytest.mark.parametrize(
    "layout",
    [
        [["slot", "__class__"]],
        [["bloc", "texte"]],
        [["blocs", [["bloc", "__class__"]]]],
        [["blocs", [["blocs", []]]]],
        [["si", "titre", "x"]],
        [["autre"]],
        [3],
        None,
    ],
)
def test_an_entry_that_is_no_layout_is_as_good_as_absent(
    template: Template, layout: object
) -> None:
    cache.store(b"a", dataclasses.replace(template.compiled, layouts=[("a", layout)]))  # type: ignore[list-item]
    assert cache.load(b"a") is None


def test_a_folder_that_refuses_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: Template
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache.store(b"a", template.compiled)
    assert cache.load(b"a") is None


def test_writing_leaves_no_litter(template: Template) -> None:
    cache.store(b"a", template.compiled)
    assert [p.name for p in cache.entry_path(b"a").parent.iterdir()] == [
        cache.entry_path(b"a").name
    ]


SCRIPT = """
import sys
from pathlib import Path
from convgen.word.door import load_template
assert load_template(Path(sys.argv[1]))[0] is not None
print(sorted({"docxtpl", "docx"} & set(sys.modules)))
"""


def test_a_second_process_needs_neither_docxtpl_nor_python_docx(own_cache: Path) -> None:
    def imported() -> str:
        command = [sys.executable, "-W", "ignore", "-c", SCRIPT, str(HOUSE_STYLE)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert imported() == "['docx', 'docxtpl']"
    assert imported() == "[]"


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_a_template_that_word_has_touched_still_works(tmp_path: Path, name: str) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(NEIGHBOURS[name])
    loaded, diagnostics = load_template(path)
    assert diagnostics == []
    assert loaded is not None
    assert read_back(fill(loaded, every_kind()), every_kind(), loaded.styles) == []


def test_style_identifiers_are_free_names_are_not(tmp_path: Path) -> None:
    """Word makes identifiers anew at each save: « À remplir » becomes `remplir`."""
    path = tmp_path / "modele.docx"
    data = rewrite(
        HOUSE_STYLE.read_bytes(),
        "word/styles.xml",
        lambda x: x.replace('"ARemplir"', '"remplir"').replace('"TableauTexte"', '"Tab1"'),
    )
    path.write_bytes(data)
    loaded, diagnostics = load_template(path)
    assert diagnostics == []
    assert loaded is not None
    assert loaded.styles["À remplir"] == "remplir"
    assert b"ARemplir" not in fill(loaded, every_kind())


def test_the_properties_of_the_template_stay_behind(tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    data = add(HOUSE_STYLE.read_bytes(), "docProps/custom.xml", b"<a/>")
    path.write_bytes(replace(data, "<dc:creator>", "<dc:creator>Un stagiaire", "docProps/core.xml"))
    loaded, _ = load_template(path)
    assert loaded is not None
    data = fill(loaded, every_kind())
    assert b"docProps/custom.xml" not in data
    assert read_back(data, every_kind()) == []

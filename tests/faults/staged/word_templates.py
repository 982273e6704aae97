"""Word templates of a small library, made from the house style as a hasty hand would spoil it."""

from __future__ import annotations

from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from convgen.library.store import Library
from convgen.lint.word_templates import faults_of_word_templates
from tests.library.shelf import FILES, build_file_tree
from tests.word.edited_templates import IMAGE, PICTURE
from tests.word.editing import add, replace
from tests.word.house import (
    HEADER,
    HOUSE,
    SETTINGS,
    TYPES,
    WORD,
    compound,
    field,
    in_header,
    links,
    styles,
)

_SHARED, _OWN = "templates/convention.docx", "templates/essai/convention.docx"
_TAG = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t xml:space="preserve">{}'
_BANNER = _TAG.format("Balise", "{%p if bandeau")
_END = "</w:t></w:r></w:p>"
_INTERTITLE_2 = "".join(
    [
        _TAG.format("Balise", "{%p elif bloc.genre == 'intertitre_2' %}") + _END,
        _TAG.format("Intertitre2", "{{r bloc.texte }}") + _END,
    ]
)


def _text(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def _told(folder: Path, templates: dict[str, bytes]) -> list[Diagnostic]:
    """What is said of the Word files of a library."""
    build_file_tree(folder, FILES)
    for name, data in templates.items():
        (folder / name).write_bytes(data)
    return faults_of_word_templates(Library(folder))


def unreadable(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A file of the Word of before 2007, and a model of Word, both under the name of a .docx."""
    model = replace(HOUSE, f"{WORD}.document.main+xml", f"{WORD}.template.main+xml", TYPES)
    old = compound("WordDocument")
    return _told(folder, {_SHARED: old, _OWN: model} if faulty else {_SHARED: HOUSE})


def spoilt_tags(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """Apostrophes that Word has bent, and a tag that does not exist."""
    bent = replace(HOUSE, "'annexe'", "’annexe’")
    return _told(folder, {_SHARED: in_header(_text("{{ objet }}"), bent) if faulty else HOUSE})


def spoilt_styles(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A style under another name, another that no longer numbers, and bold that is lost."""
    renamed = styles('"Gras italique"', '"Gras penché"')
    unnumbered = styles('<w:numPr><w:numId w:val="3"/></w:numPr>', "", renamed)
    tag = '<w:pStyle w:val="Intertitre"/></w:pPr><w:r>'
    bold = replace(unnumbered, tag, f"{tag}<w:rPr><w:b/></w:rPr>")
    return _told(folder, {_SHARED: bold if faulty else HOUSE})


def lost_texts(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A text typed in the body, and another beside a tag that takes its paragraph away."""
    town = _text("Commune de Valombre")
    if not faulty:
        return _told(folder, {_SHARED: in_header(town)})
    typed = replace(HOUSE, _BANNER, f"<w:p>{town}</w:p>{_BANNER}")
    beside = replace(typed, "{%p if reference", "Acte {%p if reference", HEADER)
    return _told(folder, {_SHARED: beside})


def tracked_changes(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """An insertion that nobody has accepted, and the tracking left on."""
    town = _text("Commune de Valombre")
    if not faulty:
        return _told(folder, {_SHARED: in_header(town)})
    inserted = in_header(f'<w:ins w:id="1" w:author="Camille Martin">{town}</w:ins>')
    tracked = replace(inserted, "<w:defaultTab", "<w:trackRevisions/><w:defaultTab", SETTINGS)
    return _told(folder, {_SHARED: tracked})


def outside(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """An image that stays on a server, and a date that Word renews."""
    if not faulty:
        return _told(folder, {_SHARED: PICTURE})
    dated = in_header(field(" DATE "), in_header(IMAGE.format("link")))
    logo = links(dated, "header1", "image", "file:///S:/communication/logo.png")
    return _told(folder, {_SHARED: logo})


def macros(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A document with macros, under the name of a .docx."""
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    named = replace(HOUSE, f"{WORD}.document.main+xml", kind, TYPES)
    active = add(named, "word/vbaProject.bin", b"\0")
    return _told(folder, {_SHARED: active if faulty else HOUSE})


def missing_tags(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """The title typed by hand in the header, and no paragraph for sub-headings of annexes."""
    typed = replace(HOUSE, "{{ titre }}", "Convention de subvention", HEADER)
    return _told(folder, {_SHARED: replace(typed, _INTERTITLE_2, "") if faulty else HOUSE})


def locked(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A template that was protected against changes, before it was sent."""
    protection = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTab'
    spoilt = replace(HOUSE, "<w:defaultTab", protection, SETTINGS)
    return _told(folder, {_SHARED: spoilt if faulty else HOUSE})


def settings_out_of_order(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A setting that another program has added at the end."""
    moved = replace(HOUSE, "</w:settings>", "<w:mirrorMargins/></w:settings>", SETTINGS)
    return _told(folder, {_SHARED: moved if faulty else HOUSE})


def never_filled(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A template that has a name of its own."""
    name = "templates/essai/convention-2026.docx" if faulty else _OWN
    return _told(folder, {_SHARED: HOUSE, name: HOUSE})

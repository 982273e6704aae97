"""Word templates made from the house style by one edit: each fault, and its sound neighbour.

Faults that a paragraph shows are in `tests/lint/word_examples`; these are of whole files.
"""

from __future__ import annotations

from typing import NamedTuple

from convgen.faults.diagnostic import Code
from convgen.word.opc.package import W
from tests.word.editing import add, parts_of, replace, zipped
from tests.word.house import (
    FIRST_HEADER,
    HEADER,
    HOUSE,
    TYPES,
    WORD,
    annexes_under_titles,
    based,
    deeper_annexes,
    everywhere,
    field,
    in_header,
    link,
    links,
    moved,
    named,
    numbering,
    styles,
    taken_up,
)


class Edit(NamedTuple):
    """A faulty template, what is told of it, and one much like it that is sound."""

    faulty: bytes
    code: Code
    told: str
    neighbour: bytes = HOUSE


CUSTOM = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
    '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
)
DECIMAL = '<w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/>'
IMAGE = (
    '<w:r><w:t>Logo</w:t></w:r><w:r><w:drawing xmlns:a="a"><a:blip r:{}="rId99"/></w:drawing></w:r>'
)
PICTURE = add(in_header(IMAGE.format("embed")), "word/media/logo.png", b"\x89PNG")
TITLE, ENDS = "{{ titre }}", "{% endif %}"
MASKED = '<w:rPr><w:vanish w:val="{}"/></w:rPr>'
UNKNOWN_PART = f'<w:x xmlns:w="{W[1:-1]}"><w:{{}}/></w:x>'
START = '<w:startOverride w:val="{}"/>'
LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="{}"/></w:lvl>'
)
ONLY_ON_THE_FIRST_PAGE = everywhere(
    replace(HOUSE, "{{ titre }}", "Mairie", HEADER),
    FIRST_HEADER,
    ("{{ reference }}", "{{ reference }} {{ titre }}"),
    ("{%p if reference %}", "Mairie"),
    ("{%p endif %}", "Mairie"),
)
TO_EVEN = ('<w:headerReference w:type="first"', '<w:headerReference w:type="even"')

EDITS = {
    # styles
    "style of python": Edit(
        styles('"Gras italique"', '"Gras penché"'), Code.TEMPLATE_STYLE, "« Gras italique »"
    ),
    "table style": Edit(
        styles('"Tableau des signatures"', '"Autre"'),
        Code.TEMPLATE_STYLE,
        "« Tableau des signatures »",
    ),
    "masked style of a kind": Edit(
        named("Paragraphe", MASKED.format(1)),
        Code.TEMPLATE_STYLE,
        "« Paragraphe » masque son texte (paragraphe 6, corps du texte, genre « paragraphe »",
        named("Paragraphe", MASKED.format(0)),
    ),
    "masked by inheritance": Edit(
        named("Balise", MASKED.format(1), based("Formule", "Balise")),
        Code.TEMPLATE_STYLE,
        "« Formule » masque son texte",
        named("Balise", MASKED.format(1)),
    ),
    "masked style of python": Edit(
        named("Valeur", MASKED.format("true")),
        Code.TEMPLATE_STYLE,
        "« Valeur » masque son texte",
        named("Valeur", MASKED.format("false")),
    ),
    # numbers
    "no number": Edit(
        styles('<w:numPr><w:numId w:val="3"/></w:numPr>', ""),
        Code.TEMPLATE_STYLE,
        "« Annexe »",
        based("Annexe", "Heading2"),
    ),
    "number of another make": Edit(
        numbering(DECIMAL, DECIMAL.replace('"decimal"', '"ordinalText"')),
        Code.TEMPLATE_STYLE,
        "« heading 2 » du genre « article » numérote d’une façon que convgen ne sait pas calculer",
        numbering(DECIMAL, DECIMAL.replace('"decimal"', '"upperLetter"')),
    ),
    "number above of another make": Edit(
        numbering(DECIMAL, DECIMAL.replace('"decimal"', '"chicago"')),
        Code.TEMPLATE_STYLE,
        "« sous_article » numérote",
    ),
    "number of Word 2010": Edit(
        numbering('<w:numFmt w:val="upperRoman"/>', CUSTOM),
        Code.TEMPLATE_STYLE,
        "convgen ne sait pas calculer (custom)",
    ),
    "list without levels": Edit(
        numbering('<w:abstractNumId w:val="2"/>', '<w:abstractNumId w:val="9"/>'),
        Code.TEMPLATE_STYLE,
        "« Annexe » du genre « annexe » n’est lié à aucune numérotation",
    ),
    "article without a number": Edit(
        numbering("Article\u00a0%1", ""),
        Code.TEMPLATE_STYLE,
        "un renvoi n’aurait rien à dire",
        numbering("Titre\u00a0%1", ""),
    ),
    "article in another word": Edit(
        numbering("Article\u00a0%1", "Clause %1"),
        Code.TEMPLATE_STYLE,
        "« Clause 1 », qui ne se lit pas dans un renvoi (« l’Clause 1 »)",
        numbering("Article\u00a0%1", "§ %1"),
    ),
    "list taken up at another start": Edit(
        taken_up(START.format(5)),
        Code.TEMPLATE_STYLE,
        "la liste du genre « article » est reprise avec un autre départ",
        taken_up(START.format(1)),
    ),
    "list taken up with another label": Edit(
        taken_up(LEVEL.format("Article %1 bis")),
        Code.TEMPLATE_STYLE,
        "autre libellé, que convgen ne lit pas (paragraphe 12, corps du texte, genre « article »",
        taken_up(START.format(5), level=5),
    ),
    "numbers that start again unsaid": Edit(
        annexes_under_titles("Annexe %2"),
        Code.TEMPLATE_STYLE,
        "le genre « annexe » recommence à chaque « partie »",
        annexes_under_titles("Annexe %1-%2"),
    ),
    "numbers that LibreOffice starts again": Edit(
        annexes_under_titles("Annexe %1-%2", '<w:lvlRestart w:val="0"/>'),
        Code.TEMPLATE_STYLE,
        "sans y recommencer, ce que LibreOffice ignore",
        annexes_under_titles("Annexe %1-%2", '<w:lvlRestart w:val="1"/>'),
    ),
    "number of a level that nothing counts": Edit(
        deeper_annexes("Annexe %1.%2"),
        Code.TEMPLATE_STYLE,
        "imprime le numéro d’un niveau (%1) qu’aucun genre ne compte",
        deeper_annexes("Annexe %2"),
    ),
    "tables that count with articles": Edit(
        based("Tableau texte", "Heading2"),
        Code.TEMPLATE_STYLE,
        "« Tableau texte » compte dans la liste des titres ou des articles",
        styles(
            '<w:pPr><w:spacing w:before="50"',
            '<w:pPr><w:numPr><w:ilvl w:val="5"/><w:numId w:val="1"/></w:numPr>'
            '<w:spacing w:before="50"',
        ),
    ),
    # slots
    "no title": Edit(
        replace(HOUSE, "{{ titre }}", "x", HEADER),
        Code.TEMPLATE_BLOCK_MISSING,
        "{{ titre }}",
        replace(HOUSE, "{{ titre }}", "{{ titre }} {{ titre }}", HEADER),
    ),
    "title of some acts": Edit(
        replace(HOUSE, TITLE, "{% if reference %}" + TITLE + ENDS, HEADER),
        Code.TEMPLATE_TAG,
        "{{ titre }} ne s’imprimerait pas dans un acte sans référence (paragraphe 1, en-tête :",
        replace(HOUSE, TITLE, "{% if reference %}Acte" + ENDS + TITLE, HEADER),
    ),
    "title on no page": Edit(
        replace(ONLY_ON_THE_FIRST_PAGE, "<w:titlePg/>", ""),
        Code.TEMPLATE_TAG,
        "aucune page n’affiche cet en-tête ou ce pied de page",
        ONLY_ON_THE_FIRST_PAGE,
    ),
    "title on the even pages of none": Edit(
        replace(ONLY_ON_THE_FIRST_PAGE, *TO_EVEN),
        Code.TEMPLATE_TAG,
        "aucune page n’affiche",
        replace(
            replace(ONLY_ON_THE_FIRST_PAGE, *TO_EVEN),
            "<w:characterSpacingControl",
            "<w:evenAndOddHeaders/><w:characterSpacingControl",
            "word/settings.xml",
        ),
    ),
    # the outside
    "linked image": Edit(
        links(in_header(IMAGE.format("link")), "header1", "image", "https://x.fr/a.png"),
        Code.TEMPLATE_EXTERNAL,
        "vers « https://x.fr/a.png » (paragraphe 8, en-tête : « Logo »)",
        links(PICTURE, "header1", "image", "media/logo.png", mode=""),
    ),
    "link of nothing": Edit(
        link("hyperlink", "https://x.fr"),
        Code.TEMPLATE_EXTERNAL,
        "vers « https://x.fr » (corps du texte)",
        add(link("theme", "theme.xml", mode=""), "word/theme.xml", b"<a/>"),
    ),
    "attached template": Edit(
        links(HOUSE, "settings", "attachedTemplate", "file:///C:/a.dotm"),
        Code.TEMPLATE_EXTERNAL,
        "a.dotm",
    ),
    "embedding": Edit(
        add(HOUSE, "word/embeddings/a.xlsx", b"x"),
        Code.TEMPLATE_EXTERNAL,
        "objet incorporé (word/embeddings/a.xlsx)",
        add(HOUSE, "word/media/a.png", b"\x89PNG"),
    ),
    "embedding under another name": Edit(
        add(link("oleObject", "theme/a.xml", mode=""), "word/theme/a.xml", b"<a/>"),
        Code.TEMPLATE_EXTERNAL,
        "objet incorporé (word/theme/a.xml)",
        add(link("theme", "theme/a.xml", mode=""), "word/theme/a.xml", b"<a/>"),
    ),
    "binary": Edit(
        add(HOUSE, "word/a.bin", b"x"),
        Code.TEMPLATE_EXTERNAL,
        "a.bin",
        add(HOUSE, "word/printerSettings/printerSettings1.bin", b"x"),
    ),
    "field in another folder": Edit(
        moved(in_header(field(' INCLUDETEXT "a" ')), HEADER),
        Code.TEMPLATE_EXTERNAL,
        "INCLUDETEXT",
        moved(in_header(field(" PAGE ")), HEADER),
    ),
    "chunk in another folder": Edit(
        add(HOUSE, "ailleurs/a.xml", UNKNOWN_PART.format("altChunk").encode()),
        Code.TEMPLATE_EXTERNAL,
        "(altChunk) (ailleurs/a.xml)",
        add(HOUSE, "ailleurs/a.xml", UNKNOWN_PART.format("p").encode()),
    ),
    # active content
    "macro": Edit(add(HOUSE, "word/vbaProject.bin", b"x"), Code.TEMPLATE_ACTIVE_CONTENT, "macros"),
    "docm": Edit(
        replace(
            HOUSE,
            f"{WORD}.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            TYPES,
        ),
        Code.TEMPLATE_ACTIVE_CONTENT,
        "macros",
    ),
    "activex": Edit(
        add(HOUSE, "word/activeX/a.xml", b"<a/>"), Code.TEMPLATE_ACTIVE_CONTENT, "ActiveX"
    ),
    "control under another name": Edit(
        add(link("control", "theme/a.xml", mode=""), "word/theme/a.xml", b"<a/>"),
        Code.TEMPLATE_ACTIVE_CONTENT,
        "ActiveX",
    ),
    "add-in": Edit(
        add(HOUSE, "word/webextensions/taskpanes.xml", b"<a/>"),
        Code.TEMPLATE_ACTIVE_CONTENT,
        "complément",
    ),
    # the file itself
    "not a zip": Edit(b"bonjour", Code.TEMPLATE_UNREADABLE, "zip"),
    "empty": Edit(b"", Code.TEMPLATE_UNREADABLE, "zip"),
    "truncated": Edit(HOUSE[:-200], Code.TEMPLATE_UNREADABLE, "zip"),
    "other zip": Edit(zipped({"a.txt": b"x"}), Code.TEMPLATE_UNREADABLE, "pas un fichier Word"),
    "bad xml": Edit(
        add(HOUSE, "word/theme.xml", b"<a>"),
        Code.TEMPLATE_UNREADABLE,
        "est abîmé (word/theme.xml) : XML mal formé, ligne 1, colonne 4 : une balise n’est pas ref",
        add(HOUSE, "word/theme.xml", b"<a/>"),
    ),
    "xml of another kind of fault": Edit(
        add(HOUSE, "word/theme.xml", b"<a\n b></a>"),
        Code.TEMPLATE_UNREADABLE,
        "le modèle est abîmé (word/theme.xml) : XML mal formé, ligne 2, colonne 3",
        add(HOUSE, "word/theme.xml", b"<a\n b='c'></a>"),
    ),
    "dtd": Edit(
        add(HOUSE, "word/a.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'),
        Code.TEMPLATE_UNREADABLE,
        "DTD",
    ),
    "bomb": Edit(
        add(HOUSE, "word/a.dat", b"\0" * 5_000_000),
        Code.TEMPLATE_UNREADABLE,
        "bombe",
        add(HOUSE, "word/a.dat", b"\0" * 500_000),
    ),
    "traversal": Edit(add(HOUSE, "../a.xml", b"<a/>"), Code.TEMPLATE_UNREADABLE, "sort de"),
    "absolute": Edit(add(HOUSE, "/etc/a", b"x"), Code.TEMPLATE_UNREADABLE, "sort de"),
    "crowd": Edit(
        zipped(parts_of(HOUSE) | {f"word/{i}": b"" for i in range(600)}),
        Code.TEMPLATE_UNREADABLE,
        "plus de 512",
        zipped(parts_of(HOUSE) | {f"word/{i}": b"" for i in range(400)}),
    ),
    "dotx": Edit(
        replace(HOUSE, "document.main+xml", "template.main+xml", TYPES),
        Code.TEMPLATE_UNREADABLE,
        "document Word ordinaire",
    ),
}


NEIGHBOURS: dict[str, bytes] = {
    **{f"not {name}": edit.neighbour for name, edit in EDITS.items() if edit.neighbour != HOUSE},
    "guillemets outside a tag": replace(HOUSE, "Page ", "«\u00a0Page\u00a0» ", "word/footer1.xml"),
    "header table": replace(
        HOUSE,
        "</w:hdr>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{ reference }}</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl><w:p/></w:hdr>",
        HEADER,
    ),
    "article and a dash": numbering("Article\u00a0%1", "Article %1 –"),
    "bare number": numbering("Article\u00a0%1", "%1."),
    "a comment in the numbering": numbering("<w:num ", "<!--convgen--><w:num "),
}

"""Word templates made from the house style by one edit: each fault, and its sound neighbours."""

from __future__ import annotations

from convgen.diagnostics import Code
from tests.word.conftest import HOUSE_STYLE
from tests.word.editing import add, parts_of, replace, rewrite, zipped

HOUSE = HOUSE_STYLE.read_bytes()
TEXT = '<w:t xml:space="preserve">{}</w:t>'
POINT = TEXT.format("{{r bloc.texte }}") + "</w:r></w:p>"
LOOP = "{%p for bloc in blocs %}"
PARAGRAPH_IF = "{%p if bloc.genre == 'paragraphe' %}"
RELATIONS = "word/_rels/document.xml.rels"
HEADER = "word/header1.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def body(old: str, new: str) -> bytes:
    return replace(HOUSE, old, new)


def in_body(xml: str) -> bytes:
    return replace(HOUSE, "<w:body>", "<w:body>" + xml)


def numbering(old: str, new: str) -> bytes:
    return replace(HOUSE, old, new, "word/numbering.xml")


CUSTOM = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
    '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
)
DECIMAL = '<w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/>'


def link(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return replace(HOUSE, "</Relationships>", relation + "</Relationships>", RELATIONS)


def field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code[:4]}</w:instrText></w:r>"
        f"<w:r><w:instrText>{code[4:]}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def in_header(xml: str) -> bytes:
    return replace(HOUSE, "</w:hdr>", f"<w:p>{xml}</w:p></w:hdr>", HEADER)


FAULTY = {
    # tags that Word's own typing spoils
    "guillemets": (body("bandeau }}", "«\u00a0bandeau }}"), Code.TEMPLATE_TAG, "typographique"),
    "apostrophe": (body("'paragraphe'", "’paragraphe’"), Code.TEMPLATE_TAG, "typographique"),
    "nbsp": (body("{{r bloc", "{{r\u00a0bloc"), Code.TEMPLATE_TAG, "insécable"),
    "hyphen element": (
        body("{{ bandeau", "{{ ban</w:t><w:noBreakHyphen/><w:t>deau"),
        Code.TEMPLATE_TAG,
        "insécable",
    ),
    # tags unknown, unbalanced, misplaced
    "half tag": (body("{{ bandeau }}", "{{ bandeau }"), Code.TEMPLATE_TAG, "autre moitié"),
    "code": (body("{{ bandeau }}", "{{ ''.__class__ }}"), Code.TEMPLATE_TAG, "n’existe pas"),
    "filter": (body("{{ bandeau }}", "{{ bandeau|safe }}"), Code.TEMPLATE_TAG, "n’existe pas"),
    "bomb": (body(LOOP, "{%p for i in range(10**9) %}"), Code.TEMPLATE_TAG, "n’existe pas"),
    "comment": (body("{{ bandeau }}", "{# rien #}"), Code.TEMPLATE_TAG, "n’existe pas"),
    "genre": (body("'paragraphe'", "'paragraf'"), Code.TEMPLATE_TAG, "n’existe pas"),
    "no r": (body("{{r bloc.texte }}", "{{ bloc.texte }}"), Code.TEMPLATE_TAG, "n’existe pas"),
    "else": (body("{%p endif %}</w:t>", "{%p else %}</w:t>"), Code.TEMPLATE_TAG, "n’existe pas"),
    "unclosed": (body("{%p endfor %}", ""), Code.TEMPLATE_TAG, "jamais refermée"),
    "unopened": (body(LOOP, ""), Code.TEMPLATE_TAG, "n’est pas à sa place"),
    "title in body": (body("{{ bandeau }}", "{{ titre }}"), Code.TEMPLATE_TAG, "pas sa place"),
    "twice": (body("'point_2'", "'point'"), Code.TEMPLATE_TAG, "déjà son paragraphe"),
    "table as text": (
        body("{{p bloc.tableau }}", "{{r bloc.texte }}"),
        Code.TEMPLATE_TAG,
        "ne s’imprime pas",
    ),
    "split condition": (
        in_header("<w:r><w:t>{% if reference %}</w:t></w:r>"),
        Code.TEMPLATE_TAG,
        "même paragraphe",
    ),
    "hidden in a property": (body("<w:pPr>", "<w:pPr>{{"), Code.TEMPLATE_TAG, "hors du texte"),
    "hidden in an attribute": (
        replace(HOUSE, '<w:pStyle w:val="Header"/>', '<w:pStyle w:val="{{ titre }}"/>', HEADER),
        Code.TEMPLATE_TAG,
        "hors du texte",
    ),
    "layout table": (in_body("<w:tbl><w:tr/></w:tbl>"), Code.TEMPLATE_TAG, "tbl"),
    # text that docxtpl drops
    "beside p": (body(LOOP, "Ici " + LOOP), Code.TEMPLATE_TEXT_LOST, "disparaîtrait"),
    "beside r": (
        body("{{r bloc.texte }}", "{{r bloc.texte }}."),
        Code.TEMPLATE_TEXT_LOST,
        "disparaîtrait",
    ),
    "beside table": (
        body("{{p bloc.tableau }}", "Tableau {{p bloc.tableau }}"),
        Code.TEMPLATE_TEXT_LOST,
        "disparaîtrait",
    ),
    "two tags": (
        body("{{p bloc.tableau }}", "{{p bloc.tableau }}{{p bloc.tableau }}"),
        Code.TEMPLATE_TEXT_LOST,
        "disparaîtrait",
    ),
    "field beside": (
        body(POINT, TEXT.format("{{r bloc.texte }}") + "</w:r>" + field("PAGE") + "</w:p>"),
        Code.TEMPLATE_TEXT_LOST,
        "champ",
    ),
    "fixed text": (
        in_body("<w:p><w:r><w:t>Entre</w:t></w:r></w:p>"),
        Code.TEMPLATE_TEXT_LOST,
        "« Entre »",
    ),
    "page break": (
        in_body('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
        Code.TEMPLATE_TEXT_LOST,
        "saut",
    ),
    # styles
    "unknown style": (
        body('<w:pStyle w:val="Puce2"/>', '<w:pStyle w:val="Perdu"/>'),
        Code.TEMPLATE_STYLE,
        "« Perdu »",
    ),
    "style of python": (
        replace(HOUSE, '"Gras italique"', '"Gras penché"', "word/styles.xml"),
        Code.TEMPLATE_STYLE,
        "« Gras italique »",
    ),
    "table style": (
        replace(HOUSE, '"Tableau des signatures"', '"Autre"', "word/styles.xml"),
        Code.TEMPLATE_STYLE,
        "« Tableau des signatures »",
    ),
    "no number": (
        replace(HOUSE, '<w:numPr><w:numId w:val="3"/></w:numPr>', "", "word/styles.xml"),
        Code.TEMPLATE_STYLE,
        "« Annexe »",
    ),
    "number of another make": (
        numbering(DECIMAL, DECIMAL.replace('"decimal"', '"ordinalText"')),
        Code.TEMPLATE_STYLE,
        "« heading 2 » du genre « article » numérote d’une façon que convgen ne sait pas calculer",
    ),
    "number above of another make": (
        numbering(DECIMAL, DECIMAL.replace('"decimal"', '"chicago"')),
        Code.TEMPLATE_STYLE,
        "« sous_article » numérote",
    ),
    "number of Word 2010": (
        numbering('<w:numFmt w:val="upperRoman"/>', CUSTOM),
        Code.TEMPLATE_STYLE,
        "convgen ne sait pas calculer (custom)",
    ),
    "list without levels": (
        numbering('<w:abstractNumId w:val="2"/>', '<w:abstractNumId w:val="9"/>'),
        Code.TEMPLATE_STYLE,
        "« Annexe » du genre « annexe » n’est lié à aucune numérotation",
    ),
    "article without a number": (
        numbering("Article %1", ""),
        Code.TEMPLATE_STYLE,
        "un renvoi n’aurait rien à dire",
    ),
    "article in another word": (
        numbering("Article %1", "Clause %1"),
        Code.TEMPLATE_STYLE,
        "« Clause 1 », qui ne se lit pas dans un renvoi (« l’Clause 1 »)",
    ),
    # revisions
    "insertion": (
        in_header('<w:ins w:id="1" w:author="x"><w:r><w:t>x</w:t></w:r></w:ins>'),
        Code.TEMPLATE_TRACKED_CHANGE,
        "modifications suivies",
    ),
    "deletion": (
        in_body(
            '<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
        ),
        Code.TEMPLATE_TRACKED_CHANGE,
        "modifications suivies",
    ),
    "comment mark": (
        in_header('<w:commentRangeStart w:id="1"/>'),
        Code.TEMPLATE_TRACKED_CHANGE,
        "commentaires",
    ),
    "tracking": (
        replace(HOUSE, "<w:zoom", "<w:trackRevisions/><w:zoom", "word/settings.xml"),
        Code.TEMPLATE_TRACKED_CHANGE,
        "activé",
    ),
    # the outside
    "linked image": (link("image", "https://x.fr/a.png"), Code.TEMPLATE_EXTERNAL, "x.fr"),
    "attached template": (
        add(
            HOUSE,
            "word/_rels/settings.xml.rels",
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="r" Type="x/attachedTemplate" Target="file:///C:/a.dotm" '
            b'TargetMode="External"/></Relationships>',
        ),
        Code.TEMPLATE_EXTERNAL,
        "a.dotm",
    ),
    "chunk": (in_body('<w:altChunk xmlns:r="r"/>'), Code.TEMPLATE_EXTERNAL, "altChunk"),
    "ole": (in_header("<w:r><w:object/></w:r>"), Code.TEMPLATE_EXTERNAL, "object"),
    "embedding": (add(HOUSE, "word/embeddings/a.xlsx", b"x"), Code.TEMPLATE_EXTERNAL, "a.xlsx"),
    "include": (in_header(field(' INCLUDETEXT "a"')), Code.TEMPLATE_EXTERNAL, "INCLUDETEXT"),
    "picture": (in_header(field(' includePicture "a"')), Code.TEMPLATE_EXTERNAL, "INCLUDEPICTURE"),
    "dde": (in_header('<w:fldSimple w:instr=" DDEAUTO x"/>'), Code.TEMPLATE_EXTERNAL, "DDEAUTO"),
    # active content
    "macro": (add(HOUSE, "word/vbaProject.bin", b"x"), Code.TEMPLATE_ACTIVE_CONTENT, "macros"),
    "docm": (
        replace(
            HOUSE,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "[Content_Types].xml",
        ),
        Code.TEMPLATE_ACTIVE_CONTENT,
        "macros",
    ),
    "activex": (add(HOUSE, "word/activeX/a.xml", b"<a/>"), Code.TEMPLATE_ACTIVE_CONTENT, "ActiveX"),
    # missing blocks
    "no annexe": (
        body("{%p elif bloc.genre == 'annexe' %}", ""),
        Code.TEMPLATE_BLOCK_MISSING,
        "« annexe »",
    ),
    "no banner": (body("{{ bandeau }}", ""), Code.TEMPLATE_BLOCK_MISSING, "bandeau"),
    "no title": (
        replace(HOUSE, "{{ titre }}", "x", HEADER),
        Code.TEMPLATE_BLOCK_MISSING,
        "{{ titre }}",
    ),
    # the file itself
    "not a zip": (b"bonjour", Code.TEMPLATE_UNREADABLE, "zip"),
    "empty": (b"", Code.TEMPLATE_UNREADABLE, "zip"),
    "truncated": (HOUSE[:-200], Code.TEMPLATE_UNREADABLE, "zip"),
    "other zip": (zipped({"a.txt": b"x"}), Code.TEMPLATE_UNREADABLE, "pas un fichier Word"),
    "bad xml": (add(HOUSE, "word/theme.xml", b"<a>"), Code.TEMPLATE_UNREADABLE, "theme.xml"),
    "dtd": (
        add(HOUSE, "word/a.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'),
        Code.TEMPLATE_UNREADABLE,
        "DTD",
    ),
    "bomb zip": (add(HOUSE, "word/a.bin", b"\0" * 5_000_000), Code.TEMPLATE_UNREADABLE, "bombe"),
    "traversal": (add(HOUSE, "../a.xml", b"<a/>"), Code.TEMPLATE_UNREADABLE, "sort de"),
    "absolute": (add(HOUSE, "/etc/a", b"x"), Code.TEMPLATE_UNREADABLE, "sort de"),
    "crowd": (
        zipped(parts_of(HOUSE) | {f"word/{i}": b"" for i in range(600)}),
        Code.TEMPLATE_UNREADABLE,
        "plus de 512",
    ),
    "dotx": (
        replace(HOUSE, "document.main+xml", "template.main+xml", "[Content_Types].xml"),
        Code.TEMPLATE_UNREADABLE,
        "document Word ordinaire",
    ),
}


def scattered(xml: str) -> str:
    """What Word's spelling checker and bookmarks do to a tag."""
    return xml.replace(
        "{{r bloc.texte }}",
        '{{r</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> bloc'
        '</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        "<w:r><w:t>.texte }</w:t></w:r><w:r><w:t>}",
        1,
    )


NEIGHBOURS: dict[str, bytes] = {
    "guillemets outside a tag": replace(HOUSE, "Page ", "«\u00a0Page\u00a0» ", "word/footer1.xml"),
    "double quotes": body("'paragraphe'", '"paragraphe"'),
    "no spaces": body("bloc.genre == 'paragraphe'", "bloc.genre=='paragraphe'"),
    "split tag": rewrite(HOUSE, "word/document.xml", scattered),
    "empty line between tags": in_body("<w:p/>"),
    "inline condition": in_header(
        "<w:r><w:t>{% if reference %}Réf. {{ reference }}{% endif %}</w:t></w:r>"
    ),
    "page field": in_header(field(" PAGE ")),
    "header table": replace(
        HOUSE,
        "</w:hdr>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{ reference }}</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl><w:p/></w:hdr>",
        HEADER,
    ),
    "inner link": link("theme", "theme.xml", mode=""),
    "inherited numbering": replace(
        HOUSE,
        '<w:basedOn w:val="Normal"/><w:next w:val="Paragraphe"/><w:uiPriority w:val="6"/>',
        '<w:basedOn w:val="Heading2"/><w:uiPriority w:val="6"/>',
        "word/styles.xml",
    ),
    "article and a dash": numbering("Article %1", "Article %1 –"),
    "bare number": numbering("Article %1", "%1."),
    "sign and number": numbering("Article %1", "§ %1"),
    "part without a number": numbering("Titre %1", ""),
    "an image in the package": add(HOUSE, "word/media/image1.png", b"\x89PNG"),
}

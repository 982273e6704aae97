"""The tags of a Word template, each by itself: readable, known, where docxtpl can fill them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import KNOWN_TAGS, Finding, shortened
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.charte.template_tags import (
    GENRE_TEST,
    HALF_TAG,
    UNREADABLE,
    Meaning,
    Paragraph,
    Tag,
    tags_in,
)
from convgen.word.opc.package import Element, W
from convgen.word.vocabulary import GENRES, ROOT_SLOTS

_AROUND_RUNS = tuple(
    W + name
    for name in ("hyperlink", "sdt", "fldSimple", "smartTag", "customXml", "ins", "dir", "bdo")
)
_RETYPE = (
    "retapez la balise avec des apostrophes droites et des espaces ordinaires "
    "(Ctrl+Z juste après la frappe annule la correction automatique de Word)"
)
_KNOWN = (
    *("{%p for bloc in blocs %}", "{%p endfor %}", "{%p endif %}"),
    *("{{r bloc.texte }}", "{{p bloc.tableau }}"),
    *(f"{{{{ {slot} }}}}" for slot in ROOT_SLOTS),
    *(f"{{%p if {slot} %}}" for slot in ROOT_SLOTS),
    *(f"{{%p elif bloc.genre == '{genre}' %}}" for genre in GENRES),
)


def _letters(tag: str) -> str:
    return "".join(filter(str.isalnum, tag)).casefold()


_BY_LETTERS = {_letters(tag)[skipped:]: tag for skipped in (1, 0) for tag in _KNOWN}


def check_tags(part: InspectedPart) -> Iterator[Finding]:
    """Faults of each tag by itself, and of where it stands."""
    for paragraph in part.paragraphs:
        if not paragraph.tags:
            continue
        for tag in dict.fromkeys(paragraph.tags):
            if reason := _unreadable(tag):
                yield part.fault(Code.TEMPLATE_TAG, paragraph, *reason)
        for reason in _misplaced(paragraph):
            yield part.fault(Code.TEMPLATE_TAG, paragraph, *reason)


def _unreadable(tag: Tag) -> tuple[str, str] | None:
    written = shortened(tag.written)
    match tag.meaning:
        case Meaning.TYPOGRAPHY:
            message = (
                f"la balise {written} contient un guillemet, une apostrophe typographique, une "
                "espace insécable, un tiret insécable ou un signe invisible : elle serait vidée "
                "ou mal lue"
            )
            return message, _RETYPE
        case Meaning.STRAY:
            return f"« {written} » ouvre ou ferme une balise dont l’autre moitié manque", KNOWN_TAGS
        case Meaning.UNKNOWN:
            return f"la balise {written} n’existe pas", _way_out(tag)
        case _:
            return None


def _way_out(tag: Tag) -> str:
    inside = " ".join(tag.written[2:-2].removeprefix("p ").split())
    if GENRE_TEST.fullmatch(inside):
        return f"les genres de bloc sont : {', '.join(GENRES)}"
    letters = _letters(tag.written)  # « {{ bloc.texte }} » lacks but its r
    near = _BY_LETTERS.get(letters) or _BY_LETTERS.get(letters[1:])
    return f"écrivez {near}" if near else KNOWN_TAGS


def _misplaced(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    ancestors = {node.tag for node in paragraph.node.iterancestors()}
    if W + "txbxContent" in ancestors:
        yield (
            "une balise se trouve dans une zone de texte, où elle ne peut pas être remplie",
            "déplacez-la dans un paragraphe ordinaire",
        )
    if any(tag.scope for tag in paragraph.tags):
        if W + "tc" in ancestors:
            yield (
                "une balise de paragraphe ({%p ou {{p ou {{r) ne peut pas être dans un tableau",
                "sortez-la du tableau, ou écrivez {% if reference %} sans « p »",
            )
        return
    if any(tag.meaning in UNREADABLE for tag in paragraph.tags):
        return
    if _depth(paragraph.tags):
        yield (
            "une condition commence et finit dans le même paragraphe, ou bien s’écrit {%p",
            KNOWN_TAGS,
        )
    elif any(map(_is_cut, paragraph.node.iterdescendants(*_AROUND_RUNS))):
        yield (
            "une balise est à cheval sur un lien, un champ ou un contrôle de contenu",
            "placez-la tout entière dedans ou dehors, sa condition avec elle",
        )


def _depth(tags: Iterable[Tag]) -> int:
    """How many conditions of a line stay open; below zero when one closes too soon."""
    depth = 0
    for tag in tags:
        if tag.is_control and not tag.scope:
            depth += 1 if tag.opens else -1
        if depth < 0:
            break
    return depth


def _is_cut(wrapper: Element) -> bool:
    """True when a tag, or a condition, is half inside an element that holds runs."""
    tags = tags_in("".join(node.text or "" for node in wrapper.iter(W + "t")))
    return bool(_depth(tags)) or any(tag.meaning is Meaning.STRAY for tag in tags)


def check_hidden_tags(part: InspectedPart) -> Iterator[Finding]:
    """Tags where nobody sees them: in a description of an image, an attribute, a comment."""
    seen = sum(len(HALF_TAG.findall(node.text or "")) for node in part.root.iter(W + "t"))
    if len(HALF_TAG.findall(etree.tostring(part.root, encoding="unicode"))) == seen:
        return
    for node in part.root.iter():
        text = node.text if node.tag != W + "t" else ""
        for written in (text, node.tail, *node.attrib.values()):
            if HALF_TAG.search(written or ""):
                yield part.fault(
                    Code.TEMPLATE_TAG,
                    node,
                    f"une balise se trouve hors du texte : « {shortened(str(written).strip())} »",
                    "cherchez-la dans les textes de remplacement des images et les champs",
                )

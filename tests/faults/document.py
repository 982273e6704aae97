"""The pages of the catalogue in one document: `docs/fautes.md`."""

from __future__ import annotations

import re
from pathlib import Path

from convgen.faults.catalogue import FAMILIES, Page, all_pages

DOCUMENT = Path(__file__).parents[2] / "docs" / "fautes.md"
_HEAD = """\
# Les fautes

convgen dit ce qui ne va pas par un code, à sa place, avec une façon d’en sortir. Voici la page de chaque code : `convgen explain CODE` la montre aussi, `convgen explain` les liste.

Un exemple ne montre que les lignes utiles d’une fiche ou d’une bibliothèque par ailleurs complète. Un commentaire y annonce la faute, avec des mots de son message. Une ligne `=== fichier` commence un autre fichier.
"""  # noqa: E501 - a paragraph of Markdown is one line
_HEADING = re.compile(r"^#(?=#* )", re.MULTILINE)
_FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)


def as_document() -> str:
    """Every page in one Markdown document, under a table of contents by family."""
    pages = list(all_pages())
    contents = "\n".join(
        f"\n**{name}**\n\n" + "".join(_entry(page) for page in pages if page.family == name)
        for name in FAMILIES.values()
    )
    return "\n".join((_HEAD, f"{contents.strip()}\n", *(_below(page.markdown) for page in pages)))


def _entry(page: Page) -> str:
    heading = re.sub(r"[^\w\s-]", "", f"{page.code} : {page.title}".lower()).replace(" ", "-")
    return f"- [{page.code}](#{heading}) {page.title}\n"


def _below(markdown: str) -> str:
    """The same text, its headings one level lower; what stands in a block is no heading."""
    parts = _FENCED.split(markdown)
    return "".join(part if part.startswith("```") else _HEADING.sub("##", part) for part in parts)

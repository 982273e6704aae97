"""The catalogue of faults: one page a code, in the folder `pages`.

A page is Markdown: its title, what the fault is, why it matters, an example with its message,
the same example mended. `convgen explain`, the documentation, the reports for programs and the
tests are all made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code

FAMILIES: Final[Mapping[str, str]] = {
    "CG0": "Lire un fichier",
    "CG1": "Les valeurs d’une fiche",
    "CG2": "La bibliothèque",
    "CG3": "Les valeurs entre elles",
    "CG4": "Les modèles Word",
    "CG5": "Le fichier écrit",
}
"""What the codes of a family are about, by their first three characters."""

PAGES: Final = Path(__file__).with_name("pages")
_TITLE = re.compile(r"# (?P<code>CG\d{3}) : (?P<title>.+)")
_HIDDEN = re.compile(r"<!--.*?-->\n?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a code: `text` is Markdown, without the title."""

    code: Code
    title: str
    text: str

    @property
    def family(self) -> str:
        """What the codes around it are about."""
        return FAMILIES[self.code[:3]]

    @property
    def summary(self) -> str:
        """The paragraph that says what the fault is, on one line."""
        return " ".join(self.text.split("\n\n", 1)[0].split())

    @property
    def markdown(self) -> str:
        """The whole page, without what is meant for tests alone."""
        return f"# {self.code} : {self.title}\n\n{_HIDDEN.sub('', self.text)}"


def page_of(code: Code) -> Page:
    """The page of a code. Raises ConvgenError when the installation lacks it."""
    file = PAGES / f"{code}.md"
    try:
        first, _, rest = file.read_text(encoding="utf-8").partition("\n")
    except OSError:
        raise ConvgenError(f"l’installation est incomplète : la page {code} n’y est pas") from None
    title = _TITLE.fullmatch(first)
    if title is None or title["code"] != code:
        raise ConvgenError(f"la page {code} ne commence pas par « # {code} : … »")
    return Page(code, title["title"], rest.strip("\n") + "\n")


def all_pages() -> Iterator[Page]:
    """The page of every code, in order."""
    return map(page_of, Code)

"""A commented case of a programme, to fill.

What explains starts with « ## »; a key that may be left out with « # », where it would stand:
taking this sign away, from one line or from a whole group, leaves valid YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from textwrap import wrap

from convgen.authoring.outline import COMMON, Part, outline_of, sentence
from convgen.french.characters import NBSP
from convgen.library.programme import Programme, SectionKind
from convgen.model.convention import SLOTS
from convgen.yaml.quoting import as_yaml

_WIDTH, _SHORT = 80, 40
_EXPLAINS, _LEFT_OUT, _STEP = "## ", "# ", "  "
_FIRST, _LAST = ("programme", "parties"), ("signature", "clauses_particulieres", COMMON.key)


def commented_case(programme: Programme) -> str:
    """The text of a case to fill: every key that a case of this programme may have, explained."""
    model = programme.model([paths[0] for paths in programme.one_of])
    page = _Page(programme, {path: paths for paths in programme.one_of for path in paths})
    lines = list(_header(programme))
    for part in sorted(outline_of(model, programme.natures), key=_rank):
        lines += ["", *page.lines(part, part.key, _WIDTH)]
    return "\n".join(lines) + "\n"


def _header(programme: Programme) -> Iterator[str]:
    schema = f"{programme.name}.schema.json"
    yield f"# yaml-language-server: $schema=./{schema}"
    yield from _remark(
        "Pour qu’un éditeur guide la saisie, placez à côté de cette fiche le schéma que donne :",
        _WIDTH,
    )
    yield f"{_EXPLAINS}  convgen schema {programme.name} > {schema}"
    if programme.description:
        yield _EXPLAINS.rstrip()
        yield from _remark(programme.description, _WIDTH)
    yield _EXPLAINS.rstrip()
    yield from _remark(
        "Écrivez chaque valeur après son « : ». Une ligne « ## » explique celle qui la suit. Une "
        "ligne « # » porte une clé facultative : pour la remplir, retirez ce signe et l’espace "
        "qui le suit, sur chaque ligne d’un groupe. Une clé qui reste vide est à compléter.",
        _WIDTH,
    )


def _rank(part: Part) -> tuple[int, ...]:
    """Required keys first, those of the programme before the slots of any convention."""
    if part.key in _FIRST:
        return 0, _FIRST.index(part.key)
    if part.key in _LAST:
        return 2, _LAST.index(part.key)
    return 1, not part.stands, part.key in SLOTS


@dataclass(frozen=True, slots=True)
class _Page:
    """The case of a programme; `rivals` are, for a path, those of which a case has only one."""

    programme: Programme
    rivals: Mapping[str, tuple[str, ...]]

    def lines(self, part: Part, path: str, room: int) -> Iterator[str]:
        """A key with what explains it, in `room` columns."""
        yield from _remark(self._explanation(part, path), room)
        if part.stands:
            yield from self._standing(part, path, room)
        else:
            for line in self._standing(part, path, room - len(_LEFT_OUT)):
                yield _LEFT_OUT + line

    def _explanation(self, part: Part, path: str) -> str:
        joint = ", " if part.options else " : "
        said = [sentence(joint.join(filter(None, (part.label, part.how)))), *part.remarks]
        if path in self.rivals:
            paths = " ou ".join(f"« {rival} »" for rival in self.rivals[path])
            said.append(f"Une fiche n’a que l’une de ces clés : {paths}.")
        if part.example:
            example = as_yaml(part.example)
            held = example.replace(" ", NBSP) if len(example) <= _SHORT else example
            said.append(f"Exemple :{NBSP}{held}")
        return " ".join(said)

    def _standing(self, part: Part, path: str, room: int) -> Iterator[str]:
        if path == "programme":
            yield f"{part.key}: {as_yaml(self.programme.name)}"
            return
        yield f"{part.key}:"
        for line in self._inside(part, path, room - len(_STEP)):
            yield (_STEP + line).rstrip()

    def _inside(self, part: Part, path: str, room: int) -> Iterable[str]:
        if path == "clauses_particulieres":
            return self._changes(part.parts, room)
        if part.many:
            return _item(self._group(part.parts, path, room - len(_STEP)))
        return self._group(part.parts, path, room)

    def _group(self, parts: Iterable[Part], path: str, room: int) -> Iterator[str]:
        for index, part in enumerate(sorted(parts, key=lambda part: not part.stands)):
            if part.role and index:
                yield ""
            yield from self.lines(part, f"{path}.{part.key}", room)

    def _changes(self, parts: Iterable[Part], room: int) -> Iterator[str]:
        """What a particular clause may do, an example of each, from the plan."""
        by_key = {part.key: part for part in parts}
        examples = _examples(self.programme)
        for title, keys in _CHANGES.items():
            yield from _remark(title, room)
            shown = (
                replace(by_key[key], required=True, example=examples.get(key, by_key[key].example))
                for key in keys
            )
            yield from _item(self._group(shown, "", room - len(_STEP)))


_CHANGES = {
    "Remplacer une clause du plan.": ("remplace", "motif", "texte"),
    "Retirer une clause du plan.": ("retire", "motif"),
    "Ajouter une clause à un article.": ("ajoute", "dans", "motif", "texte"),
}


def _examples(programme: Programme) -> dict[str, str]:
    """Clauses and articles that every act of the programme has, from the last."""
    articles = [
        spec
        for spec in programme.sections
        if spec.kind is SectionKind.ARTICLE and not spec.condition
    ]
    uses = (use for spec in reversed(articles) for use in reversed(spec.clauses))
    clauses = dict.fromkeys(use.clause for use in uses if not use.condition)
    found = dict(zip(("remplace", "retire"), clauses, strict=False))
    return found | ({"dans": articles[-1].key} if articles else {})


def _item(lines: Iterable[str]) -> list[str]:
    """The lines of an element of a list, its dash before the first key that stands."""
    item = [_STEP + line for line in lines]
    for index, line in enumerate(item):
        if not line.lstrip().startswith("#"):
            item[index] = f"- {line.removeprefix(_STEP)}"
            return item
    return ["-", *item]


_HELD = re.compile(r"(?<=«) | (?=[»:;?!])")


def _remark(text: str, room: int) -> Iterator[str]:
    """Some lines of explanation, in `room` columns; a short example stays on one line."""
    for line in wrap(
        _HELD.sub(NBSP, text),
        room - len(_EXPLAINS),
        break_long_words=False,
        break_on_hyphens=False,
    ):
        yield _EXPLAINS + line.replace(NBSP, " ")

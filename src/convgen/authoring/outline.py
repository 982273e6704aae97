"""What the cases of a programme may hold, key by key, read from their model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, Discriminator, Tag

from convgen.case.common import KEY as COMMON_KEY
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT
from convgen.kinds.choice import ChoiceKind
from convgen.model.convention import Convention
from convgen.model.party import DEDUCED, NATURES, SPARED_BY
from convgen.yaml.quoting import as_yaml, first_item

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class Part:
    """One key of a case.

    A plain value has a `kind`, a choice `options` (key to words), a group `parts`; `many` is
    for a list of such, `role` for what one party holds, or several. `example` is that of one
    element. `exempt` are the natures of a party that may do without a required key,
    `spared_by` the key beside it that tells it; `deduced` says that others may.
    """

    key: str
    label: str
    required: bool = True
    help: str = ""
    example: str = ""
    kind: Kind[Any] | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    many: bool = False
    role: bool = False
    exempt: tuple[str, ...] = ()
    spared_by: str = ""
    deduced: bool = False

    @property
    def stands(self) -> bool:
        """Is it a key that a case usually has?"""
        return self.required and not self.deduced

    @property
    def how(self) -> str:
        """How it is written, in French; empty for a group."""
        each = "un tiret « - » par élément"
        if self.role:
            plural = self.label.casefold().startswith("les ")  # one name for several parties
            return f"une partie, ou plusieurs en liste, {each}" if plural else "une partie"
        one = f"au choix : {_told(self.options)}" if self.options else ""
        one = self.kind.words if self.kind is not None else one
        if self.many:
            return f"liste ({one}), {each}" if one else f"liste, {each}"
        return one

    @property
    def remarks(self) -> tuple[str, ...]:
        """What else there is to say of it, each a sentence in French."""
        natures = ", ".join(self.exempt)
        without = f"la clé peut être retirée pour : {natures}" if natures else ""
        told = f"il se déduit de « {self.spared_by} », si cette clé est donnée"
        remarks = (self.help, without, told if self.spared_by else "")
        return tuple(sentence(remark) for remark in remarks if remark)


def sentence(text: str) -> str:
    """A text with a capital and, unless it has its own end, a full stop.

    >>> sentence("neuf chiffres"), sentence("Lequel ?")
    ('Neuf chiffres.', 'Lequel ?')
    """
    end = "" if text.endswith((".", "!", "?", "…")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def _told(options: Mapping[str, str]) -> str:
    """The options, with their words in the act where these say more."""
    says_more = {as_yaml(key): words for key, words in options.items() if words != key}
    if len(set(says_more.values())) < len(options):
        return ", ".join(map(as_yaml, options))
    return " ; ".join(f"{key} ({words})" for key, words in says_more.items())


COMMON = Part(
    COMMON_KEY,
    "fichier commun",
    required=False,
    help="ce que plusieurs fiches partagent, dans un fichier que celle-ci complète",
    example="../_communs/notre-service.yaml",
    kind=Kind(
        type=str,
        words="chemin depuis le dossier de la fiche",
        read=str,
        schema=TEXT,
        printed=None,
    ),
)


def outline_of(
    model: type[Convention], natures: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Part, ...]:
    """The keys that a case may have, in the order of its model; `commun` comes last.

    `natures` are those that a party of a role may have, where not all.
    """
    admitted = (part for part in _parts(model) if part.key in model.admitted)
    return (*(_with_natures(part, natures or {}) for part in admitted), COMMON)


def _with_natures(part: Part, natures: Mapping[str, tuple[str, ...]]) -> Part:
    """The parties, each offered the natures that its role admits, or a part as it is."""
    if part.key != "parties":
        return part
    return replace(part, parts=tuple(_kept_for(role, natures.get(role.key)) for role in part.parts))


def _kept_for(role: Part, natures: tuple[str, ...] | None) -> Part:
    def offered(part: Part) -> Part:
        if natures is None or part.key != "nature":
            return part
        return replace(part, options={key: part.options[key] for key in natures})

    return replace(role, parts=tuple(map(offered, role.parts)))


def _parts(model: type[BaseModel]) -> tuple[Part, ...]:
    return tuple(_part(key, info) for key, info in model.model_fields.items())


def _part(key: str, info: FieldInfo) -> Part:
    held = _held(info.annotation)
    many = get_origin(held.bare) is tuple
    one = _held(get_args(held.bare)[0]) if many else held
    role = get_origin(one.bare) is Union
    parts = _party(one) if role else _group(one)
    kind = next((mark for mark in one.marks if isinstance(mark, Kind)), None)
    options = kind.options if isinstance(kind, ChoiceKind) else {}
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    written = next(iter(info.examples or ()), kind.example if kind is not None else "")
    return Part(
        key=key,
        label=info.title or key,
        required=info.is_required(),
        help=info.description or "",
        example=first_item(written) if many else written,
        kind=None if options else kind,
        options=options,
        parts=parts,
        many=many and not role,
        role=role,
        spared_by=str(extra.get(SPARED_BY, "")),
        deduced=DEDUCED in extra,
    )


class _Held(NamedTuple):
    """A type, and what stands beside it in its annotation."""

    bare: Any
    marks: tuple[Any, ...]


def _held(annotation: Any) -> _Held:
    """What `Known` or `Optionally` wraps: the first member of their union."""
    return _opened(get_args(_opened(annotation).bare)[0])


def _opened(annotation: Any) -> _Held:
    if get_origin(annotation) is not Annotated:
        return _Held(annotation, ())
    bare, *marks = get_args(annotation)
    return _Held(bare, tuple(marks))


def _group(one: _Held) -> tuple[Part, ...]:
    is_group = isinstance(one.bare, type) and issubclass(one.bare, BaseModel)
    return _parts(one.bare) if is_group else ()


def _party(one: _Held) -> tuple[Part, ...]:
    """The keys of a party, with the natures that may do without each."""
    usual, *_ = models = {
        mark.tag: member.bare
        for member in map(_opened, get_args(one.bare))
        for mark in member.marks
        if isinstance(mark, Tag)
    }
    tag_of: Any = next(m.discriminator for m in one.marks if isinstance(m, Discriminator))
    return tuple(
        replace(
            part,
            exempt=tuple(
                nature
                for nature in NATURES
                if part.required
                and not models[tag_of({"nature": nature})].model_fields[part.key].is_required()
            ),
        )
        for part in _parts(models[usual])
    )

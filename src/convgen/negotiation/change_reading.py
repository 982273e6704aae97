"""`clauses_particulieres` of a case become changes, or faults at their place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from convgen.faults.diagnostic import Code, Diagnostic, Span, suggestion
from convgen.language.expressions import Read, parts_of
from convgen.library.plan_reading import CLAUSE_NAME, SECTION_KEY
from convgen.library.programme import ClauseUse, Programme, SectionKind, SectionSpec
from convgen.library.store import Library
from convgen.model.absent import Absent
from convgen.model.convention import Convention
from convgen.model.negotiated import ParticularClause
from convgen.negotiation.changes import Action, Change, Changes
from convgen.negotiation.own_texts import OwnText, Placement, absent_text, read_own, take_clause
from convgen.yaml.nodes import MappingNode, ScalarNode, locate
from convgen.yaml.text_place import place_of

_TAKES = {
    Action.REPLACES: frozenset({"texte", "clause"}),
    Action.REMOVES: frozenset[str](),
    Action.ADDS: frozenset({"texte", "clause", "dans", "apres", "intitule"}),
}


def read_changes(
    library: Library, programme: Programme, case: Convention, root: MappingNode
) -> Changes:
    """Read the particular clauses of a case, whose YAML is `root`. Faults are in the result."""
    written = case.clauses_particulieres
    changes = Changes()
    if not isinstance(written, tuple):
        return changes
    items = [item for item in written if isinstance(item, ParticularClause)]
    articles = [item.ajoute for item in items if item.intitule and isinstance(item.ajoute, str)]
    for index, item in enumerate(written):
        if isinstance(item, ParticularClause):
            reader = _Reader(library, programme, root, index, item, articles, changes)
            change = reader.change()
            if change is not None:
                changes.all.append(change)
    return changes


@dataclass(slots=True)
class _Reader:
    library: Library
    programme: Programme
    root: MappingNode
    index: int
    item: ParticularClause
    articles: list[str]  # that the case adds, this one included
    changes: Changes

    def change(self) -> Change | None:
        given = [action for action in Action if getattr(self.item, action) is not None]
        if len(given) != 1:
            message = f"une clause particulière a une seule de ces clés : {', '.join(Action)}"
            self._fault(message, "", "gardez-en une" if given else "ajoutez celle qui convient")
            return None
        (action,) = given
        target, reason = getattr(self.item, action), self.item.motif
        if isinstance(target, Absent) or self._has_superfluous(action):
            return None
        sound = self._fits_name(target) if action is Action.ADDS else self._is_planned(target)
        if not sound or (action is Action.ADDS and not self._has_a_place()):
            return None
        text = None if action is Action.REMOVES else self._incoming(action, target)
        if text is None and action is not Action.REMOVES:
            return None
        if text is not None:
            self.changes.faults += text.faults
        return Change(
            action=action,
            target=target,
            reason="" if isinstance(reason, Absent) else reason,
            span=self._span(action),
            text=text,
            place=self._text("dans") or self._text("apres"),
            title=self._text("intitule"),
            undefined=frozenset() if action is Action.ADDS else self._defined_by(target),
        )

    def _defined_by(self, name: str) -> frozenset[str]:
        """The terms that a clause defines: those that it names, or each party's in turn."""
        clause, _ = self.library.clause(name, self._span())
        reads = parts_of(clause.program, Read) if clause else ()
        paths = (read.path.rpartition(".") for read in reads)
        named = {owner for owner, _, form in paths if form == "definition"}
        words = set(self.programme.words)
        return frozenset(named & words | (set(self.programme.roles) if named - words else set()))

    def _text(self, key: str) -> str:
        value = getattr(self.item, key)
        return value if isinstance(value, str) else ""

    def _span(self, key: str = "") -> Span:
        return locate(self.root, ("clauses_particulieres", self.index, *filter(None, (key,)))).span

    def _fault(self, message: str, key: str, way_out: str) -> None:
        fault = Diagnostic(Code.PARTICULAR_CLAUSE, message, self._span(key), way_out)
        self.changes.faults.append(fault)

    def _has_superfluous(self, action: Action) -> bool:
        extra = sorted(
            k for k in _TAKES[Action.ADDS] - _TAKES[action] if getattr(self.item, k) is not None
        )
        for key in extra:
            self._fault(f"« {key} » est sans effet avec « {action} »", key, "retirez cette clé")
        return bool(extra)

    def _is_planned(self, target: str) -> bool:
        """Is it a clause of the programme, that no other change touches?"""
        key = "remplace" if self.item.remplace is not None else "retire"
        names = {use.clause for _, use in self.programme.uses()}
        if key == "retire" and any(use is spec.block for spec, use in self._uses_of(target)):
            message = "sans cette clause, l’acte n’a pas de place pour les signatures"
            self._fault(message, key, "remplacez-la plutôt")
            return False
        if target not in names:
            otherwise = "« convgen show » donne les clauses de cet acte"
            way_out = suggestion(target, names, otherwise)
            self._fault(f"la clause « {target} » n’est pas au plan", key, way_out)
            return False
        if any(c.target == target for c in self.changes.all if c.action is not Action.ADDS):
            message = f"la clause « {target} » est déjà remplacée ou retirée"
            self._fault(message, key, "gardez une seule clause particulière pour elle")
            return False
        return True

    def _uses_of(self, clause: str) -> list[tuple[SectionSpec, ClauseUse]]:
        return [(spec, use) for spec, use in self.programme.uses() if use.clause == clause]

    def _fits_name(self, target: str) -> bool:
        if not SECTION_KEY.fullmatch(target):
            way_out = "minuscules sans accent, chiffres et traits d’union : assurance"
            self._fault(f"ce nom de clause ne convient pas : « {target} »", "ajoute", way_out)
            return False
        taken = {c.target for c in self.changes.all if c.action is Action.ADDS}
        if target in taken | {spec.key for spec in self.programme.sections}:
            self._fault(f"« {target} » est déjà pris", "ajoute", "choisissez un autre nom")
            return False
        return True

    def _has_a_place(self) -> bool:
        """`dans` an article, `apres` a clause, or, with a title, `apres` an article."""
        keys = [key for key in ("dans", "apres") if getattr(self.item, key) is not None]
        if len(keys) != 1:
            way_out = (
                "« dans: article » (à sa fin), « apres: thème/clause », "
                "ou « apres: article » et « intitule: … »"
            )
            self._fault("une clause ajoutée a une place, et une seule", "ajoute", way_out)
            return False
        (key,) = keys
        name = self._text(key)
        new_article = key == "apres" and "/" not in name
        if new_article != (self.item.intitule is not None):
            message = "« intitule » va avec « apres: article », pour un nouvel article"
            way_out = "ajoutez « intitule: … » ; pour compléter l’article, écrivez « dans »"
            self._fault(message, key, way_out if new_article else "retirez « intitule »")
            return False
        if "{" in self._text("intitule"):
            self._fault("un intitulé est un texte seul, sans valeur", "intitule", "retirez-la")
            return False
        return self._stands(key, name)

    def _stands(self, key: str, name: str) -> bool:
        """Is there such an article, or such a clause, at the plan?"""
        if "/" in name and key == "apres":
            uses = (use for spec in self.programme.sections for use in spec.clauses)
            what, names = "de clause", [use.clause for use in uses]
        else:
            fits = _receives if key == "dans" else _is_article
            what = "d’article"
            names = [spec.key for spec in self.programme.sections if fits(spec)]
        if name and name not in names:
            way_out = suggestion(name, names, f"au choix : {', '.join(dict.fromkeys(names))}")
            self._fault(f"le plan n’a pas {what} « {name} »", key, way_out)
        return name in names

    def _incoming(self, action: Action, target: str) -> OwnText | None:
        """The text that comes in: written in the case, or a clause of the library."""
        keys = [key for key in ("texte", "clause") if getattr(self.item, key) is not None]
        if len(keys) != 1:
            way_out = "« texte: | » et le texte dessous, ou « clause: thème/clause »"
            self._fault("une clause particulière a un texte, et un seul", action, way_out)
            return None
        (key,) = keys
        name = f"{target} (clause particulière)"
        given, where = getattr(self.item, key), self._use(action, target)
        if isinstance(given, Absent):
            return absent_text(name, given, self._span(key))
        if key == "clause":
            return self._from_library(given, where)
        node = locate(self.root, ("clauses_particulieres", self.index, "texte")).value
        assert isinstance(node, ScalarNode)
        return read_own(name, given, place_of(node), where)

    def _use(self, action: Action, target: str) -> Placement:
        """How the plan uses the clause that is replaced, or would use the new one."""
        if action is Action.REPLACES:
            spec, use = self._uses_of(target)[0]
            here = replace(use, span=self._span(action), places={})
            replaced, _ = self.library.clause(target, use.span)
            parameters = replaced.parameters if replaced else {}
            block = use is spec.block
            return Placement(self.programme, here, spec.kind, block, self.articles, parameters)
        kind = self._kind_of_place()
        new = ClauseUse(target, self._span("ajoute"))
        return Placement(self.programme, new, kind, more=self.articles)

    def _kind_of_place(self) -> SectionKind:
        """The kind of section that receives a new clause."""
        place = self._text("dans") or self._text("apres")
        kinds = {use.clause: spec.kind for spec, use in self.programme.uses()}
        kinds |= {spec.key: spec.kind for spec in self.programme.sections}
        return kinds.get(place, SectionKind.ARTICLE)

    def _from_library(self, name: str, where: Placement) -> OwnText | None:
        if not CLAUSE_NAME.fullmatch(name):
            self._fault(f"nom de clause illisible : « {name} »", "clause", "« thème/clause »")
            return None
        clause, faults = self.library.clause(name, self._span("clause"))
        if clause is None:
            self.changes.faults += faults
            return None
        return take_clause(clause, where)


def _receives(spec: SectionSpec) -> bool:
    return spec.can_be_referred_to and spec.text is None


def _is_article(spec: SectionSpec) -> bool:
    return spec.kind is SectionKind.ARTICLE

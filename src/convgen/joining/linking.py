"""What the cases that a case joins (`fiche:`) tell is laid under what it writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from convgen.assembly.interpreter import Mentions
from convgen.case.attachments import CaseFiles
from convgen.case.passes import Deduced, Fact, PartialCase, Pass
from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.french.designation import Designation
from convgen.french.reading import read_integer
from convgen.joining.merging import conflict_fault, is_empty, merge_under, same_value
from convgen.joining.persons import first_party, same_person, with_persons
from convgen.joining.told import A_CIRCLE, CaseSummary, SummaryReader, Untold
from convgen.model.amendment import EarlierAmendment, InitialConvention
from convgen.model.convention import Convention
from convgen.model.deliberation import Subject
from convgen.model.shape import shape_at
from convgen.yaml.nodes import Loc, MappingNode, Node, ScalarNode, SequenceNode, dotted, with_entry

LINK = "fiche"
AMENDED_ACT = "convention_initiale"
_EARLIER, _SUBJECTS = "avenants", "sujets"
_REPLACED = ("terme", "duree")
_IDENTITY = frozenset({"nature", "denomination", "siren", "siret"})
_OF_ONE_ACT = frozenset({"habilitation", "signe_le", "signe_a", "designation"})


def joining(tell: SummaryReader, mention: Mentions) -> Pass:
    """The pass that merges under a case what those that it joins tell, as `tell` reads them.

    `mention` gives the words in which it is told.
    """

    def join(case: PartialCase) -> PartialCase:
        linker = _Linker(case.model, case.files, tell, mention)
        root = linker.subjects(linker.initial(case.root))
        return case.having(
            linker.faults,
            root=root,
            deduced=(*case.deduced, *linker.deduced),
            designations={**case.designations, **linker.called},
        )

    return Pass("join other cases", join, Fact.JOINED, frozenset({Fact.ONE_ALTERNATIVE}))


@dataclass
class _Linker:
    model: type[Convention]
    files: CaseFiles
    tell: SummaryReader
    mention: Mentions
    faults: list[Diagnostic] = field(default_factory=list)
    deduced: list[Deduced] = field(default_factory=list)
    called: dict[str, Designation] = field(default_factory=dict)

    def initial(self, root: MappingNode) -> MappingNode:
        """The initial convention, the avenants signed since, and the parties of both."""
        group = self._group(root, AMENDED_ACT)
        if group is None:
            return root
        loc: Loc = (AMENDED_ACT,)
        told = self._told(group, loc)
        if told is not None:
            if told.amends:
                message = "la fiche jointe est celle d’un avenant"
                way_out = "joignez celle de la convention, et l’avenant sous « avenants »"
                self._refuse(message, group.entries[LINK].key_span, way_out)
            root = self._parties(root, told)
            group = self._laid(group, _only(told.values, InitialConvention.tells), loc)
        return with_entry(root, AMENDED_ACT, self._as_amended(group))

    def _as_amended(self, group: MappingNode) -> MappingNode:
        """What earlier avenants have put in the place of what the convention said."""
        earlier = group.entries.get(_EARLIER)
        if earlier is None or not isinstance(earlier.node, SequenceNode):
            return group
        ranked = enumerate(earlier.node.items)
        items = [self._earlier(item, (AMENDED_ACT, _EARLIER, rank), group) for rank, item in ranked]
        for item in sorted(items, key=_number):
            held = item.entries if isinstance(item, MappingNode) else {}
            for name in _REPLACED:
                latest = held.get(name)
                if latest is not None and not is_empty(latest.node):
                    group = with_entry(group, name, latest.node)
        return with_entry(group, _EARLIER, replace(earlier.node, items=tuple(items)))

    def _earlier(self, item: Node, loc: Loc, group: MappingNode) -> Node:
        told = self._told(item, loc)
        if told is None or not isinstance(item, MappingNode):
            return item
        if not _is_amended(group, told):
            message = "la fiche jointe n’est pas celle d’un avenant à cette convention"
            way_out = "joignez un avenant à la convention de même date et de même objet"
            self._refuse(message, item.entries[LINK].key_span, way_out)
        return self._laid(item, _only(told.values, EarlierAmendment.tells), loc)

    def subjects(self, root: MappingNode) -> MappingNode:
        """Each act that a deliberation approves."""
        listed = root.entries.get(_SUBJECTS)
        if _SUBJECTS not in self.model.admitted or listed is None:
            return root
        if not isinstance(listed.node, SequenceNode):
            return root
        own = first_party(root)
        ranked = enumerate(listed.node.items)
        items = tuple(self._subject(item, (_SUBJECTS, rank), own) for rank, item in ranked)
        return with_entry(root, _SUBJECTS, replace(listed.node, items=items))

    def _subject(self, item: Node, loc: Loc, own: MappingNode | None) -> Node:
        told = self._told(item, loc)
        if told is None or not isinstance(item, MappingNode):
            return item
        if own is not None and not any(same_person(one.party, own) for one in told.persons):
            message = "la collectivité qui délibère n’est pas partie à l’acte joint"
            way_out = "vérifiez son SIREN dans les deux fiches, ou retirez le sujet"
            self._refuse(message, item.entries[LINK].key_span, way_out)
        values = _only(told.values, Subject.tells)
        return self._laid(item, with_persons(values, told.persons, own, self.mention), loc)

    def _group(self, root: MappingNode, slot: str) -> MappingNode | None:
        entry = root.entries.get(slot) if slot in self.model.admitted else None
        return entry.node if entry is not None and isinstance(entry.node, MappingNode) else None

    def _told(self, group: Node, loc: Loc) -> CaseSummary | None:
        """What the case that a group joins tells; a path that leads nowhere has its own fault."""
        entry = group.entries.get(LINK) if isinstance(group, MappingNode) else None
        if entry is None or not isinstance(entry.node, ScalarNode) or not entry.node.text:
            return None
        try:
            found = self.files.other_case(entry.node.text)
        except ValueError:
            return None
        told = self.tell(found.path)
        way_out = f"lancez « convgen check {found.path} », ou retirez « {dotted((*loc, LINK))} »"
        if isinstance(told, Untold):
            self._refuse_untold(told, entry.node.span, loc, way_out)
            return None
        if told.faults:
            first, *others = told.faults
            more = f" (et {len(others)} autre{'s' * (len(others) > 1)})" if others else ""
            message = f"la fiche jointe a une faute : {first.message}{more}"
            if first.message.endswith(A_CIRCLE.why):  # to check it would only send back here
                way_out = f"dans la fiche jointe, {first.help}"
            note = Note("elle est ici", first.span)
            self._refuse(message, entry.node.span, way_out, note)
        return told

    def _refuse_untold(self, told: Untold, place: Span, loc: Loc, way_out: str) -> None:
        if told.in_circle:
            way_out = f"joignez {_wanted(loc)}, ou retirez « {dotted((*loc, LINK))} »"
            self._refuse(told.why, place, way_out)
        else:
            self._refuse(f"la fiche jointe ne dit rien : {told.why}", place, way_out)

    def _refuse(self, message: str, place: Span, way_out: str, *notes: Note) -> None:
        self.faults.append(Diagnostic(Code.OTHER_CASE, message, place, way_out, notes=notes))

    def _laid(self, group: MappingNode, told: MappingNode, loc: Loc) -> MappingNode:
        laid, restated = merge_under(group, told, loc)
        self.faults += map(conflict_fault, restated)
        for key, entry in told.entries.items():
            taken = laid.entries[key].node is entry.node
            if taken and isinstance(entry.node, ScalarNode) and entry.node.text:
                path = dotted((*loc, key))
                self.deduced.append(Deduced(path, entry.node.text, dotted((*loc, LINK))))
        return laid

    def _parties(self, root: MappingNode, told: CaseSummary) -> MappingNode:
        """The parties of the initial convention, but for what binds that act alone."""
        shape = shape_at(self.model, ("parties",))
        roles = _matched(shape.fields if shape else (), tuple(told.parties.entries))
        if roles is None:
            return root  # the parties of the avenant are then to be written
        entries = {
            mine: replace(told.parties.entries[its], key=mine, node=_lasting(told, its))
            for mine, its in roles.items()
        }
        self.called |= {mine: told.designations[its] for mine, its in roles.items()}
        under = MappingNode(entries, told.place, flow=False)
        held = root.entries.get("parties")
        own = held.node if held and isinstance(held.node, MappingNode) else _nothing(told.place)
        laid, restated = merge_under(own, under, ("parties",))
        changed = (one for one in restated if one.loc[-1] in _IDENTITY)
        self.faults += map(conflict_fault, changed)
        return with_entry(root, "parties", laid)


def _wanted(joiner: Loc) -> str:
    if joiner[0] == _SUBJECTS:
        return "la fiche de l’acte à approuver"
    return f"la fiche de {'la convention initiale' if len(joiner) == 1 else 'l’avenant antérieur'}"


def _number(avenant: Node) -> int:
    """The number of an earlier avenant; what has none comes first, for want of knowing."""
    entry = avenant.entries.get("numero") if isinstance(avenant, MappingNode) else None
    text = entry.node.text if entry is not None and isinstance(entry.node, ScalarNode) else ""
    try:
        return read_integer(text or "")
    except ValueError:  # a fault of its own
        return 0


def _is_amended(convention: MappingNode, told: CaseSummary) -> bool:
    """Is what an avenant tells of the convention that it amends true of this one?"""
    entry = told.values.entries.get(AMENDED_ACT)
    if entry is None or not isinstance(entry.node, MappingNode):
        return False
    pairs = (
        (convention.entries.get(key), entry.node.entries.get(key)) for key in ("date", "objet")
    )
    return all(ours and theirs and same_value(ours.node, theirs.node) for ours, theirs in pairs)


def _matched(mine: Sequence[str], theirs: Sequence[str]) -> dict[str, str] | None:
    """Which role of another act each of ours is: by name, else in order; None if neither can."""
    if set(mine) == set(theirs):
        return {name: name for name in mine}
    return dict(zip(mine, theirs, strict=True)) if len(mine) == len(theirs) else None


def _lasting(told: CaseSummary, role: str) -> Node:
    """A party without its authorisation nor its signature."""

    def stripped(node: Node) -> Node:
        if isinstance(node, SequenceNode):
            return replace(node, items=tuple(map(stripped, node.items)))
        if not isinstance(node, MappingNode):
            return node
        kept = {key: entry for key, entry in node.entries.items() if key not in _OF_ONE_ACT}
        return replace(node, entries=kept)

    return stripped(told.parties.entries[role].node)


def _only(values: MappingNode, names: Sequence[str]) -> MappingNode:
    kept = {key: entry for key, entry in values.entries.items() if key in names}
    return replace(values, entries=kept)


def _nothing(place: Span) -> MappingNode:
    return MappingNode({}, place, flow=False)

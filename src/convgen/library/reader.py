"""Reading a YAML tree by hand: each helper gives a value or reports why there is none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Span, renaming, suggestion
from convgen.yaml.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode


@dataclass(slots=True)
class Reader:
    """Collects the faults met while a library file is read."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def fault(self, message: str, span: Span, way_out: str, mend: tuple[Edit, ...] = ()) -> None:
        """Report a fault of the library."""
        fault = Diagnostic(Code.PROGRAMME_FAULT, message, span, way_out, mend=mend)
        self.diagnostics.append(fault)

    def text(self, entry: Entry | None, default: str = "") -> str:
        """The text of an entry; `default` when there is none."""
        if entry is None:
            return default
        if isinstance(entry.node, ScalarNode) and entry.node.text is not None:
            return entry.node.text
        self.fault(f"« {entry.key} » attend un texte", entry.key_span, "écrivez-le sur sa ligne")
        return default

    def yes(self, entry: Entry | None) -> bool:
        """True for « oui »."""
        text = self.text(entry, "non").casefold()
        if entry is not None and text not in {"oui", "non"}:
            self.fault(f"« {entry.key} » attend oui ou non", entry.node.span, "écrivez oui ou non")
        return text == "oui"

    def entries(self, entry: Entry | None) -> dict[str, Entry]:
        """The entries of a group, in order; none when there is no group."""
        if entry is None or (isinstance(entry.node, ScalarNode) and entry.node.text is None):
            return {}
        if isinstance(entry.node, MappingNode):
            return entry.node.entries
        self.fault(f"« {entry.key} » attend un groupe de clés", entry.key_span, "« clé: valeur »")
        return {}

    def items(self, entry: Entry | None) -> tuple[Node, ...]:
        """The items of a list; none when there is no list."""
        if entry is None:
            return ()
        if isinstance(entry.node, SequenceNode):
            return entry.node.items
        self.fault(f"« {entry.key} » attend une liste", entry.key_span, "un tiret par élément")
        return ()

    def texts(self, nodes: Iterable[Node]) -> Iterator[tuple[str, Span]]:
        """The plain texts of a list, each with its place."""
        for node in nodes:
            if isinstance(node, ScalarNode) and node.text is not None:
                yield node.text, node.span
            else:
                self.fault("un texte est attendu ici", node.span, "écrivez une seule valeur")

    def known(self, entries: dict[str, Entry], allowed: Iterable[str], where: str) -> None:
        """Report the keys that have no meaning here."""
        names = tuple(allowed)
        free = [name for name in names if name not in entries] or names
        for key, entry in entries.items():
            if key not in names:
                self.unknown(f"clé inconnue dans {where}", key, entry.key_span, free)

    def unknown(self, what: str, name: str, span: Span, candidates: Collection[str]) -> None:
        """Report a name that is none of those that may stand there: the nearest, or all."""
        way_out = suggestion(name, candidates, ", ".join(candidates))
        self.fault(f"{what} : « {name} »", span, way_out, renaming(span, name, candidates))

"""What a clause may write in Jinja: a whitelist over its syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from convgen.faults.diagnostic import suggestion
from convgen.language.filters import FILTERS, WITH_ARGUMENT
from convgen.model.personal_data import EVERY_POINT

FUNCTIONS = frozenset({"renvoi", "exigence"})
_ON_A_PATH = frozenset({"case", "figure", "rib", "compte", "total"})
_ALLOWED = (
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.For,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Filter,
    nodes.Call,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
)
_OF_A_PATH = {
    "accord": ("une partie ou un terme", "accord(partie)"),
    "renouvelee": ("le chemin d’un nombre entier", "renouvelee(nombre)"),
    "fois": ("le chemin d’un nombre entier", "fois(effectif)"),
    "plus": ("le chemin d’un montant, ou d’une liste de montants", "plus(montant)"),
}
MAX_LOOP_DEPTH = 2
_PLAIN = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\uf8ff\ufeff]*")
MAX_DEPTH = 30  # of the syntax tree, a chain of « and » or of « elif » included
_WRITTEN: dict[type[nodes.Node], str] = {
    **dict.fromkeys(
        (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow), "calcul"
    ),
    **dict.fromkeys((nodes.Neg, nodes.Pos), "signe devant un nombre"),
    **dict.fromkeys((nodes.Getitem, nodes.Slice), "crochets"),
    **dict.fromkeys((nodes.List, nodes.Tuple, nodes.Dict), "liste"),
    **dict.fromkeys((nodes.Assign, nodes.AssignBlock, nodes.With), "affectation"),
    **dict.fromkeys((nodes.Include, nodes.Import, nodes.FromImport), "autre fichier"),
    nodes.Extends: "autre fichier",
    **dict.fromkeys((nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.Block), "bloc"),
    nodes.Concat: "~",
    nodes.Test: "is",
}


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Something that a clause may not write; `name` helps to find its column on the line."""

    line: int
    message: str
    help: str
    name: str = ""


def forbidden(template: nodes.Template) -> Iterator[SyntaxFault]:
    """Every construct of a parsed clause that is not in the language of clauses."""
    for node in template.body:
        yield from _walk(node, 0, 0)


def _walk(node: nodes.Node, loops: int, depth: int) -> Iterator[SyntaxFault]:
    if not isinstance(node, _ALLOWED):
        yield SyntaxFault(
            node.lineno,
            f"construction interdite dans une clause ({_WRITTEN.get(type(node), 'balise')})",
            "une clause ne connaît que les chemins, les textes, if, for et les filtres permis",
        )
        return
    too_deep = depth > MAX_DEPTH and not isinstance(node, nodes.Operand)  # which has no line
    if too_deep or (isinstance(node, nodes.If) and len(node.elif_) > MAX_DEPTH):
        yield SyntaxFault(node.lineno, "clause trop imbriquée", "faites-en plusieurs clauses")
        return
    yield from _fault_of(node, loops)
    loops += isinstance(node, nodes.For)
    for child in node.iter_child_nodes():
        if isinstance(node, nodes.Call) and child is node.node:
            continue
        if isinstance(child, nodes.Call) and not isinstance(node, nodes.Output):
            message = "un renvoi ou une exigence se met seul dans ses accolades"
            way_out = "mettez la condition autour, sur ses lignes : {% if … %}"
            yield SyntaxFault(child.lineno, message, way_out)
            continue
        yield from _walk(child, loops, depth + 1)


def _fault_of(node: nodes.Node, loops: int) -> Iterator[SyntaxFault]:
    match node:
        case nodes.Filter():
            yield from _filter(node)
        case nodes.Call():
            yield from _call(node)
        case nodes.For():
            yield from _loop(node, loops)
        case nodes.Compare():
            if len(node.ops) != 1 or node.ops[0].op not in {"eq", "ne"}:
                yield SyntaxFault(
                    node.lineno, "comparaison interdite", "seuls == et != comparent, une fois"
                )
        case nodes.Const():
            if not isinstance(node.value, str | int) or isinstance(node.value, bool):
                yield SyntaxFault(node.lineno, "constante interdite", "écrivez un texte")
            elif isinstance(node.value, str) and not _PLAIN.fullmatch(node.value):
                way_out = "retirez la barre oblique « \\ »"
                yield SyntaxFault(node.lineno, "caractère interdit dans un texte", way_out)
        case nodes.Name() | nodes.Getattr():
            name = node.name if isinstance(node, nodes.Name) else node.attr
            if name.startswith("_"):
                yield SyntaxFault(node.lineno, f"nom interdit : « {name} »", "retirez ce nom", name)


def _filter(node: nodes.Filter) -> Iterator[SyntaxFault]:
    if node.name not in FILTERS or node.kwargs or node.dyn_args or node.dyn_kwargs:
        allowed = ", ".join(sorted(FILTERS))
        yield SyntaxFault(
            node.lineno,
            f"filtre inconnu : « {node.name} »",
            f"filtres permis : {allowed}",
            node.name,
        )
    elif len(node.args) != (node.name in WITH_ARGUMENT):
        wanted = "une valeur" if node.name in WITH_ARGUMENT else "aucune valeur"
        yield SyntaxFault(
            node.lineno,
            f"« {node.name} » veut {wanted} entre parenthèses",
            f"écrivez « {node.name}(…) »" if node.name in WITH_ARGUMENT else "retirez-la",
            node.name,
        )
    elif node.name in _ON_A_PATH and not isinstance(node.node, nodes.Name | nodes.Getattr):
        yield SyntaxFault(
            node.lineno, f"« {node.name} » suit un chemin", f"chemin | {node.name}", node.name
        )
    elif node.name == "figure" and not isinstance(
        node.args[0], nodes.Name | nodes.Getattr | nodes.Const
    ):
        yield SyntaxFault(
            node.lineno, "« figure » veut un chemin ou un texte", "figure(logo.nom)", "figure"
        )
    elif node.name == "case" and not isinstance(node.args[0], nodes.Const):
        yield SyntaxFault(
            node.lineno, "« case » veut une option entre guillemets", 'case("…")', "case"
        )
    elif node.name in _OF_A_PATH and not isinstance(node.args[0], nodes.Name | nodes.Getattr):
        wanted, way_out = _OF_A_PATH[node.name]
        yield SyntaxFault(node.lineno, f"« {node.name} » veut {wanted}", way_out, node.name)


def _call(node: nodes.Call) -> Iterator[SyntaxFault]:
    name = node.node.name if isinstance(node.node, nodes.Name) else ""
    plain = len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    target = node.args[0] if plain else None
    is_text = isinstance(target, nodes.Const) and isinstance(target.value, str)
    if name not in FUNCTIONS:
        written = name or getattr(node.node, "attr", "")
        yield SyntaxFault(
            node.lineno,
            f"appel interdit : « {written} »",
            'une clause n’appelle que renvoi("…") et exigence("…")',
            written,
        )
    elif not is_text:
        yield SyntaxFault(
            node.lineno, f"« {name} » veut un nom entre guillemets droits", f'{name}("…")', name
        )
    elif name == "exigence" and isinstance(target, nodes.Const) and target.value not in EVERY_POINT:
        otherwise = f"au choix : {', '.join(sorted(EVERY_POINT))}"
        way_out = suggestion(target.value, EVERY_POINT, otherwise)
        message = f"exigence inconnue : « {target.value} »"
        yield SyntaxFault(node.lineno, message, way_out, target.value)


def _loop(node: nodes.For, loops: int) -> Iterator[SyntaxFault]:
    if loops >= MAX_LOOP_DEPTH:
        yield SyntaxFault(node.lineno, "boucles trop imbriquées", "deux niveaux au plus")
    over_a_path = isinstance(node.iter, nodes.Name | nodes.Getattr)
    if not over_a_path or node.recursive or node.test or node.else_:
        yield SyntaxFault(
            node.lineno, "boucle interdite", "écrivez « for x in chemin », sans condition ni else"
        )
    if not isinstance(node.target, nodes.Name):
        yield SyntaxFault(node.lineno, "une boucle nomme une seule variable", "« for x in … »")
    elif node.target.name in {*FUNCTIONS, "loop"}:
        name = node.target.name
        yield SyntaxFault(node.lineno, f"« {name} » est déjà pris", "changez de nom", name)

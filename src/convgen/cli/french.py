"""The words of the command line itself, in French: help, usage, wrong calls.

Typer's own are English, some of them written in its code. Its classes are made to be
extended where a page of help is laid out; its errors are told by their type.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

UsageError: Any = typer.BadParameter.__base__  # whose home has moved from click to typer


class _French:
    """What commands and the group of them share."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how to call."""
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        plain = pieces.replace("{", "").replace("}", "").replace("...", "…")
        formatter.write_usage(ctx.command_path, plain, prefix="Utilisation\u00a0: ")

    def get_help_option(self, ctx: Any) -> Any:
        """Give the option that shows this help."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Affiche cette aide."
        return option

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what may be given: arguments, then options."""
        records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):  # type: ignore[attr-defined]
            record = param.get_help_record(ctx)
            if record is not None:
                name = param.metavar if param.param_type_name == "argument" else record[0]
                records[param.param_type_name].append((name, param.help or ""))
        for title, rows in (("Arguments", records["argument"]), ("Options", records["option"])):
            if rows:
                with formatter.section(f"{title}\u00a0"):
                    formatter.write_dl(rows)


class FrenchCommand(_French, TyperCommand):
    """One command."""


class FrenchGroup(_French, TyperGroup):
    """All of them."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, self.commands[name].help or "") for name in self.list_commands(ctx)]
        with formatter.section("Commandes\u00a0"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names in alphabetical order, those of groups among the others."""
        return sorted(super().list_commands(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command named first. Raise typer.BadParameter."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            message = f"commande inconnue : « {args[0]} » ; au choix : {known}"
            raise typer.BadParameter(message, ctx=ctx)
        return super().resolve_command(ctx, args)


def explain(error: Any) -> str:
    """What is wrong with a call, and how to call; or the help itself when nothing was asked."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.ctx.get_help())
    lines = [f"convgen : {_reason(error)}"]
    if error.ctx is not None:
        lines += [error.ctx.get_usage(), f"Aide : {error.ctx.command_path} --help"]
    return "\n".join(lines)


def _reason(error: Any) -> str:
    match type(error).__name__:
        case "MissingParameter":
            return f"il manque {error.param.metavar or error.param.name}"
        case "NoSuchOption":
            near = ", ".join(sorted(error.possibilities or ()))
            advice = f" ; vouliez-vous dire {near} ?" if near else ""
            return f"option inconnue : « {error.option_name} »{advice}"
        case "BadOptionUsage":
            return f"« {error.option_name} » : valeur absente ou de trop"
        case "BadParameter":
            return str(error.message)
    return "appel incomplet, ou arguments de trop"

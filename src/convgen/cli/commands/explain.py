"""`convgen explain`: what a fault is, why it matters, an example, the way out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

HELP = "Explique une faute : ce qu’elle est, pourquoi, un exemple, la façon d’en sortir."


def read_code(text: str) -> str:
    """Read a code, with or without its letters. Raise typer.BadParameter."""
    from convgen.faults.diagnostic import Code  # noqa: PLC0415 - `--help` stays light

    digits = text.strip().upper().removeprefix("CG")
    try:
        return Code(f"CG{digits}").value
    except ValueError:
        raise typer.BadParameter(
            f"code inconnu : « {text} » ; « convgen explain » les liste"
        ) from None


FaultCode = Annotated[
    str | None,
    typer.Argument(
        metavar="CODE",
        parser=read_code,
        help="Celui que dit le message : CG102. Sans code, tous sont listés.",
    ),
]


def explain(code: FaultCode = None) -> None:
    """Print the page of a code, or the list of all by family."""
    from convgen.faults.catalogue import page_of  # noqa: PLC0415 - `--help` stays light
    from convgen.faults.diagnostic import Code  # noqa: PLC0415

    if code is None:
        sys.stdout.write("\n".join(_all_codes()) + "\n")
    else:
        _print_markdown(page_of(Code(code)).markdown)


def _all_codes() -> Iterator[str]:
    """Every code under the name of its family."""
    from itertools import groupby  # noqa: PLC0415 - `--help` stays light

    from convgen.faults.catalogue import all_pages  # noqa: PLC0415

    for family, pages in groupby(all_pages(), key=lambda page: page.family):
        yield family
        yield from (f"  {page.code}  {page.title}" for page in pages)
        yield ""
    yield "La page d’une faute : convgen explain CODE"


def _print_markdown(text: str) -> None:
    """Lay out a page in a terminal; a pipe gets it as it is written."""
    if not sys.stdout.isatty():
        sys.stdout.write(text)
        return
    from rich.console import Console  # noqa: PLC0415 - `--help` stays light
    from rich.markdown import Markdown  # noqa: PLC0415

    Console().print(Markdown(text, code_theme="ansi_light", justify="left"))

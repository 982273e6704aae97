"""Write anew what convgen answers on each page, and the document of them all: `make pages`.

Codes as arguments are refreshed alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from convgen.faults.catalogue import PAGES, page_of
from convgen.faults.diagnostic import Code
from tests.faults.document import DOCUMENT, as_document
from tests.faults.replay import Leaf


def refresh(code: Code) -> str:
    """Write the message of a page; say what is wrong with its examples."""
    leaf = Leaf(page_of(code))
    with TemporaryDirectory() as faulty, TemporaryDirectory() as mended:
        told = leaf.replayed("Exemple", Path(faulty))
        silent = leaf.replayed("Corrigé", Path(mended))
    (PAGES / f"{code}.md").write_text(leaf.with_message(told.message), encoding="utf-8")
    left = f"{code}, corrigé :\n{silent.message}" if silent.faults else ""
    return (f"{code} : {told.differences}\n" if told.differences else "") + left


if __name__ == "__main__":
    wanted = [Code(name) for name in sys.argv[1:]] or list(Code)
    wrong = "".join(map(refresh, wanted))
    DOCUMENT.write_text(as_document(), encoding="utf-8")
    sys.exit(wrong or None)

"""What Word writes that is no .docx inside, whatever its name: a .doc, or a file under a password.

Both are compound files, as those of the Office of before 2007: streams, told apart by their
names, which are written in UTF-16.
"""

from __future__ import annotations

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_A_DOCX = "enregistrez-le sous « Document Word (*.docx) »"
_UNLOCK = "Fichier, Informations, Protéger le document, Chiffrer avec mot de passe"
_TOLD = {
    "EncryptedPackage": (
        "le modèle est protégé par un mot de passe",
        f"ouvrez-le dans Word, retirez le mot de passe ({_UNLOCK} : videz la case), et "
        "enregistrez-le",
    ),
    "WordDocument": (
        "le modèle est un ancien document Word (.doc), quel que soit son nom",
        f"rendez-lui son nom en .doc, ouvrez-le dans Word et {_AS_A_DOCX}",
    ),
}
_OTHER = (
    "le modèle est un ancien fichier d’Office, quel que soit son nom",
    f"rendez-lui son vrai nom ; si c’est un .doc, ouvrez-le dans Word et {_AS_A_DOCX}",
)


def old_file_fault(data: bytes) -> Finding | None:
    """What is wrong with a compound file; None for any other."""
    if not data.startswith(_COMPOUND):
        return None
    streams = (told for name, told in _TOLD.items() if name.encode("utf-16-le") in data)
    return Finding(Code.TEMPLATE_UNREADABLE, *next(streams, _OTHER))

"""INSEE codes of communes: the département, the SIREN to expect."""

from __future__ import annotations

import re
from typing import Final

from convgen.french.refusal import refusal
from convgen.french.sirene import check_siren

# Source: Insee, Code officiel géographique: 01 to 95 but 20, 2A, 2B, 971 to 978, 984 to 989.
_INSEE: Final = re.compile(
    r"(0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5])([0-9]{3})|(97[1-8]|98[4-9])([0-9]{2})"
)
_PARIS: Final = ("75056", "217500016")  # the one commune outside the rule


def department_of(insee: str) -> str:
    """The département of a commune’s INSEE code: « 94 », « 2A », « 971 ».

    Raises ValueError, in French, on what cannot be the code of a commune.
    """
    match = _parse(insee)
    return match[1] or match[3]


def commune_siren_matches(siren: str, insee: str) -> bool | None:
    """Tell whether a commune’s SIREN is the one its INSEE code leads to expect.

    The usual SIREN is 21, the département, the number of the commune on four
    digits, a key (Corsica counts as 20). None when that rule cannot judge:
    communes nouvelles (SIREN in 200…), overseas. A commune that changed
    département kept its SIREN, so False calls for a warning, not an error.
    Raises ValueError, in French, if either is malformed.
    """
    siren, match = check_siren(siren), _parse(insee)
    if siren.startswith("200") or not match[1]:
        return None
    if match[0] == _PARIS[0]:
        return siren == _PARIS[1]
    department = "20" if match[1] in ("2A", "2B") else match[1]
    return siren[:-1] == f"21{department}0{match[2]}"


def _parse(insee: str) -> re.Match[str]:
    match = _INSEE.fullmatch("".join(insee.split()).upper())
    if match is None:
        raise refusal(
            "« {insee} » n’est pas le code INSEE d’une commune : il compte cinq caractères "
            "et commence par le département, par exemple 94022 ou 2A004",
            insee=insee,
        )
    return match

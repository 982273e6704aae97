"""The provisions that the notes give each act, in the order of the notes."""

from __future__ import annotations

from tests.acts.table import (
    AI,
    ALPES,
    AMENDMENT,
    CHOISY,
    ENGAGEMENT,
    EUROPIA,
    MODEL,
    NUMERIAN,
    PARTNERSHIP,
    S2MIA,
    SERVICES,
    SUBVENTION,
    VAR,
)


def numbered(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, count + 1)]


# The provisions of each act of the notes, in its order.
WANTED = {
    ENGAGEMENT: [
        *numbered("P", 13),
        *["1.1", "1.2", "1.3", "1.4", "1.4.1", "1.4.2", "1.5", "2.1"],
        *[*numbered("3.1.", 6), *numbered("3.2.", 9)],
        *[*numbered("4.", 3), *numbered("5.", 5), *numbered("6.", 5), *numbered("7.", 2)],
        *[*numbered("8.", 4), *numbered("9.", 2), *numbered("10.", 4), *numbered("11.", 2)],
        *[*numbered("12.", 4), "13.1", "S1", "S2"],
    ],
    SUBVENTION: [
        *[*numbered("P", 5), *numbered("1.", 2)],
        *[*numbered("2.1.", 6), *numbered("2.2.", 6), *numbered("2.3.", 7)],
        *[*numbered("3.", 4), *numbered("4.", 6), *numbered("5.", 3), *numbered("6.", 2)],
        *[*numbered("7.", 8), "8.1", *numbered("9.", 3), *numbered("10.", 4), "11.1", "S1"],
        *["A1", *numbered("A2.", 9)],
        *[*numbered("M1.", 4), *numbered("M2.", 3), *numbered("M3.", 5)],
        *[*numbered("M4.", 4), *numbered("M5.", 4)],
        *[f"A2.{number}" for number in range(10, 21)],
    ],
    AI: [
        *[*numbered("P", 8), *numbered("1.", 3), "1.4.1", "1.4.2", "1.5", *numbered("1.6.", 2)],
        *["2.1", *numbered("2.2.", 2), "2.3", *numbered("2.4.", 2)],
        *["3.1", *numbered("3.2.", 2), "3.3", "3.4"],
        *[*numbered("4.1.", 3), *numbered("4.2.", 6), *numbered("4.3.", 3)],
        *[*numbered("5.", 3), *numbered("6.", 3), *numbered("7.", 2), "S1", *numbered("A", 2)],
    ],
    PARTNERSHIP: [
        *[*numbered("P", 4), "1.1", *numbered("2.", 3), *numbered("3.", 3), *numbered("4.", 2)],
        *[*numbered("5.1.", 9), *numbered("5.2.", 3), *numbered("6.", 2), *numbered("7.", 3), "S1"],
    ],
    # The article on litigation comes last in any act: 12 of the notes stands before 11.
    SERVICES: [
        *[*numbered("P", 6), "1.1", *numbered("2.", 2), *numbered("3.", 3), *numbered("4.", 3)],
        *[*numbered("5.", 5), *numbered("6.", 8), "7.1", *numbered("8.", 3), "9.1", "10.1"],
        *[*numbered("12.1.", 11), *numbered("12.2.", 5), "12.3.1", "11.1", "S1"],
        *numbered("A1.", 17),
    ],
    AMENDMENT: [*numbered("V", 2), *numbered("1.", 2), *numbered("2.", 4), "3.1", "S1"],
}
COUNTS = {
    ENGAGEMENT: 70, SUBVENTION: 100, AI: 50, PARTNERSHIP: 31, SERVICES: 70, AMENDMENT: 10,
}  # fmt: skip
NOT_IN = {
    MODEL: {"P9", "P10", "P11", "P12", "P13", "1.4", "1.4.1", "1.4.2"},
    CHOISY: {"1.3"},
    ALPES: set[str](),
    VAR: set[str](),
    NUMERIAN: set[str](),
    S2MIA: set[str](),
    EUROPIA: set[str](),
}
LAST_ARTICLE = {
    ENGAGEMENT: "Article 13 Litiges",
    SUBVENTION: "Article 11 Litiges",
    AI: "Article 7 Règlement amiable et litiges",
    PARTNERSHIP: "Article 7 Différends",
    SERVICES: "Article 12 Litiges",
    AMENDMENT: "Article 3 Continuité",
}
# Articles that the act numbers otherwise than the notes.
RENUMBERED = {SERVICES: {"11": "12", "12": "11"}}

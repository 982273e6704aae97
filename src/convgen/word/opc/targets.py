"""Where the target of a relation leads, as the Open Packaging Conventions resolve it."""

from __future__ import annotations

import re

# No name of a part has these: a scheme, a drive, a query, a host, an empty or a disguised step.
_NO_PART = re.compile(r"[:?\\]|//|%(?:2e|2f|5c)", re.IGNORECASE)


def part_meant(target: str, source: str) -> str:
    """The name of the part that a target means, from the part `source`: one may have that name.

    A bare fragment means the source itself. Empty for what cannot be inside the package,
    a path that climbs out of it included.
    """
    path, _, fragment = target.partition("#")
    if not path:
        return source if fragment else ""
    if _NO_PART.search(path):
        return ""
    steps = [] if path.startswith("/") else source.split("/")[:-1]
    for step in path.removeprefix("/").split("/"):
        if step == ".." and not steps:
            return ""
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)

"""How many examples a property of the language is tried on."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_USUAL = 2000 if os.environ.get("CI") else 200

MANY = settings(
    max_examples=int(os.environ.get("CONVGEN_EXAMPLES") or _USUAL),
    deadline=None,
    derandomize="CI" in os.environ,  # a run of CI says the same twice
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""200, or 2 000 where CI is set, or what CONVGEN_EXAMPLES says; no deadline."""

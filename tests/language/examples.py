"""How many examples a property of the language is tried on."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_USUAL = 2000 if os.environ.get("CI") else 200

MANY = settings(
    max_examples=int(os.environ.get("CONVGEN_EXAMPLES") or _USUAL),
    deadline=None,
    derandomize="CONVGEN_EXAMPLES" not in os.environ,  # a run of the tests says the same twice
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""200, the same each time; 2 000 where CI is set; as many others as CONVGEN_EXAMPLES says."""

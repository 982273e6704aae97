"""Rules on personal data."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.kinds.duration import Duration
from convgen.model.personal_data import PersonalData
from convgen.rules.rule_context import RuleContext, rule

_LEGAL_HOURS = 72


@rule
def alerts_come_in_time(context: RuleContext) -> Iterator[Diagnostic]:
    """A party is alerted before it must itself notify (regulation (EU) 2016/679, art. 33)."""
    data = context.case.donnees_personnelles
    alert = data.alerte_violation if isinstance(data, PersonalData) else None
    if isinstance(alert, Duration) and alert.days * 24 >= _LEGAL_HOURS:
        yield context.warning(
            Code.BREACH_ALERT,
            f"ce délai d’alerte laisse passer celui de {_LEGAL_HOURS} heures dans lequel le "
            "responsable notifie la violation à la CNIL (règlement (UE) 2016/679, art. 33)",
            ("donnees_personnelles", "alerte_violation"),
            "choisissez un délai plus court, par exemple 48 heures",
        )

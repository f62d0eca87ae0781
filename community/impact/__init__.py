"""Impact: what was asked for, what came of it and how long it took, over a period, for trustees and funders."""

from community.impact.impact_facts import impact_facts
from community.impact.impact_periods import PERIODS, Period, period_named
from community.impact.impact_report import ImpactReport, Measure, impact_report
from community.impact.impact_tables import ALL, ImpactTable

__all__ = [
    "ALL",
    "PERIODS",
    "ImpactReport",
    "ImpactTable",
    "Measure",
    "Period",
    "impact_facts",
    "impact_report",
    "period_named",
]

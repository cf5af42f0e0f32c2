"""What comparisons come to: verdicts by a table of rules, findings, placement."""

from quotations.judging.candidates import Candidate, Looked
from quotations.judging.compare import compare
from quotations.judging.engine import engine
from quotations.judging.findings import judge
from quotations.judging.placement import place
from quotations.judging.rules import RULES, Rule, explain

__all__ = ["RULES", "Candidate", "Looked", "Rule", "compare", "engine", "explain", "judge", "place"]

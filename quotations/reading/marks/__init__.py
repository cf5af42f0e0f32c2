"""Which quotation marks belong together, in any language's habit and in none.

Every mark of a paragraph is read in order by a small machine that may open a quotation, close the innermost
one, or pass a mark over. Each choice has a price: a mark that stands where an opening mark stands opens for
nothing, one that pairs with another family's costs little, a double mark passed over costs much, an
apostrophe passed over next to nothing. The cheapest reading wins (Viterbi's algorithm over stacks of open
marks, with a bounded beam), so one stray or forgotten mark costs its own price and moves nothing else.
"""

from __future__ import annotations

from quotations.reading.marks.pairing import Marked, Pair, pair_marks
from quotations.reading.marks.weighing import MOST_MARKS, Mark, find_marks

__all__ = ["MOST_MARKS", "Mark", "Marked", "Pair", "find_marks", "pair_marks"]

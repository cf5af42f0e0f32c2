"""Words in marks that are none of the article's: in navigation, or a few in a legal notice."""

from __future__ import annotations

import re

from quotations.model import QuotationKind
from quotations.reading.document import Region
from quotations.reading.kinds.case import Case, Kind

_LEGAL = re.compile(
    r"all rights reserved|fair use|fair dealing|copyright|©|terms of (?:use|service)|privacy policy|disclaimer|trademark|"
    r"creative commons|cookies?\b|subscribe|newsletter|alle rechte vorbehalten|tous droits réservés|derechos reservados"
)


class Boilerplate:
    """Knows which paragraphs of one article are legal notices."""

    def __init__(self) -> None:
        self._notices: dict[int, bool] = {}  #: paragraph's place → whether it is a legal notice

    def kind(self, case: Case) -> Kind | None:
        """Whether the words are boilerplate."""
        if case.paragraph.region is Region.CHROME:
            return QuotationKind.BOILERPLATE, "stands outside the article's own text"
        if len(case.words) <= 2 and case.draft.words.endswith(":") and not (case.before or case.after):
            return QuotationKind.BOILERPLATE, "a label that stands alone"
        if len(case.words) <= 4 and self._legal(case):
            return QuotationKind.BOILERPLATE, "a few words in a legal notice"
        return None

    def _legal(self, case: Case) -> bool:
        start = case.paragraph.blocks[0].span.start
        if start not in self._notices:
            self._notices[start] = len(_LEGAL.findall(case.paragraph.text.lower())) >= 2
        return self._notices[start]

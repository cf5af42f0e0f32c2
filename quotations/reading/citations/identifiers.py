"""Identifiers of publications in running words, as the addresses where their registries keep them.

DOI (ISO 26324, https://www.doi.org/the-identifier/resources/handbook), arXiv
(https://info.arxiv.org/help/arxiv_identifier.html), PubMed and PubMed Central.

>>> find_identifier("Smith 2019, doi: 10.1000/xyz.123.")
('10.1000/xyz.123', 'https://doi.org/10.1000/xyz.123')
"""

from __future__ import annotations

import re

_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>«»“”|]{1,200})")
_ARXIV = re.compile(r"\barxiv\s?:\s?((?:\d{4}\.\d{4,5}|[a-z-]{2,16}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?)", re.IGNORECASE)
_PMID = re.compile(r"\b(?:PMID|pmid)\s?:?\s?(\d{4,9})\b")
_PMC = re.compile(r"\b(PMC\d{5,9})\b")
_TRAILING = ".,;:)]}'’"


def find_identifier(words: str) -> tuple[str, str] | None:
    """The first identifier in *words* as written, and the address it stands for; None when there is none."""
    found = _DOI.search(words)
    if found:
        doi = found.group(1)
        while doi and doi[-1] in _TRAILING and not (doi[-1] == ")" and doi.count("(") >= doi.count(")")):
            doi = doi[:-1]
        return doi, f"https://doi.org/{doi}"
    found = _ARXIV.search(words)
    if found:
        return found.group(), f"https://arxiv.org/abs/{found.group(1)}"
    found = _PMID.search(words)
    if found:
        return found.group(), f"https://pubmed.ncbi.nlm.nih.gov/{found.group(1)}/"
    found = _PMC.search(words)
    if found:
        return found.group(), f"https://www.ncbi.nlm.nih.gov/pmc/articles/{found.group(1)}/"
    return None

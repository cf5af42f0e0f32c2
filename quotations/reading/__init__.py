"""From saved bytes to an `Article`: one reader a format, then quotations, citations and pairing, the same for all."""

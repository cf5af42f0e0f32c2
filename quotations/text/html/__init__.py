"""Pages: a walk over lexbor's tree, and what a page says of itself."""

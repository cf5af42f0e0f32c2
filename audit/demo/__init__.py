"""An article and the small site that it cites, both our own writing, audited end to end on this machine alone."""

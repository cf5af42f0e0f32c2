"""Every link, note and reference of a document as a citation."""

"""Zotero's library and the notes written in it: what its annotations and notes quote has its source given.

The tables are those of Zotero's own schema files (``userdata.sql``); the marks in notes those of its note editor
(schema version 9): ``data-citation``, ``data-annotation`` and ``data-citation-items``, each JSON, percent-encoded.
"""

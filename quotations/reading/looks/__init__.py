"""Looks at sources that stand in a web archive somebody hands in: WARC, or WACZ.

What `citetrail evidence` wrote is read by its own facts, as far as the records beside them bear them out; of any other
capture (a browser's, a crawler's) each answer of a wanted address is a look, its redirects followed inside the file.
"""

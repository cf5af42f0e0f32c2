"""Web archives: where to ask for the copies of a source, what their answers say, and which copies to look at.

The protocols are Memento (RFC 7089), the CDX interface that the Wayback Machine, OpenWayback and pywb have, the Wayback
Machine's availability interface and its Save Page Now. Pure: the service asks, the sandbox reads the answers.
"""

"""Archives' copies of sources: asked for where a source is gone, walled, or no longer has the quoted words.

Asked only when archives are configured: a look-up tells others what one reads. A copy can find, never accuse: what it
lacks stays as it was judged.
"""

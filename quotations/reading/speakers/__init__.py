"""Who speaks: names and people of an article, cues before, after and inside the words, and their subjects."""

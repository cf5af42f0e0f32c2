"""Which blocks and links are the article, and what stands around it."""

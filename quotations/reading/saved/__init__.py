"""A saved page as the characters of its file: where its tags stand, which citation each carries, what a copy gets."""

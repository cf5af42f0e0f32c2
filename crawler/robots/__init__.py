"""robots.txt by RFC 9309: `rules` reads and matches, `store` fetches, remembers and decides."""

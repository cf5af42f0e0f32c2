"""Speech without its two marks: behind dashes, given by elements and turns, or with a mark forgotten."""

"""What the page's templates show, as plain values: no template asks a noun a question."""

"""The head of an answer, and a body for it."""

from pages import article

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def page(name):
    """An article's bytes."""
    return article(name).encode()

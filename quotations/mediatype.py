"""What a Content-Type header says (RFC 9110, 8.3), read as leniently as servers write it."""

from __future__ import annotations


def content_type(said: str) -> tuple[str | None, str | None]:
    """Media type and charset of the header's value, lower case; None where it does not say."""
    kind, *parameters = said.split(";")
    charset = None
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'").lower() or None
            break
    return kind.strip().lower() or None, charset

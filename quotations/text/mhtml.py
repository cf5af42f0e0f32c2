"""A page saved as MHTML, or sent as an e-mail: its root HTML part, read as a page (RFC 2557)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from quotations.errors import DamagedInput
from quotations.model import Text
from quotations.text.decoding import decode

_MAX_PARTS = 2000


def text_of_mhtml(data: bytes, *, name: str | None = None, truncated: bool = False) -> Text:
    """The Text of the first HTML part, or of the first plain one; raises DamagedInput when there is neither.

    Chromium writes the charset of a page into the page itself and none into the part's header.
    """
    message = message_from_bytes(data, policy=policy.default.clone(max_line_length=None))
    plain: tuple[bytes, str | None] | None = None
    for number, part in enumerate(message.walk()):
        if number > _MAX_PARTS:
            break
        kind = part.get_content_type()
        if kind not in ("text/html", "application/xhtml+xml", "text/plain"):
            continue
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes) or not body.strip():
            continue
        if kind != "text/plain":
            return _page(body, part, message, truncated)
        plain = plain or (body, part.get_content_charset())
    if plain is None:
        raise DamagedInput("there is no readable part in the saved page", subject=name or "")
    from quotations.text.plain import text_of

    characters, codec = decode(plain[0], plain[1], html=False)
    return text_of(characters, charset=codec)


def _page(body: bytes, part: EmailMessage, message: EmailMessage, truncated: bool) -> Text:
    from quotations.text.html.page import text_of_html

    characters, codec = decode(body, part.get_content_charset())
    text = text_of_html(characters, charset=codec, truncated=truncated)
    saved = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    return replace(text, metadata={**text.metadata, "url": saved}) if saved else text

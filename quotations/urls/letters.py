"""Counted links of newsletters that carry their address in base64, alone or as a field of a JSON object.

The shapes as the senders write them into letters: Substack, Mandrill, Kit (ConvertKit), GovDelivery.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping

from quotations.urls.identity import Address
from quotations.urls.rewriting import from_base64, unescaped, web_address

_LONGEST = 20_000


def substack(address: Address) -> str | None:
    """``substack.com/redirect/2/TOKEN.SIGNATURE``: field ``e`` of the token."""
    found = re.match(r"/redirect/2/([\w=-]+)", address.path)
    return _field(found[1], "e") if found else None


def mandrill(address: Address) -> str | None:
    """``mandrillapp.com/track/click/…?p=TOKEN``: field ``url`` of the JSON that is the token's field ``p``."""
    found = re.search(r"(?:^|&)p=([^&]+)", address.query or "") if address.path.startswith("/track/click") else None
    inner = _object(unescaped(found[1])).get("p") if found else None
    try:
        told = json.loads(inner) if isinstance(inner, str) else None
    except (ValueError, RecursionError):
        return None
    url = told.get("url") if isinstance(told, dict) else None
    return web_address(url) if isinstance(url, str) else None


def kit(address: Address) -> str | None:
    """``click.kit-mail3.com/LETTER/LINK/ADDRESS``: the last segment in base64."""
    return from_base64(address.path.rpartition("/")[2]) if address.path.count("/") >= 3 else None


def govdelivery(address: Address) -> str | None:
    """``lnks.gd/l/HEAD.CLAIMS.SIGNATURE``: field ``url`` of the claims."""
    found = re.match(r"/l/[\w-]+\.([\w-]+)\.", address.path)
    return _field(found[1], "url") if found else None


def _field(token: str, name: str) -> str | None:
    value = _object(token).get(name)
    return web_address(value) if isinstance(value, str) else None


def _object(token: str) -> Mapping[str, object]:
    """The JSON object in *token*, base64 in either alphabet; {} when it is none."""
    data = token[:_LONGEST].replace("-", "+").replace("_", "/").rstrip("=")
    try:
        found = json.loads(base64.b64decode(data + "=" * (-len(data) % 4), validate=True))
    except (binascii.Error, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}

"""Bytes to characters as readers' browsers do it.

Order: byte order mark, the label that HTTP gave, the label in the page's own head, strict UTF-8, a detector.
Only the encodings of the WHATWG Encoding Standard are obeyed: Python's other codecs (`punycode`, `utf-7`,
`zip` …) are no encodings of pages, and some of them are costly or dangerous on hostile bytes.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Labels that the standard maps elsewhere than Python does, or that Python does not know.
_RELABELLED = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
    "x-cp1252": "cp1252",
    "x-cp1251": "cp1251",
    "x-cp1250": "cp1250",
    "x-user-defined": "cp1252",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "x-x-big5": "big5hkscs",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "unicode-1-1-utf-8": "utf-8",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "koi8-ru": "koi8-u",
    "ks_c_5601-1989": "cp949",
    "windows-949": "cp949",
    "windows-936": "gb18030",
    "dos-874": "cp874",
    "windows-874": "cp874",
    "windows-31j": "cp932",
    "sun_eu_greek": "iso8859-7",
}

#: Python's names of the encodings that pages may have.
_OBEYED = frozenset(
    (
        *(f"cp{n}" for n in (866, 874, 932, 949, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)),
        *(f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp"),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
    )
)

_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,2000}?(?:charset|encoding)\s{0,20}=\s{0,20}[\"']?\s{0,20}([\w:.\-]{2,40})", re.I
)
_COMMENT = re.compile(rb"<!--(?!-?>).*?-->", re.S)
_HEAD = 4096  # the standard reads 1,024 bytes; real pages put the label later


def _stray_as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("citetrail-stray", _stray_as_windows)


def codec_of(label: str | None) -> str | None:
    """Python's codec for a charset *label*; None when the label names no encoding that pages may have."""
    if not label:
        return None
    plain = label.strip(" \t\r\n\f\"'").lower()
    plain = _RELABELLED.get(plain, plain)
    try:
        name = codecs.lookup(plain).name if plain.isascii() and "\0" not in plain else ""
    except (LookupError, ValueError):
        return None
    name = _RELABELLED.get(name, name)
    return name if name in _OBEYED else None


def meta_charset(data: bytes) -> str | None:
    """The codec that the page's own head (or XML declaration) names, from its first 4,096 bytes."""
    found = _META.search(_COMMENT.sub(b"", data[:_HEAD]))
    codec = codec_of(found[1].decode("ascii", "replace")) if found else None
    # A label that was readable as ASCII cannot stand in a UTF-16 page.
    return "utf-8" if codec in {"utf-16-le", "utf-16-be"} else codec


def decode(data: bytes, declared: str | None = None, *, html: bool = True) -> tuple[str, str]:
    """Decode *data*; answers the text without NULs and byte order mark, and the codec used.

    Args:
        data: the bytes as they came, after any content-coding.
        declared: the charset label of the HTTP header; unknown labels are passed over.
        html: whether the head of *data* may carry a label of its own (HTML, XML).

    Never raises: bytes that the encoding does not know become U+FFFD, except that stray bytes in a page that is
    otherwise UTF-8 are read as windows-1252, which is what they nearly always are.
    """
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(marked, "replace")), marked
    codec = codec_of(declared) or (meta_charset(data) if html else None) or _wide(data)
    if codec not in {"utf-16-le", "utf-16-be", "iso2022_jp"}:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            codec = _without_utf8(data, codec)
        else:
            # Several bytes that happen to be valid UTF-8 are UTF-8, whatever a single-byte label says.
            return _clean(text), "utf-8" if codec is None or not data.isascii() else codec
    if codec == "utf-8":
        return _clean(data.decode("utf-8", "citetrail-stray")), codec
    return _clean(data.decode(codec, "replace")), codec


def _without_utf8(data: bytes, codec: str | None) -> str:
    """The codec for bytes that are not strictly UTF-8, given what was declared."""
    if codec and (codec != "utf-8" or _mostly_utf8(data)):
        return codec
    if _mostly_utf8(data):
        return "utf-8"
    from resiliparse.parse.encoding import detect_encoding

    return codec_of(detect_encoding(data[:1_000_000])) or "cp1252"


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are for the greater part well-formed UTF-8."""
    sample = data[:1_000_000]
    high = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", sample))
    wrong = sample.decode("utf-8", "replace").count("\ufffd")
    return wrong * 4 < high


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a text in a Latin script is zero."""
    sample = data[:512]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 3 and even * 8 < odd:
        return "utf-16-le"
    if even > len(sample) // 3 and odd * 8 < even:
        return "utf-16-be"
    return None


def _clean(text: str) -> str:
    return text.replace("\0", "") if "\0" in text else text

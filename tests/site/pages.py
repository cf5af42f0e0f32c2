"""Pages of the hostile site: whole articles, and whatever stands in their place."""

import gzip
import random
import struct
import zlib

_WHO = ("beekeeper", "sexton", "orchard boy", "miller's aunt", "postmistress", "drover", "organist", "wheel clerk")
_WHERE = ("Amble Down", "Sallow Court", "Pear Yard", "Upper Thornby", "the Long Barn", "Cutler's Green")
_WHAT = (
    "the cider press",
    "the old hives",
    "a wagon of medlars",
    "the vestry clock",
    "two ladders",
    "the grafting knives",
)
_LINES = (
    "In the wet summer of {year} the {who} carried {what} to {where}, and nobody thought to ask why it took {n} days.",
    "What survives of {where} is a wall, a pear tree and {n} letters in which the {who} complains about {what}.",
    "The {who} counted {n} swarms before midsummer, wrote the number on {what}, and lost the pencil on the way to {where}.",
    "Some say that {what} came from {where} by cart in {year}; the {who} always said that it had walked.",
    "By {year} the road to {where} was so bad that the {who} charged {n} pence to carry {what} across the ford.",
    "A visitor to {where} in {year} found the {who} asleep beside {what}, and left {n} apples on the step.",
)


def prose(seed, paragraphs=7):
    """Paragraphs that nobody wrote before."""
    dice = random.Random(seed)
    made = []
    for _ in range(paragraphs):
        lines = dice.sample(_LINES, 3)
        words = {"who": dice.choice(_WHO), "where": dice.choice(_WHERE), "what": dice.choice(_WHAT)}
        made.append(
            " ".join(one.format(year=dice.randint(1801, 1939), n=dice.randint(3, 90), **words) for one in lines)
        )
    return made


def article(title, *, head="", before="", after="", lead="", seed=None, paragraphs=7, lang="en"):
    """A whole article under *title*."""
    text = "".join(f"<p>{one}</p>" for one in prose(seed or title, paragraphs))
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | Thornby Register</title>{head}</head>'
        f'<body>{before}<header><a href="/">Thornby Register</a></header><main><article><h1>{title}</h1>{lead}{text}</article></main>'
        f"{after}<footer><p>The Thornby Register appears on Saturdays.</p></footer></body></html>"
    )


def notice(title, heading, *sentences, lang="en", head="", frame=True):
    """A page that holds no article: a notice in the site's usual frame."""
    said = "".join(f"<p>{one}</p>" for one in sentences)
    links = "".join(
        f'<li><a href="/t{n}">{one}</a></li>' for n, one in enumerate(("Pears", "Bees", "Market", "Letters", "Weather"))
    )
    nav = f"<nav><ul>{links}</ul></nav>" if frame else ""
    top = f"<h1>{heading}</h1>" if heading else ""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{nav}<main>{top}{said}</main></body></html>"
    )


def front(name, *, head=""):
    """A home page: many teasers and no article."""
    lines = prose(name, 8)
    teasers = "".join(
        f'<section><h2><a href="/s/{n}">Teaser number {n}</a></h2><p>{line.split(",")[0]}.</p></section>'
        for n, line in enumerate(lines)
    )
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>{head}</head><body><h1>{name}</h1>{teasers}</body></html>'


def http(body="", status="200 OK", *headers, kind="text/html; charset=utf-8", length=None):
    """A whole answer as bytes."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *headers]
    lines.append(f"Content-Length: {len(data) if length is None else length}")
    return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + data


def sent(status, where, *headers):
    """A redirect."""
    return http("", status, f"Location: {where}", *headers)


def zipped(body):
    """*body* as gzip."""
    return gzip.compress(body.encode(), mtime=0)


def bomb(megabytes):
    """A gzip stream that unfolds to so many megabytes of zeros."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1 << 20)
    return b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()


def picture(width=40, height=40):
    """A PNG of noise."""
    dice = random.Random(1)
    rows = b"".join(b"\0" + bytes(dice.randrange(256) for _ in range(width)) for _ in range(height))

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pdf(*pages, padding=0):
    """A PDF with one short text a page."""
    parts = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for text in pages:
        stream = "BT /F1 11 Tf 40 760 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in _wrapped(text)) + " ET"
        kids.append(f"{len(parts) + 1} 0 R")
        parts.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(parts) + 2} 0 R"
            "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        )
        parts.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    parts[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    if padding:
        parts.append(f"<</Length {padding}>>stream\n{'0' * padding}\nendstream")
    out = b"%PDF-1.5\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
    )


def _wrapped(text):
    words = text.replace("(", "").replace(")", "").split()
    return [" ".join(words[i : i + 12]) for i in range(0, len(words), 12)]

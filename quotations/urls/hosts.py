"""Which rule that is more than a parameter belongs to which host."""

from __future__ import annotations

from collections.abc import Callable

from quotations.urls import letters, rewriting
from quotations.urls.identity import Address

Rule = Callable[[Address], str | None]

#: By the host's end, with all hosts under it; a beginning dot: only those under it.
BY_HOST: tuple[tuple[str, Rule], ...] = (
    ("urldefense.com", rewriting.proofpoint_v3),
    ("urldefense.us", rewriting.proofpoint_v3),
    ("urldefense.proofpoint.com", rewriting.proofpoint_v3),
    ("url.avanan.click", rewriting.check_point),
    ("protect.checkpoint.com", rewriting.check_point),
    ("secure-web.cisco.com", rewriting.in_path),
    ("outgoing.prod.mozaws.net", rewriting.in_path),
    ("prod.outgoing.prod.webservices.mozgcp.net", rewriting.in_path),
    (".awstrack.me", rewriting.in_path),
    ("search.yahoo.com", rewriting.yahoo),
    ("rds.yahoo.com", rewriting.yahoo),
    ("rd.yahoo.com", rewriting.yahoo),
    ("youtube.com", rewriting.youtube),
    ("bing.com", rewriting.amp_viewer),
    ("cdn.ampproject.org", rewriting.amp_cache),
    (".bing-amp.com", rewriting.amp_cache),
    (".translate.goog", rewriting.translate_goog),
    ("translated.turbopages.org", rewriting.yandex_translated),
    ("hyp.is", rewriting.annotated),
    ("substack.com", letters.substack),
    ("mandrillapp.com", letters.mandrill),
    ("lnks.gd", letters.govdelivery),
    *(
        (host, letters.kit)
        for host in (
            "convertkit-mail.com",
            "convertkit-mail2.com",
            "convertkit-mail4.com",
            "kit-mail3.com",
            "kit-mail5.com",
        )
    ),
    *(
        (host, rewriting.at_the_end)
        for host in ("anrdoezrs.net", "dpbolvw.net", "jdoqocy.com", "kqzyfj.com", "tkqlhce.com")
    ),
)

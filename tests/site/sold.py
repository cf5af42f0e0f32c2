"""Names that changed hands."""

from pages import http, notice, sent


def sold(site):
    """Names for sale, parked, or in other hands."""
    add = site.page
    parked = "<html data-adblockkey='MFw'><head><title>{0}</title><script src='https://www.sedoparking.com/frmpark/x.js'></script></head><body><h1>{0}</h1><p>This domain may be for sale.</p><ul><li>Related searches</li></ul></body></html>"
    add("orchard news", "orchardnews.example/news/7", http(parked.format("orchardnews.example")), "parked")
    add(
        "the old almanac",
        "almanac.example/1999",
        http(
            notice(
                "almanac.example is for sale",
                "almanac.example is for sale",
                "Make an offer on this domain.",
                frame=False,
            )
        ),
        "parked",
    )
    seller = site.at("www.hugedomains.com", "/domain_profile.cfm?d=gazette")
    site.ground.answers["www.hugedomains.com", "/domain_profile.cfm?d=gazette"] = http(
        notice("Gazette is for sale", "Gazette", "Buy it.")
    )
    add("the gazette of 2003", "gazette.example/2003/04", sent("302 Found", seller), "parked")
    spam = "".join(f"<p>{line}</p>" for line in ("Slot gacor hari ini dengan jackpot terbesar dan bonus.",) * 12)
    add(
        "minutes of the parish council",
        "parish.example/council/minutes",
        http(
            f"<html lang=id><title>Situs Judi Slot Gacor Online Maxwin</title><h1>Situs judi online: slot gacor, poker dan casino</h1>{spam}</html>"
        ),
        "hijacked",
    )


GROUPS = (sold,)

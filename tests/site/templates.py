"""Living pages of sites that answer every address with their whole furniture."""

from pages import http, notice, prose

FURNITURE = "".join(f"<div><p>{one}</p></div>" for one in prose("furniture", 9))
LINKS = "".join(f"<li><a href='/l{n}'>A long list of places in the valley, number {n}</a></li>" for n in range(60))


def templated(site):
    """One title for all pages, and little that is a page's own."""
    every = (
        "<!doctype html><html><head><title>{t}</title></head><body><h1>{h}</h1><div id=main>{own}</div><div>"
        + FURNITURE
        + "</div><ul>"
        + LINKS
        + "</ul></body></html>"
    )
    said = (
        ("here", "It rained on Tuesday."),
        (
            "the weir in numbers and pictures",
            "<table><tr><td>1911</td><td>9 ft</td></tr><tr><td>1912</td><td>8 ft</td></tr></table>",
        ),
        ("a photograph of the tollgate keeper", "<img src=/p.jpg alt='The tollgate keeper'><p>Tollgate, 1911.</p>"),
        (
            "source",
            "The ford was closed on Monday after two carts met in the middle of it, and neither driver would go back before the vicar came.",
        ),
        ("timetable of the ferry in winter", "<p>Ferry: 9, 11, 3.</p>"),
        ("minutes of the drainage board", "<p>Present: Ash, Birch, Cole. Drainage: agreed.</p>"),
    )
    for n, (anchor, own) in enumerate(said):
        host = f"tp{n}.example"
        site.ground.answers[host, "*"] = lambda q, c: (
            http("", "404 Not Found")
            if "robots" in q.target
            else http(every.format(t="The valley", h="The valley", own="<p>Welcome to the valley.</p>"))
        )
        site.page(
            anchor, f"{host}/p/{n}", http(every.format(t="The valley", h="The valley", own=f"<p>{own}</p>")), "alive"
        )
    lost = every.format(t="The valley", h="The valley", own="<p>Welcome to the valley.</p>")
    site.ground.answers["tplost.example", "*"] = lambda q, c: (
        http("", "404 Not Found") if "robots" in q.target else http(lost)
    )
    site.page("minutes of the drainage board", "tplost.example/p/99", None, "soft_404", "probe")
    for n, (anchor, title, head, own) in enumerate(
        (
            (
                "the recipe of the inn",
                "Cider cake",
                "Cider cake",
                "Take nine apples, a pint of cider and a pound of flour. Bake.",
            ),
            ("this poem", "Untitled", "", "The bell is gone, / the rope is here; / nobody rings / this time of year."),
            ("[3]", "Weir gauge", "Weir gauge", "Level: 4 ft 2 in. Not available on Sundays."),
            (
                "the report on the removal of the old bridge",
                "Old bridge removed",
                "Old bridge removed",
                "The old bridge has been removed. Carts go by the ford.",
            ),
            (
                "a notice of the council",
                "Notice",
                "Notice",
                "The page of the parish register for 1743 is missing. Whoever has it is asked to bring it back.",
            ),
            (
                "see the closing of the shop",
                "Shop closed",
                "This shop has closed",
                "After forty years Mrs Ash has closed her shop in Pear Yard. The sweets went to the school.",
            ),
            (
                "their account of it",
                "Account",
                "Our account",
                "Please note that we were not there; what follows is what the drover told us when he came in wet from the ford on Friday.",
            ),
            ("definition", "lost - Thornby Dictionary", "lost", "adjective: that cannot be found."),
            (
                "definition of parked",
                "parked",
                "parked",
                "adjective: left standing, of a wagon; the domain of the carter.",
            ),
            (
                "the vacancy of the organist",
                "Vacancy",
                "Organist wanted",
                "This position has been filled. Thank you to all who applied.",
            ),
            (
                "an event of the society",
                "Harvest supper",
                "Harvest supper",
                "This event has passed. Ninety sat down to pears and goose at the Long Barn.",
            ),
            ("a listing of a barn", "Barn at Sallow Court", "Barn at Sallow Court", "Sold. Three bays, one owl."),
            (
                "how to log in to the weir gauge",
                "Log in to the weir gauge",
                "How to log in to the weir gauge",
                "Ask the miller for the key, lift the lid and write your name in the book.",
            ),
            (
                "a cookie policy that it cites",
                "Cookie policy",
                "Cookie policy",
                "We use one cookie, which remembers that you have read about the goose. It is eaten by mice after a year.",
            ),
            (
                "the robots of the fair",
                "Are you a robot?",
                "Are you a robot?",
                "So asked the sign at the fair, and nine boys in tin said no. The prize, a goose, went to the tenth, who was none.",
            ),
            (
                "the maintenance log",
                "Maintenance",
                "Scheduled maintenance",
                "4 May: rope. 9 May: beam. 11 May: clapper. All done by the sexton, who was paid ten pence and a goose.",
            ),
            (
                "a legal opinion on blocked lanes",
                "Blocked",
                "Access denied: may a farmer block a lane?",
                "He may not, said the court at Amble Down on Friday, and fined Mr Cole nine pence for each of the days that it stood blocked.",
            ),
        )
    ):
        site.page(anchor, f"tq{n}.example/a/{n}", http(notice(title, head, own)), "alive")


GROUPS = (templated,)

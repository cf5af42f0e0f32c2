"""Pages that are there, however much they resemble a notice."""

from pages import article, http, notice, prose


def living(site):
    """Pages that are there, however much they resemble a notice."""
    add = site.page
    overlay = "<div class=cmp-overlay role=dialog><h2>We value your privacy</h2><p>We and our 731 partners store and access information on your device.</p><button>Accept all</button><button>Reject all</button></div>"
    add("bells and privacy", "lv.example/overlay", http(article("Bells in the lowlands", before=overlay)), "alive")
    age = "<div id=agegate><h2>Are you over 18?</h2><button>Yes, enter</button></div>"
    add("a cider guide", "lv.example/cider", http(article("A cider guide", before=age)), "alive")
    meter = (
        "<div class=meter><p>You have 1 free article remaining this month. Subscribe for unlimited access.</p></div>"
    )
    add("bells on a meter", "lv.example/meter", http(article("Bells on a meter", after=meter)), "alive")
    ticker = "<p>This programme is only available in the valley, the station says; others must wait for the reel.</p>"
    add(
        "the valley station",
        "lv.example/station",
        http(article("The valley station and who may hear it", lead=ticker)),
        "alive",
    )
    for n, (title, *said) in enumerate(
        (
            (
                "Account suspended: the treasurer of the bell fund",
                "The treasurer of the bell fund was told on Monday that the account at Thornby Bank had been suspended after two signatures differed, and that nobody would be paid before Easter.",
            ),
            (
                "We'll be back, say the ringers of Thornby",
                "The ringers of Thornby left the tower on Saturday with their ropes over their shoulders, and the vicar says they will return when the beam above the tenor has been mended.",
            ),
            (
                "Maintenance of the weir closes the mill lane",
                "The mill lane is closed from Tuesday to Friday while the weir is repaired, and the miller has asked carters with flour for Sallow Court to come round by the ford instead.",
            ),
            (
                "Domain of the abbey is for sale",
                "The old domain of the abbey, forty acres with a fishpond and two barns, is for sale by auction at the Wheel on the third of May, and the verger is said to have an eye on the pond.",
            ),
            (
                "Parking for sale behind the station",
                "Eleven places to park a wagon behind the station were sold on Thursday to the widow of the coal merchant, who means to let them to visitors by the day during the fair.",
            ),
            (
                "Membership required, says the choir",
                "The choir of Sallow Court voted on Friday that singers from other parishes may no longer sit in the second row unless they pay the subscription of nine pence a year.",
            ),
            (
                "Nothing found in the crypt",
                "Men who dug for nine days under the crypt of the abbey for the bell that legend puts there came up with a boot, a spoon and the jaw of a sheep, and went home on Wednesday.",
            ),
            (
                "Robots in the orchard",
                "A machine that picks pears by itself was shown in the orchard on Sunday; the boys who were hired to verify that it is no human ran after it with baskets until it fell into the brook.",
            ),
            (
                "Forbidden fruit: access to the vicarage denied",
                "Boys who climbed the wall of the vicarage for medlars have been denied access to the choir for a month, the sexton said on Sunday, and their caps hang in the porch as a warning.",
            ),
        )
    ):
        add(title, f"lv.example/short{n}", http(notice(f"{title} | Thornby Review", title, *said)), "alive")
    thread = "".join(
        f"<p><b>{who}</b>: {one}</p>"
        for who, one in zip(("ada", "bob", "cyd", "dee", "eve"), prose("thread", 5), strict=True)
    )
    add(
        "a thread on errors",
        "lv.example/thread/77",
        http(
            notice(
                "404 page not found on my server - Forum",
                "404 page not found on my server",
                "Since yesterday my server answers every address with this page and I do not know why.",
                thread,
            )
        ),
        "alive",
    )
    add(
        "an issue on walls",
        "lv.example/issues/9",
        http(
            notice(
                "403 Forbidden when fetching · Issue #9",
                "403 Forbidden when fetching",
                "Whenever the nightly job fetches the list it gets 403 Forbidden from the mirror in Amble Down, while the mirror in Pear Yard answers.",
                thread,
            )
        ),
        "alive",
    )
    add(
        "unavailable",
        "lv.example/dict/unavailable",
        http(
            notice(
                "unavailable - Thornby Dictionary",
                "unavailable",
                "adjective: that cannot be had or used; the bell was unavailable during Lent, so the boys beat a kettle instead.",
            )
        ),
        "alive",
    )
    add(
        "odds of the barley harvest",
        "lv.example/barley",
        http(
            article(
                "Betting on barley: odds, bookmakers and the jackpot of 1911",
                lead="<p>A bookmaker at the fair took bets on barley and paid a jackpot.</p>",
            )
        ),
        "alive",
    )
    add(
        "the inn at the ford",
        "lv.example/inn",
        http(
            notice(
                "The inn at the ford – rooms",
                "The inn at the ford",
                "Nine rooms over the water, with breakfast and a boat. Book now and get 20% off, free cancellation until noon.",
                "Add to cart",
                "Best price",
            )
        ),
        "alive",
    )
    add(
        "the state of our systems",
        "lv.example/status",
        http(
            notice(
                "Thornby Status",
                "All systems operational",
                "The ferry, the weir gauge and the telegraph have been up without a break for ninety days; scheduled maintenance of the gauge follows on Friday.",
            )
        ),
        "alive",
    )
    add(
        "how journals retract",
        "lv.example/retract",
        http(
            article(
                "Journal retracts a paper on pears",
                lead="<p>The journal said on Monday that it has retracted a paper on the weight of pears.</p>",
            )
        ),
        "alive",
        notices=[],
    )
    add("why identifiers rot", "lv.example/doi", http(article("DOI not found: why identifiers rot")), "alive")


GROUPS = (living,)

"""Fragments and text directives."""

from pages import article, http, pdf, prose


def places(site):
    """Places of a page, and words of it."""
    add = site.page
    words = prose("places")
    body = article(
        "A page with places",
        lead='<p id="caf&eacute;-rules">Rules.</p><p><a name="old"></a>Old.</p><h2 id="user-content-hives">Hives</h2>',
        seed="places",
    )
    add("rules of the house", "place.example/page#caf%C3%A9-rules", http(body), "alive", notices=[])
    add("the old place", "place.example/page#old", None, "alive", notices=[])
    add("hives", "place.example/page#hives", None, "alive", notices=[])
    add("no such place", "place.example/page#cellar", None, "alive", notices=["fragment_missing"])
    some = words[0].split()
    add(
        "words that stand there",
        "place.example/page#:~:text=" + "%20".join(some[1:5]).replace(",", "%2C"),
        None,
        "alive",
        notices=[],
    )
    add(
        "half a word", "place.example/page#:~:text=" + some[1][:-1], None, "alive", notices=["text_directive_missing"]
    ) if len(some[1]) > 3 else None
    add(
        "words not there",
        "place.example/page#:~:text=a%20submarine%20in%20the%20pond",
        None,
        "alive",
        notices=["text_directive_missing"],
    )
    add(
        "words in their place",
        "place.example/page#:~:text=" + some[0] + "-," + some[1] + ",-" + some[2],
        None,
        "alive",
        notices=[],
    )
    add(
        "words in another place",
        "place.example/page#:~:text=" + some[5] + "-," + some[1],
        None,
        "alive",
        notices=["text_directive_missing"],
    )
    add(
        "words across two paragraphs",
        "place.example/page#:~:text=" + words[0].split()[-1].strip(".;,") + "%20" + words[1].split()[0],
        None,
        "alive",
        notices=["text_directive_missing"],
    )
    add(
        "the title alone has these",
        "place.example/page#:~:text=places%20%7C%20Thornby",
        None,
        "alive",
        notices=["text_directive_missing"],
    )
    paper = http(pdf("The minutes of the press. " + words[0], "Second page. " + words[1]), kind="application/pdf")
    add("page two of the minutes", "place.example/minutes.pdf#page=2", paper, "alive", notices=[])
    add("page nine of the minutes", "place.example/minutes.pdf#page=9", None, "alive", notices=["fragment_missing"])


GROUPS = (places,)

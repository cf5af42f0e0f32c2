"""What publishers set above an article that was taken back, corrected or doubted."""

from pages import article, http


def journals(site):
    """What publishers set above an article that was taken back, corrected or doubted."""
    add = site.page
    for n, (title, lead, notices) in enumerate(
        (
            (
                "RETRACTED: Yield of grafted pears under frost",
                "<div class=banner><p>This article has been retracted: please see the policy on article withdrawal.</p></div>",
                ["retracted"],
            ),
            (
                "RETRACTED ARTICLE: Yield of grafted pears under frost",
                "<p>This article was retracted on 3 March 2022.</p>",
                ["retracted"],
            ),
            (
                "Yield of grafted pears under frost",
                "<div><p>Retracted: This article has been retracted. See the retraction notice for details.</p></div>",
                ["retracted"],
            ),
            (
                "Yield of grafted pears under frost",
                "<p>Retracted publication</p><p>Retraction in: J Orchard. 2022;9(3):44. doi: 10.5555/x.</p>",
                ["retracted"],
            ),
            (
                "WITHDRAWN: Yield of grafted pears under frost",
                "<p>This article has been withdrawn at the request of the authors.</p>",
                ["retracted"],
            ),
            (
                "Yield of grafted pears under frost",
                "<p>Comments: This paper has been withdrawn by Ada Quince due to a crucial error in equation 4.</p>",
                ["retracted"],
            ),
            (
                "Yield of grafted pears under frost",
                "<p>A correction to this article was published on 4 May 2022.</p>",
                ["corrected"],
            ),
            ("Yield of grafted pears under frost", "<p>Erratum in: J Orchard. 2022;9(4):51.</p>", ["corrected"]),
            (
                "Yield of grafted pears under frost",
                "<p>This article has been corrected. See the correction.</p>",
                ["corrected"],
            ),
            (
                "Yield of grafted pears under frost",
                "<p>Expression of concern: the editors alert readers that questions about the data of this article are being examined.</p>",
                ["corrected"],
            ),
            (
                "Yield of grafted pears under frost",
                "<p>Editor's note, 4 May 2022: readers are alerted that the conclusions of this article are subject to criticisms that are being considered by the editors.</p>",
                ["corrected"],
            ),
        )
    ):
        add("yield of grafted pears", f"jn.example/doi/{n}", http(article(title, lead=lead)), "alive", notices=notices)


GROUPS = (journals,)

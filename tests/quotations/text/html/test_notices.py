import pytest

from quotations.text.html.page import text_of_html

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("Correction: An earlier version gave the wrong year.", "corrected"),
        ("Corrections &amp; Clarifications: the year was 1911.", "corrected"),
        ("An earlier version of this article misstated the year.", "corrected"),
        ("This story was updated to correct the name of the ferry.", "corrected"),
        ("This article originally misidentified the keeper.", "corrected"),
        ("Editor’s note: the ferry has since been sold.", "editors_note"),
        ("Retraction: the study is withdrawn.", "retracted"),
        ("This article has been retracted at the request of its authors.", "retracted"),
        ("In einer früheren Version stand das falsche Jahr.", "corrected"),
        ("Anmerkung der Redaktion: Das Jahr wurde geändert.", "editors_note"),
        ("Rectificatif : l’année était fausse.", "corrected"),
        ("Fe de erratas: el año era otro.", "corrected"),
        ("Rettifica: l’anno era un altro.", "corrected"),
    ],
)
def test_notices_are_kept_as_they_are_worded(block: str, kind: str) -> None:
    text = text_of_html(f"<article><h1>Ferries</h1><p>Prose.</p><p><em>{block}</em></p></article>")
    assert text.notices == (f"{kind}: {block.replace('&amp;', '&')}",)


def test_a_heading_of_a_notice_takes_the_words_below_it() -> None:
    text = text_of_html("<article><h3>Correction</h3><p>The ferry sank in 1911, not in 1912 as we said.</p></article>")
    assert text.notices == ("corrected: Correction The ferry sank in 1911, not in 1912 as we said.",)


def test_a_retracted_title_counts() -> None:
    assert text_of_html("<title>RETRACTED: On ferries</title><p>x").notices == ("retracted: RETRACTED: On ferries",)


@pytest.mark.parametrize(
    "block",
    [
        "Corrections officers walked out on Monday.",
        "Updated 4:48 PM, Mon November 6",
        "This article originally appeared in the Echo.",
        "He retracted his words, and the correction never came.",
        "The correction of the year took the clerk two days.",
    ],
)
def test_an_article_that_speaks_of_corrections_has_none(block: str) -> None:
    assert text_of_html(f"<article><p>{block}</p></article>").notices == ()


def test_a_link_to_corrections_in_the_navigation_is_none() -> None:
    assert (
        text_of_html(
            "<nav><ul><li><a href=/c>Corrections</a><li><a href=/m>Market data and other things of the day</a></ul></nav>"
        ).notices
        == ()
    )

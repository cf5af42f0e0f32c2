import pytest

from quotations.model import SegmentRole
from quotations.text.html.notices import notices_of
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
        ("Editor's note, 3 May: This article has been corrected to give the wage as nine shillings.", "corrected"),
        ("Fe de errores: una versión anterior decía nueve chelines.", "corrected"),
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


@pytest.mark.parametrize(
    "listing",
    [
        "<h2>References</h2><ol><li>Ash B. On ferries. 1998.<div>Retraction in: J Ferries 2010;375:445.</div></li></ol>",
        "<h2>Bibliography</h2><ul><li>Retraction: On ferries. J Ferries 2010;375:445.</li></ul>",
        "<h3>4. Literatur</h3><p>Erratum: Fähren. 1999.</p><p>Correction in: J Ferries 2001.</p>",
        "<div class=references><p>Ash B. On ferries.</p><p>Erratum in: J Ferries 2010;3:4.</p></div>",
        "<p>Ash B. On ferries. J Ferries 1998.</p><p>Retraction in: J Ferries 2010;375:445. doi:10.1016/x</p>",
        "<ul><li>Erratum: on the weight of ferries, J Ferries 2011;3:2.</li></ul>",
    ],
)
def test_what_a_list_of_other_works_says_of_those_is_none(listing: str) -> None:
    prose = "The ferry crossed at nine and again at noon, as it had done since the old keeper's day. " * 4
    assert text_of_html(f"<article><h1>Ferries</h1><p>{prose}</p>{listing}</article>").notices == ()


def test_an_index_tells_where_the_notice_on_the_page_itself_stands() -> None:
    entry = "Retraction: On the weight of ferries. J Ferries. 2010 Feb 6;375(9713):445."
    page = (
        f"<h1>On the weight of ferries</h1><div><h3>Retraction in</h3><ul><li>{entry}</li></ul></div><h2>Abstract</h2>"
    )
    assert text_of_html(page).notices == (f"retracted: Retraction in {entry}",)


def test_a_notice_below_a_list_of_other_works_is_the_pages_own_again() -> None:
    page = "<h2>References</h2><ol><li>Ash 1998.</ol><h2>Correction</h2><p>The ferry sank in 1911, not in 1912 as it said.</p>"
    assert text_of_html(page).notices == ("corrected: Correction The ferry sank in 1911, not in 1912 as it said.",)


@pytest.mark.parametrize(
    "words",
    [
        "Expression of concern: the editors alert readers that the data of this article are being examined.",
        "Editor's note, 4 May 2022: readers are alerted that the conclusions of this article are being considered.",
    ],
)
def test_a_doubted_article_is_not_called_retracted(words):
    found = notices_of("Expression of concern: Yield of pears", [words], [SegmentRole.BODY])
    assert {one.partition(":")[0] for one in found} == {"corrected"}

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.comparison.fold import fold

pytestmark = pytest.mark.unit

FOLDS = [
    ("Café", "cafe"),  # case and accent
    ("cafe\u0301", "cafe"),  # the same, in two code points
    ("Łódź, Ørsted, İzmir", "lodz, orsted, izmir"),  # letters that no decomposition takes apart
    ("ﬁnancial ﬀ", "financial ff"),  # ligatures
    ("œuvre Straße", "oeuvre strasse"),
    ("‘one’ “two” «three»", '\'one\' "two" "three"'),  # marks
    ("a – b — c − d", "a - b - c - d"),  # dashes
    ("ＦＵＬＬ１２", "full12"),  # full width
    ("dip\u00adlo\u200bmatic\u202e", "diplomatic"),  # invisible characters
    ("10⁶", "10^6"),  # a raised figure belongs to its number
    ("5½", "5 1/2"),  # and is not 51/2
    ("AT&amp;T &#8217;s", "at&t 's"),  # entities left by a bad export
    (r"two\u2013three", "two-three"),  # escapes left as letters
    ("itâ€™s", "it's"),  # UTF-8 read as windows-1252
    ("that\ufffds", "that's"),  # a lost character
    ("한글", "한글"),  # syllables in letters
    ("か\u3099", "が"),  # kana with its sound mark apart: another letter than か
    ("ﾄﾞｱ", "ドア"),  # half width, the sound mark apart
    ("か", "か"),
    ("a\x00b\u00a0c", "a b c"),
]


@pytest.mark.parametrize(("raw", "folded"), FOLDS)
def test_what_is_not_wording_folds_away(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@given(st.text(alphabet=st.sampled_from("ab e\u0301ﬁœ½\u00ad\u200b&amp;İß…’“–１か\u3099"), max_size=60))
def test_folding_maps_back(raw: str) -> None:
    folded = fold(raw)
    offsets = list(range(len(folded.text) + 1))
    starts, ends = folded.raws(offsets, offsets)
    assert starts == [folded.raw(at) for at in offsets]
    assert ends == [folded.raw(at, end=True) for at in offsets]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(raw) for start in starts + ends)
    for at in range(len(folded.text)):
        piece = raw[folded.raw(at) : folded.raw(at + 1, end=True)]
        assert folded.text[at] in fold(piece).text


@given(st.text(max_size=80))
def test_any_text_folds_and_folding_again_changes_no_letter(raw: str) -> None:
    once = fold(raw).text
    assert (
        [c for c in fold(once).text if c.isalnum()] == [c for c in once if c.isalnum()]
        or "&" in once
        or "\\" in once
        or "â" in raw
    )

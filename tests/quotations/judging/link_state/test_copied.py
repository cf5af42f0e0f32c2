import pytest

from quotations.judging.link_state.copied import copy_by_headers

pytestmark = pytest.mark.unit
HEADERS = {
    "memento-datetime": "Mon, 07 Mar 2022 10:11:12 GMT",
    "link": '<https://paper.example/x>; rel="original", <https://perma.cc/timegate/x>; rel="timegate"',
}


def test_a_cited_copy_says_by_its_headers_of_what_and_when_it_is(make):
    case = make.Case("https://perma.cc/AB12-CD34")
    copy = copy_by_headers(case.capture(headers=HEADERS))
    assert (copy.archive, copy.original, copy.at.year) == ("perma.cc", "https://paper.example/x", 2022)
    link = case.state(make.article(), headers=HEADERS)
    assert link.archive == copy
    assert "it is a copy that perma.cc made of https://paper.example/x on 7 March 2022" in link.evidence


@pytest.mark.parametrize("gone", list(HEADERS))
def test_half_of_the_headers_say_nothing(make, gone):
    headers = {name: value for name, value in HEADERS.items() if name != gone}
    assert copy_by_headers(make.Case().capture(headers=headers)) is None


@pytest.mark.parametrize("link", ["", "<>", '<javascript:x>; rel="original"', '<https://a.example>; rel="memento"'])
def test_a_header_without_the_original_says_nothing(make, link):
    assert copy_by_headers(make.Case().capture(headers={**HEADERS, "link": link})) is None

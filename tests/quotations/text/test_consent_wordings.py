"""A page that asks for consent first is told by its title in several languages; one that speaks of cookies is not."""

import pytest

from quotations.text.html.markers import markers_of

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "title",
    ["This paper uses cookies", "Wij gebruiken cookies", "Nous utilisons des cookies", "Utilizamos cookies | El Faro", "Cookies - Het Dagblad"],
)  # fmt: skip
def test_a_demand_for_consent_is_known_by_its_title(title: str) -> None:
    assert "consent:title" in markers_of("", title, "", [])


@pytest.mark.parametrize("title", ["How the web uses cookies", "Cookies: a baker's history", "Oatmeal cookies for all"])
def test_a_page_about_cookies_asks_for_nothing(title: str) -> None:
    assert "consent:title" not in markers_of("", title, "", [])

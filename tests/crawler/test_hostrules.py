"""What a person asks of single hosts: which rule speaks for an address, and what it makes of lanes and budgets."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.budget import Budget
from crawler.guard.policy import Policy
from crawler.hostrules import HostRule, Rules, host_rules, tighter
from crawler.manners import Manners
from crawler.options import CrawlSettings
from quotations.errors import ConfigError

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("pattern", "url", "excluded"),
    [
        ("example.org", "https://example.org/a", True),
        ("example.org", "https://www.example.org/a", True),
        ("example.org", "https://example.organic/a", False),
        ("example.org", "https://notexample.org/", False),
        ("*.example.org", "https://www.example.org/", True),
        ("Example.ORG", "https://example.org/", True),
        ("https://example.org/private/", "https://example.org/private/1", True),
        ("https://example.org/private/", "http://example.org/private/1", False),
        ("example.org/private/", "http://example.org/private/1", True),
        ("example.org/private/", "http://www.example.org/private/1", False),
        ("*.pdf", "https://example.org/a.pdf", False),
        ("*/a.pdf", "https://example.org/a.pdf", True),
        ("https://*.org/*?print=1", "https://example.org/a?print=1&b", True),
        ("https://*.org/*?print=1", "https://example.org/a?print=2", False),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/x", True),
        ("example.*", "https://www.example.co.uk/", True),
        ("*", "https://anything.example/", True),
        ("bücher.example", "https://xn--bcher-kva.example/a", True),
        ("xn--bcher-kva.example", "https://www.Bücher.example/a", True),
    ],
)
def test_a_pattern_is_a_host_or_the_beginning_of_an_address(pattern, url, excluded):
    refusal = Rules(exclude=(pattern,)).refusal(url, TODAY)
    assert (refusal is not None) is excluded
    assert refusal is None or pattern in refusal


@given(st.lists(st.text("ab/.:*", max_size=40), max_size=3), st.text("ab/.:", max_size=60))
def test_no_pattern_and_no_address_break_it(patterns, url):
    Rules(exclude=patterns).refusal(url, TODAY)


def test_a_hostile_pattern_takes_no_longer_than_a_plain_one():
    began = process_time()
    Rules(exclude=("*a" * 900 + "b/",)).refusal("http://" + "a" * 200_000, TODAY)
    assert process_time() - began < 5


def test_a_skipped_host_says_why_and_until_when_and_is_asked_again_after_that_day():
    rules = Rules(host_rules({"example.org": {"skip": "they asked us to wait", "until": date(2026, 12, 31)}}, "a file"))
    said = rules.refusal("https://www.example.org/a", TODAY)
    assert said == "example.org is skipped until 31 December 2026: they asked us to wait (your settings, hosts)"
    assert rules.refusal("https://example.org/", date(2026, 12, 31)) is not None
    assert rules.refusal("https://example.org/", date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    "table",
    [
        {"example.org/a": {"delay": 1}},
        {"": {"delay": 1}},
        {"example.org": 5},
        {"example.org": {"dealy": 1}},
        {"example.org": {"delay": "slow"}},
        {"example.org": {"delay": -1}},
        {"example.org": {"delay": float("nan")}},
        {"example.org": {"width": 0}},
        {"example.org": {"budget": 0}},
        {"example.org": {"until": "2026-12-31"}},
        {"example.org": {"skip": "x", "until": "soon"}},
    ],
)
def test_a_rule_that_is_none_is_told_with_the_host(table):
    with pytest.raises(ConfigError) as caught:
        host_rules(table, "citetrail.toml")
    assert caught.value.subject.startswith("hosts.")
    assert caught.value.hint


def test_two_rules_of_one_host_ask_as_little_as_the_stricter_does():
    mine = HostRule(host="a.example", delay=5.0, budget=10, skip="closed")
    found = HostRule(host="a.example", delay=2.0, width=1, budget=3)
    assert tighter(mine, found) == HostRule(host="a.example", delay=5.0, width=1, budget=3, skip="closed")


def test_a_host_has_its_own_delay_and_the_strictest_rule_of_its_subdomains_counts_for_its_lane():
    rules = (
        HostRule(host="slow.example.org", delay=7.0),
        HostRule(host="eager.example.org", delay=0.1),
        HostRule(host="own.example", delay=0.2, width=4),
    )
    manners = Manners(CrawlSettings(hosts=rules), Policy(()))
    assert manners.of("example.org") == (1, 7.0)
    assert manners.of("own.example") == (4, 0.2)
    assert manners.of("other.example") == (1, 1.0)


def test_a_hosts_budget_puts_off_what_is_over_and_says_whose_it_is():
    rules = Rules((HostRule(host="example.org", budget=2),))
    budget = Budget(100, 0, 3, rules)
    taken = [budget.take(f"https://{host}.example.org/{n}", admitted=False) for n, host in enumerate("abc")]
    assert taken[:2] == [None, None]
    assert (
        taken[2] == "more than 2 sources of example.org in one run (hosts, budget); the next run goes on with the rest"
    )
    others = [budget.take(f"https://other.example/{n}", admitted=False) for n in range(4)]
    assert others[:3] == [None] * 3
    assert "max_per_host" in others[3]
    assert budget.take("https://a.example.org/0", admitted=False) is None

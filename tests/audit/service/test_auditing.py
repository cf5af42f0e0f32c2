"""One article audited: what a person hears meanwhile."""

import asyncio

import pytest

from audit.service.auditing import audit_article
from audit.service.bench import Nobody
from audit.service.order import Order

pytestmark = pytest.mark.integration


def test_a_person_hears_that_it_is_judged_when_nothing_is_looked_at_any_more(bench, article):
    heard = []
    order = Order(article=article, data=b"x", name="lamp.html")
    asyncio.run(
        audit_article(
            order, Nobody(bench.now), bench, progress=lambda capture: heard.append(capture.url), phase=heard.append
        )
    )
    assert heard.index("judging") > heard.index("https://paper.example/letter")


def test_an_audit_tells_of_which_file_it_is(bench, article):
    for given, told in (("export.json", "export.json"), ("", "lamp.html")):
        order = Order(article=article, data=b"x", name="lamp.html", given=given)
        assert asyncio.run(audit_article(order, Nobody(bench.now), bench)).run["input"] == told

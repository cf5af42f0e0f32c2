from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.model import NOT_LOOKED, Article, Audit, Capture, Failure, Finding, LinkState, Severity, Span, Text
from storage import Archive
from storage.bodies import digest_of

pytestmark = pytest.mark.integration

st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(
    Span, st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), sum(pair)))
)
_few = settings(max_examples=40, deadline=None)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive.open(Path(tmp_path_factory.mktemp("shelf")) / "archive.db")


@_few
@given(capture=st.from_type(Capture), failure=st.sampled_from([None, *(f for f in Failure if f not in NOT_LOOKED)]))
def test_every_capture_survives(shelf: Archive, capture: Capture, failure: Failure | None) -> None:
    (kept,) = shelf.keep_captures([replace(capture, failure=failure)])
    expected = replace(capture, failure=failure, id=kept.id, body=None)
    if capture.body is not None:
        expected = replace(expected, digest=digest_of(capture.body), size=len(capture.body))
    assert shelf.capture(kept.id) == kept == expected


@_few
@given(text=st.from_type(Text))
def test_every_text_survives(shelf: Archive, text: Text) -> None:
    shelf.keep_text("sha256:0", "1", text)
    assert shelf.text("sha256:0", "1") == text


@_few
@given(
    article=st.from_type(Article),
    finding=st.from_type(Finding),
    link=st.from_type(LinkState),
    severity=st.sampled_from([None, *Severity]),
    at=st.from_type(datetime),
)
def test_every_audit_survives(
    shelf: Archive, article: Article, finding: Finding, link: LinkState, severity: Severity | None, at: datetime
) -> None:
    finding = replace(finding, severity=severity, source=replace(finding.source, capture=""))
    whole = Audit(article=article, findings=(finding,), links=(link,), audited_at=at, name="a.html", run={"n": 1.5})
    made = shelf.keep_audit(whole)
    assert shelf.audit(made) == replace(whole, id=made)

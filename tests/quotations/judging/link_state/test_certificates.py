"""What a person reads of a certificate that did not pass."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quotations.model import Certificate, Chain, TlsFault

pytestmark = pytest.mark.unit

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def days(number):
    return NOON - timedelta(days=number)


def shown(**more):
    facts = {
        "subject": "CN=paper.example",
        "issuer": "CN=R3,O=Let's Sign\\, Ltd.,C=US",
        "not_before": days(400),
        "not_after": days(310),
        "names": ("paper.example", "www.paper.example"),
    }
    return Certificate(**{**facts, **more})


def told(make, *faults, chains):
    case = make.Case()
    state = case.state(make.article(), tls_verified=False, tls_faults=faults, chains=chains)
    return next(words for words in state.evidence if "certificate" in words)


def test_an_expired_one_says_since_when_and_who_issued_it(make):
    said = told(make, TlsFault.EXPIRED, chains=(Chain(host="paper.example", certificates=(shown(),)),))
    assert said == (
        "the certificate could not be verified: it expired on 4 May 2025; issued by R3, Let's Sign, Ltd. on 3 February 2025"
    )


def test_one_to_come_says_from_when(make):
    chain = Chain(host="paper.example", certificates=(shown(not_before=days(-3), not_after=days(-90)),))
    assert "it is not valid before 13 March 2026" in told(make, TlsFault.NOT_YET_VALID, chains=(chain,))


def test_an_issuer_that_expired_is_named(make):
    leaf = shown(not_after=days(-9))
    above = shown(subject="CN=Old Root,O=Gate", issuer="CN=Old Root,O=Gate", names=())
    said = told(make, TlsFault.EXPIRED, chains=(Chain(host="paper.example", certificates=(leaf, above)),))
    assert "that of its issuer Old Root, Gate expired on 4 May 2025" in said


def test_one_for_other_names_says_for_which(make):
    names = ("a.example", "b.example", "c.example", "d.example")
    chain = Chain(host="paper.example", certificates=(shown(names=names, not_after=days(-9)),))
    said = told(make, TlsFault.WRONG_HOST, chains=(chain,))
    assert "it is for another name, a.example, b.example, c.example and others" in said


def test_one_that_signed_itself_names_no_issuer(make):
    chain = Chain(host="paper.example", certificates=(shown(issuer="CN=paper.example"),))
    said = told(make, TlsFault.SELF_SIGNED, chains=(chain,))
    assert said == "the certificate could not be verified: nobody vouches for it, it is signed by itself"


def test_of_several_hosts_the_one_at_fault_is_named(make):
    good = Chain(host="paper.example", certificates=(shown(not_after=days(-9)),))
    bad = Chain(host="old.example", certificates=(shown(names=("*.old.example", "old.example")),))
    said = told(make, TlsFault.EXPIRED, chains=(good, bad))
    assert said.startswith("the certificate of old.example could not be verified: it expired on 4 May 2025")


def test_a_star_stands_for_one_label(make):
    star = Chain(host="news.old.example", certificates=(shown(names=("*.old.example",), not_after=days(-9)),))
    other = Chain(host="a.news.old.example", certificates=(replace(star.certificates[0]),))
    said = told(make, TlsFault.WRONG_HOST, chains=(star, other))
    assert said.startswith("the certificate of a.news.old.example could not be verified")


def test_looks_that_kept_no_certificates_say_what_was_wrong(make):
    assert told(make, TlsFault.EXPIRED, chains=()) == "the certificate could not be verified: it has expired"

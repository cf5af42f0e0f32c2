from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.failures import Failed
from crawler.guard.policy import Policy
from crawler.guard.urls import check_url, literal_of
from quotations.errors import ConfigError
from quotations.model import Failure

pytestmark = pytest.mark.unit

REFUSED = [
    "127.0.0.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1",
    "192.88.99.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "255.255.255.255", "168.63.129.16", "100.100.100.200",
    "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001::1", "2001:db8::1",
    "2002:a00:1::", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1%eth0", "fec0::1", "ff02::1",
    "2620:0:1::5efe:10.0.0.1", "no address",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]


@pytest.mark.parametrize("address", REFUSED)
def test_special_addresses_are_refused_with_a_reason(address: str) -> None:
    assert Policy().why_not(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_pass(address: str) -> None:
    assert Policy().why_not(address) is None


def test_only_the_admitted_block_is_admitted() -> None:
    policy = Policy(allow=["10.20.0.0/16", "::1/128"])
    assert policy.why_not("10.20.3.4") is None
    assert policy.why_not("::ffff:10.20.3.4") is None
    assert policy.why_not("::1") is None
    assert policy.why_not("10.21.0.1")
    assert policy.admits("10.20.3.4")
    assert not policy.admits("93.184.216.34")


@given(st.integers(0, 2**32 - 1))
def test_no_disguise_of_an_address_passes_where_the_address_does_not(number: int) -> None:
    policy, plain = Policy(), ipaddress.IPv4Address(number)
    for disguise in (f"::ffff:{plain}", f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}"):
        assert bool(policy.why_not(disguise)) == bool(policy.why_not(str(plain)))


@pytest.mark.parametrize("block", ["10.0.0.0/33", "somewhere", ""])
def test_a_block_that_cannot_be_read_is_refused_with_a_hint(block: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Policy(allow=[block])
    assert caught.value.hint


@pytest.mark.parametrize(
    ("entry", "host", "port", "addresses"),
    [
        ("paper.example:80:192.0.2.1", "paper.example", 80, ("192.0.2.1",)),
        ("Paper.Example.:443:[2001:db8::1]", "paper.example", 443, ("2001:db8::1",)),
        ("paper.example:443:2001:db8::1", "paper.example", 443, ("2001:db8::1",)),
        ("+paper.example:80:192.0.2.1,[2001:db8::1]", "paper.example", 80, ("192.0.2.1", "2001:db8::1")),
        ("*:80:192.0.2.1", "any.name", 80, ("192.0.2.1",)),
        ("[2001:db8::2]:80:192.0.2.1", "2001:db8::2", 80, ("192.0.2.1",)),
    ],
)
def test_pins_are_read_as_curl_reads_them(entry: str, host: str, port: int, addresses: tuple[str, ...]) -> None:
    pins = Policy(resolve=[entry]).pins
    assert pins.find(host, port) == addresses
    assert pins.find(host, port + 1) is None


def test_pins_of_a_domain_are_those_of_all_that_lies_under_it_and_of_every_name() -> None:
    entries = ["paper.example:80:192.0.2.1", "a.b.paper.example:80:192.0.2.2", "newspaper.example:80:192.0.2.3"]
    pins = Policy(resolve=entries).pins
    assert sorted(pins.under("Paper.Example.")) == ["192.0.2.1", "192.0.2.2"]
    assert pins.under("b.paper.example") == ("192.0.2.2",)
    assert pins.under("elsewhere.example") == ()
    assert Policy(resolve=[*entries, "*:80:192.0.2.9"]).pins.under("elsewhere.example") == ("192.0.2.9",)


@pytest.mark.parametrize("entry", ["paper.example", "paper.example:80", "paper.example:80:elsewhere", ":80:192.0.2.1"])
def test_a_pin_that_cannot_be_read_is_refused(entry: str) -> None:
    with pytest.raises(ConfigError):
        Policy(resolve=[entry])


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "①②⑦.⓪.⓪.①", "127。0。0。1"]
)
def test_every_spelling_of_an_address_is_that_address(host: str) -> None:
    assert literal_of(host) == "127.0.0.1"


@pytest.mark.parametrize("host", ["paper.example", "1.example", "a1", "0x.example"])
def test_names_are_no_addresses(host: str) -> None:
    assert literal_of(host) is None


@pytest.mark.parametrize(
    ("url", "failure"),
    [
        ("http://127.0.0.1/", Failure.BLOCKED_ADDRESS),
        ("http://paper.example:25/", Failure.BLOCKED_ADDRESS),
        ("http://me:secret@paper.example/", Failure.BLOCKED_ADDRESS),
        ("http://:80/", Failure.DNS),
        ("http://paper.example:99999/", Failure.DNS),
        ("ftp://paper.example/", Failure.SCHEME),
    ],
)
def test_an_address_is_refused_by_what_it_says(url: str, failure: Failure) -> None:
    with pytest.raises(Failed) as caught:
        check_url(url, Policy())
    assert caught.value.failure is failure


def test_credentials_are_not_repeated() -> None:
    with pytest.raises(Failed) as caught:
        check_url("http://me:secret@paper.example/", Policy())
    assert "secret" not in caught.value.detail


def test_a_plain_address_passes() -> None:
    check_url("https://paper.example:8443/a?b", Policy())

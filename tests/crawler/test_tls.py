from __future__ import annotations

import datetime
import ipaddress
import ssl
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from quotations.model import Failure, TlsFault

pytestmark = pytest.mark.integration

NOW = datetime.datetime.now(datetime.UTC)
YEAR = datetime.timedelta(days=365)


#: Answers that end with their head, some with the connection.
BODILESS = {
    "204": b"HTTP/1.1 204 No Content\r\n\r\n",
    "204 and closed": b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
    "no letter": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "gone without a word": b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "closed at once": b"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n",
}


class Authority:
    """A certificate authority of the test's own."""

    def __init__(self, folder: Path, called: str = "the test's own authority") -> None:
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, called)])
        self.cert = self._build(name, name, self.key, self.key, NOW - YEAR, NOW + YEAR, authority=True)
        self.file = folder / "authority.pem"
        self.file.write_bytes(self.cert.public_bytes(serialization.Encoding.PEM))

    def context(
        self,
        *names: str,
        start: datetime.datetime = NOW - 2 * YEAR,
        until: datetime.datetime = NOW + YEAR,
        signed: bool = True,
        issuer_too: bool = False,
    ) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        issuer, signer = (self.cert.subject, self.key) if signed else (subject, key)
        cert = self._build(subject, issuer, key, signer, start, until, names=names)
        file = self.folder / f"{names[0]}-{start:%Y}-{until:%Y}-{signed}-{issuer_too}.pem"
        plain = serialization.NoEncryption()
        file.write_bytes(
            key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
            + cert.public_bytes(serialization.Encoding.PEM)
        )
        if issuer_too:
            file.write_bytes(file.read_bytes() + self.file.read_bytes())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _build(self, subject: Any, issuer: Any, key: Any, signer: Any, start: Any, end: Any, **rest: Any) -> Any:
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=rest.get("authority", False), path_length=None), critical=True)
        )
        if rest.get("names"):
            alternatives = [_alternative(name) for name in rest["names"]]
            builder = builder.add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        return builder.sign(signer, hashes.SHA256())


def _alternative(name: str) -> Any:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


@pytest.fixture(scope="module")
def found(net: Any, tmp_path_factory: Any) -> Any:
    authority = Authority(tmp_path_factory.mktemp("tls"))
    contexts = {
        "good": authority.context("paper.example"),
        "address": authority.context("127.0.3.2"),
        "other-name": authority.context("another.example"),
        "expired": authority.context("paper.example", until=NOW - YEAR),
        "self-signed": authority.context("paper.example", signed=False),
        "three faults": authority.context("another.example", signed=False, until=NOW - YEAR),
        "to come": authority.context("paper.example", start=NOW + YEAR / 2),
        "with its issuer": authority.context("paper.example", issuer_too=True),
        "unknown authority": Authority(tmp_path_factory.mktemp("other"), "nobody's").context("paper.example"),
    }
    sites, pins = {}, []
    for number, (name, context) in enumerate(contexts.items()):
        site = sites[name] = net.site(f"127.0.3.{number + 1}", tls=context)
        site.answers = {"/x": net.page(name.encode()), "/to-expired": b""}
        pins.append(f"paper.example:{site.port}:{site.address}")
    sites["plain"] = net.site("127.0.3.99", greeting=b"HTTP/1.1 400 Bad Request\r\n\r\n")
    plain = net.site("127.0.3.98")
    hosts = dict.fromkeys(contexts, "paper.example") | {"address": "127.0.3.2", "plain": "127.0.3.99"}
    at = {name: f"https://{hosts[name]}:{site.port}" for name, site in sites.items()}
    sites["good"].answers["/to-expired"] = net.redirect(at["expired"] + "/x")
    sites["good"].answers["/to-plain"] = net.redirect(plain.url + "/y")
    sites["good"].answers |= {f"/{quote(name)}": head for name, head in BODILESS.items()}
    plain.answers = {"/y": net.page(b"plain")}
    wanted = [*(base + "/x" for base in at.values()), at["good"] + "/to-expired", at["good"] + "/to-plain"]
    wanted += [f"{at['good']}/{quote(name)}" for name in BODILESS]
    looked = net.look(wanted, resolve=pins, environment={"SSL_CERT_FILE": str(authority.file)})
    names = [*at, "to-expired", "to-plain", *BODILESS]
    return dict(zip(names, looked.captures, strict=True)) | {"sites": sites}


@pytest.mark.parametrize("name", ["good", "address"])
def test_a_good_certificate_is_verified(found: Any, name: str) -> None:
    assert (found[name].body, found[name].tls_verified, found[name].tls_faults) == (name.encode(), True, ())


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        ("other-name", {TlsFault.WRONG_HOST}),
        ("expired", {TlsFault.EXPIRED}),
        ("to come", {TlsFault.NOT_YET_VALID}),
        ("self-signed", {TlsFault.SELF_SIGNED}),
        ("unknown authority", {TlsFault.UNTRUSTED}),
        ("three faults", {TlsFault.SELF_SIGNED, TlsFault.EXPIRED, TlsFault.WRONG_HOST}),
    ],
)
def test_a_faulty_certificate_is_looked_past_and_what_is_wrong_is_kept(found: Any, name: str, faults: Any) -> None:
    assert (found[name].body, found[name].tls_verified, found[name].failure) == (name.encode(), False, None)
    assert set(found[name].tls_faults) == faults


def test_the_certificates_that_a_host_showed_are_kept(found: Any) -> None:
    (chain,) = found["expired"].chains
    leaf = chain.certificates[0]
    assert (chain.host, leaf.subject, leaf.issuer) == (
        "paper.example",
        "CN=paper.example",
        "CN=the test's own authority",
    )
    assert (leaf.names, leaf.not_after.date()) == (("paper.example",), (NOW - YEAR).date())
    assert leaf.digest.startswith("sha256:")


def test_certificates_for_an_address_and_of_each_hop_are_kept(found: Any) -> None:
    assert found["address"].chains[0].certificates[0].names == ("127.0.3.2",)
    assert found["good"].chains[0].certificates[0].not_after > NOW
    assert found["plain"].chains == ()


@pytest.mark.parametrize("name", BODILESS)
def test_the_certificates_of_an_answer_without_a_body_are_kept(found: Any, name: str) -> None:
    (chain,) = found[name].chains
    assert (found[name].body or b"", found[name].tls_verified) == (b"", True)
    assert (chain.host, chain.certificates[0].names) == ("paper.example", ("paper.example",))


def test_issuers_are_kept_as_far_as_they_are_sent(found: Any) -> None:
    assert [one.subject for one in found["with its issuer"].chains[0].certificates] == [
        "CN=paper.example",
        "CN=the test's own authority",
    ]


def test_one_faulty_hop_makes_the_chain_unverified(found: Any) -> None:
    assert (found["to-expired"].body, found["to-expired"].tls_verified) == (b"expired", False)
    assert found["to-expired"].tls_faults == (TlsFault.EXPIRED,)


def test_what_speaks_no_tls_is_a_tls_failure_and_not_looked_past(found: Any) -> None:
    assert found["plain"].failure is Failure.TLS
    assert found["plain"].tls_verified is None


def test_a_plain_answer_after_a_verified_hop_is_recorded_as_verified_so_far(found: Any) -> None:
    assert found["to-plain"].body == b"plain"

"""The ground that the hostile site stands on: raw listeners, one thread a connection, bytes as they are written."""

import contextlib
import socket
import ssl
import struct
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pages import http


@dataclass
class Asked:
    """One request: what a behaviour may look at."""

    method: str
    target: str
    host: str
    headers: dict
    turn: int  #: how often this was asked before
    since: float  #: seconds since it was first asked


@dataclass
class Ground:
    """Listeners of all kinds on this machine's own addresses, and what they answer by (host, path)."""

    answers: dict = field(default_factory=dict)
    seen: dict = field(default_factory=dict)
    hits: list = field(default_factory=list)

    def listen(self, address="127.0.0.1", *, tls=None, raw=None):
        """The port of a new listener. *raw* takes the connection whatever is asked."""
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        listener = socket.create_server((address, 0), family=family, backlog=1024)
        threading.Thread(target=self._accept, args=(listener, tls, raw), daemon=True).start()
        return listener.getsockname()[1]

    def _accept(self, listener, tls, raw):
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection, tls, raw), daemon=True).start()

    def _serve(self, connection, tls, raw):
        with contextlib.suppress(OSError, ssl.SSLError, ValueError):
            connection.settimeout(40)
            if raw is not None:
                raw(connection)
                return
            if tls is not None:
                connection = tls.wrap_socket(connection, server_side=True)
            with connection:
                self._answer(connection)

    def _answer(self, connection):
        data = b""
        while True:
            while b"\r\n\r\n" not in data:
                more = connection.recv(65536)
                if not more:
                    return
                data += more
            head, _, data = data.partition(b"\r\n\r\n")
            answer = self._to(head, connection)
            if answer is not None:
                connection.sendall(answer)
            if answer is None or not _stays(answer) or b"\nconnection: close" in head.lower():
                return

    def _to(self, head, connection):
        """What is said to a request with that *head*; None where a behaviour has said it already."""
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        host = headers.get("host", "")
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        turn, began = self.seen.setdefault((name, target), [0, time.monotonic()])
        self.seen[(name, target)][0] += 1
        self.hits.append((name, target))
        answer = self._find(name, target)
        if callable(answer):
            return answer(Asked(method, target, name, headers, turn, time.monotonic() - began), connection)
        return answer

    def _find(self, name, target):
        for key in ((name, target), (name, "*"), ("*", target)):
            if key in self.answers:
                return self.answers[key]
        return http("<!doctype html><title>404 Not Found</title><h1>Not Found</h1>", "404 Not Found")


def _stays(answer):
    """Whether the connection outlives *answer*, as it does where the answer is whole and does not say otherwise."""
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    return (
        lines[0].startswith(b"http/1.1 ")
        and b"content-length: %d" % len(body) in lines
        and b"connection: close" not in lines
        and not any(line.startswith(b"transfer-encoding") for line in lines)
    )


def certificate(names, *, days=(-1, 30)):
    """A TLS context with a certificate that nobody vouches for, for *names* and between these days from now."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), critical=False)
        .sign(key, hashes.SHA256())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "both.pem"
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
        context.load_cert_chain(path)
    return context


def reset(connection):
    """Close so that the other side sees a reset."""
    connection.recv(1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def silence(connection):
    """Take the request for a page and never answer; there are no rules for robots."""
    with contextlib.suppress(OSError), connection:
        if b"/robots.txt" in connection.recv(65536):
            connection.sendall(http("", "404 Not Found"))
        else:
            time.sleep(40)


def speaks(words):
    """Say *words* whatever is asked, then close."""

    def say(connection):
        connection.recv(65536)
        connection.sendall(words)
        connection.close()

    return say


def closed_port():
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def turns(*answers):
    """One answer after another, the last one for ever."""
    return lambda asked, connection: answers[min(asked.turn, len(answers) - 1)]

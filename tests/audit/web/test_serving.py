import socket

import pytest

from audit.web.serving import _listen

pytestmark = pytest.mark.unit


def test_an_answers_body_does_not_wait_until_its_head_has_arrived() -> None:
    with _listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        listening.setblocking(True)
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

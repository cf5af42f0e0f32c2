"""Frames come out of the pipe as they went in, however they came."""

from __future__ import annotations

import socket
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.sandbox.frames import AHEAD, packed, receive

pytestmark = pytest.mark.unit


@settings(deadline=None, max_examples=30)
@given(
    sizes=st.lists(st.sampled_from([0, 1, 11, 500, AHEAD - 40, AHEAD - 1, AHEAD, 3 * AHEAD]), min_size=1, max_size=6),
    step=st.integers(1, 2 * AHEAD),
)
def test_frames_that_come_together_or_in_pieces_are_taken_apart(sizes: list[int], step: int) -> None:
    frames = b"".join(packed({"n": n}, [bytes([n]) * size]) for n, size in enumerate(sizes))
    ours, theirs = socket.socketpair()
    step = max(step, len(frames) // 200)

    def send() -> None:
        for at in range(0, len(frames), step):
            theirs.sendall(frames[at : at + step])
        theirs.close()

    sender = threading.Thread(target=send)
    sender.start()
    ahead = bytearray()
    with ours:
        taken = [receive(ours, ahead=ahead) for _ in sizes]
    sender.join()
    assert taken == [({"n": n}, bytes([n]) * size) for n, size in enumerate(sizes)]
    assert not ahead

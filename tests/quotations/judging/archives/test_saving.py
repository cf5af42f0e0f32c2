"""Save Page Now's answers, in the forms that it is known to give."""

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest

from quotations.judging.archives.saving import Saved, meaning, read_answer, request, seen_there

pytestmark = pytest.mark.unit


def answer(**said):
    return read_answer(json.dumps(said).encode())


def test_a_page_is_handed_in_unless_a_young_copy_is_held():
    form = parse_qs(request("https://river.example/a?b=1&c=ü", 30).decode())
    assert form["url"] == ["https://river.example/a?b=1&c=ü"]
    assert form["if_not_archived_within"] == ["30d"]


def test_a_page_handed_in_has_a_job_of_any_name():
    for name in ("spn2-dea4b01e", "ac58789b-f3ca-48d0-9ea6-1d1225e98695"):
        told = answer(url="https://river.example/", job_id=name)
        assert (told.status, told.job) == ("pending", name)
    again = answer(
        url="https://river.example/", job_id="spn2-1", message="The same snapshot had been made 2 minutes ago."
    )
    assert (again.status, again.message[:17]) == ("pending", "The same snapshot")


def test_a_job_that_is_done_says_when():
    told = answer(status="success", job_id="spn2-1", timestamp="20261125233000", original_url="https://river.example/", http_status=200)  # fmt: skip
    assert (told.status, told.at) == ("success", datetime(2026, 11, 25, 23, 30, tzinfo=UTC))
    assert (told.original, told.http_status) == ("https://river.example/", 200)


def test_an_error_is_one_whatever_the_status_of_its_answer():
    told = answer(status="error", status_ext="error:too-many-daily-captures", message="Captured 5 times today.")
    assert (told.status, told.error) == ("error", "too-many-daily-captures")
    assert answer(status_ext="error:no-access", url="x").error == "no-access"


@pytest.mark.parametrize("data", [b"", b"<html>502 Bad Gateway", b"[]", b'{"url": "x"}', b"{" * 99_999])
def test_what_is_no_answer_is_an_error_without_a_word(data):
    told = read_answer(data)
    assert (told.status, told.error) == ("error", None)
    assert meaning(told.error) is Saved.AGAIN


#: Every word of the published list of errors, and one that is not in it.
MEANINGS = [
    (Saved.HELD, "too-many-daily-captures same-snapshot"),
    (
        Saved.AGAIN,
        "user-session-limit celery browsing-timeout soft-time-limit-exceeded proxy-error no-browsers-available capture-location-error internal-server-error job-failed cannot-fetch bad-gateway gateway-timeout service-unavailable read-timeout protocol-error too-many-requests max-daily-bandwidth-host no-captures",
    ),
    (Saved.STOPPED, "blocked-client-ip max-daily-bandwidth max-daily-bandwidth-from-ip"),
    (
        Saved.REFUSED,
        "bad-request bandwidth-limit-exceeded blocked blocked-url filesize-limit ftp-access-denied http-version-not-supported invalid-url-syntax invalid-server-response invalid-host-resolution method-not-allowed not-implemented network-authentication-required no-access not-found too-many-redirects unauthorized a-word-of-next-year",
    ),
]


@pytest.mark.parametrize(("means", "word"), [(means, word) for means, words in MEANINGS for word in words.split()])
def test_each_word_means_one_thing(means, word):
    assert meaning(word) is means


def test_what_the_page_answered_there_is_a_second_opinion():
    assert seen_there("not-found") == "404 Not Found"
    assert seen_there("bandwidth-limit-exceeded") == "509 Bandwidth Limit Exceeded"
    assert seen_there("celery") is None
    assert seen_there("cannot-fetch") is None  # the archive's own overload


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("You need to be logged in to use Save Page Now.", "unauthorized-user"),
        ("The same snapshot had been made 12 minutes ago. You can make new capture of this URL after 1 hour.", "same-snapshot"),
        ("This URL has been already captured 7 times today, which is a daily limit.", "too-many-daily-captures"),
        ("You have already reached the limit of active Save Page Now sessions.", "user-session-limit"),
        ("Something new.", None),
    ],
)  # fmt: skip
def test_a_message_without_a_word_is_read(message, word):
    assert answer(url="https://river.example/", message=message).error == word

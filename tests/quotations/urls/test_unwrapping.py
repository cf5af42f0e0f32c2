"""Wrapped addresses, by their documented rules."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.urls import unwrap
from quotations.urls.wrappers import WRAPPERS

pytestmark = pytest.mark.unit

TARGET = "https://board.example/returns?year=2023&pump=fen"
ONCE = "https%3A%2F%2Fboard.example%2Freturns%3Fyear%3D2023%26pump%3Dfen"


def token(fields: dict[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(fields).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "wrapped",
    [
        f"https://www.google.com/url?q={ONCE}&sa=D&source=editors&ust=17&usg=AO",
        f"https://www.google.co.uk/url?sa=t&url={ONCE}&ved=2",
        f"https://l.facebook.com/l.php?u={ONCE}&h=AT0",
        f"https://lm.facebook.com/l.php?u={ONCE}&h=AT0",
        f"https://lm.facebook.com/l.php?u={ONCE}%26fbclid%3DIwAR0&h=AT0",
        f"https://lm.facebook.com/l.php?u={ONCE.replace('%3F', '%3Ffbclid%3DIwAR0%26')}&h=AT0",
        f"https://l.instagram.com/?u={ONCE}&e=AT",
        f"https://eur02.safelinks.protection.outlook.com/?url={ONCE}&data=05%7C02&reserved=0",
        "https://urldefense.com/v3/__https://board.example/returns?year=2023&pump=fen__;!!K3!aB-_$",
        "https://urldefense.com/v3/__https://board.example/returns?year=2023*pump=fen__;Jg!!K3!aB$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__board.example_returns-3Fyear-3D2023-26pump-3Dfen&d=DwM",
        f"https://www.linkedin.com/redir/redirect?url={ONCE}&urlhash=x",
        f"https://www.youtube.com/redirect?event=video&redir_token=Q&q={ONCE}&v=1",
        f"https://medium.com/r/?url={ONCE}",
        f"https://medium.com/m/global-identity?redirectUrl={ONCE}",
        f"https://translate.google.com/translate?sl=de&tl=en&u={ONCE}",
        "https://board-example.translate.goog/returns?year=2023&pump=fen&_x_tr_sl=de&_x_tr_tl=en&_x_tr_hl=en",
        f"https://vk.com/away.php?to={ONCE}&cc_key=",
        f"https://out.reddit.com/t3_x?url={ONCE}&token=AQ",
        f"https://duckduckgo.com/l/?uddg={ONCE}&rut=1",
        f"https://html.duckduckgo.com/l/?kh=-1&uddg={ONCE}",
        "https://www.bing.com/ck/a?!&&p=9&u=a1aHR0cHM6Ly9ib2FyZC5leGFtcGxlL3JldHVybnM_eWVhcj0yMDIzJnB1bXA9ZmVu&ntb=1",
        f"https://r.search.yahoo.com/_ylt=A/RV=2/RE=16/RO=10/RU={ONCE}/RK=2/RS=x",
        f"https://slack-redir.net/link?url={ONCE}",
        f"https://steamcommunity.com/linkfilter/?url={ONCE}",
        f"https://login.ezproxy.library.example/login?qurl={ONCE}",
        "https://ezproxy.library.example/login?url=https://board.example/returns?year=2023&pump=fen",
        "https://board.example.ezproxy.library.example/returns?year=2023&pump=fen",
        "https://board-example.ezproxy.library.example/returns?year=2023&pump=fen",
        f"https://go.openathens.net/redirector/uni.example?url={ONCE}",
        f"https://t.umblr.com/redirect?z={ONCE}&t=x",
        f"https://disq.us/url?url={ONCE}%3A0GZ2D7rIl2cO_jPIRVBuAQhQfnQ&cuid=1",
        f"https://href.li/?{TARGET}",
        f"https://via.hypothes.is/{TARGET}",
        f"https://x.r.eu-west-1.awstrack.me/L0/{ONCE}/1/0100/sig",
        f"https://secure-web.cisco.com/1aB/{ONCE}",
        f"https://www.google.de/aclk?sa=l&ai=x&adurl={ONCE}",
        f"https://meet.google.com/linkredirect?authuser=0&dest={ONCE}",
        f"https://rds.yahoo.com/_ylt=A0/SIG=12/EXP=1/**{ONCE}",
        f"https://us.rd.yahoo.com/dailynews/rss/*{TARGET}",
        f"https://twitter.com/i/redirect?url={ONCE}&t=1",
        f"https://go.bsky.app/redirect?u={ONCE}",
        f"https://blog.medium.com/r?url={ONCE}",
        f"https://outlook.office.com/mail/safelink.html?url={ONCE}&corid=1",
        f"https://scanmail.trustwave.com/?c=1&d=2&u={ONCE}",
        "https://protect.checkpoint.com/v2/r01/___https://board.example/returns?year=2023&pump=fen___.YzJlOmFi",
        f"https://tracking.letters.example/CL0/{ONCE}/1/0100018a1b2c3d4e-0000/abc=123",
        f"https://click.redditmail.example/CL0/{ONCE.replace('%3A', ':')}/1/0100018a1b2c3d4e-0000/abc=123",
        f"https://substack.com/redirect/2/{token({'e': TARGET, 'p': 1, 'iat': 2})}.SiG-x",
        f"https://mandrillapp.com/track/click/30/board.example?p={token({'s': 'x', 'p': json.dumps({'u': 30, 'url': TARGET})})}",
        f"https://click.kit-mail3.com/abc/def/{base64.urlsafe_b64encode(TARGET.encode()).decode()}",
        f"https://lnks.gd/l/eyJhbGciOiJIUzI1NiJ9.{token({'uri': 'bp2:click', 'url': TARGET})}.SiG/s/1/br/2-l",
        f"https://www.anrdoezrs.net/links/1/type/dlg/{TARGET}",
        f"https://www.anrdoezrs.net/click-1-2?sid=a&url={ONCE}",
        f"https://hyp.is/go?url={ONCE}&group=__world__",
        "https://hyp.is/aBcDeFgHiJkLmNoPqRsTuV/board.example/returns?year=2023&pump=fen",
        "https://board-example.eu1.proxy.openathens.net/returns?year=2023&pump=fen",
        "https://proxy.library.uni.example/login?url=https://board.example/returns?year=2023&pump=fen",
        "https://translated.turbopages.org/proxy_u/de-en.en.1a2b/https/board.example/returns?year=2023&pump=fen",
    ],
)
def test_the_address_inside_a_wrapper_is_found(wrapped):
    assert unwrap(wrapped) == TARGET


@pytest.mark.parametrize(
    "own",
    [
        f"https://unknown.example/go?url={ONCE}",
        f"https://board.example/login?next={ONCE}",
        "https://t.co/maPW6RWL3F",
        f"https://www.facebook.com/sharer/sharer.php?u={ONCE}",
        "https://www.google.com/search?q=https://board.example/",
        "https://www.google.com/url?q=board+returns",
        "https://www.youtube.com/watch?v=abc",
        "https://notgoogle.com/url?q=https://board.example/",
        "https://evil-google.com/url?q=https://board.example/",
        "mailto:a@b.example",
        "https://click.letter.example/f/a/Zm9v~~/AAB",
        f"https://proxy.example/login?url={ONCE}",
        f"https://board.example/CL0/{ONCE}",
        "https://substack.com/redirect/0e3ac3f8-aaaa-bbbb-cccc-abcdefabcdef?j=eyJ1IjoiYWIifQ.x",
        "https://substack.com/redirect/2/bm90IGpzb24.x",
        f"https://lnks.gd/l/eyJhbGciOiJIUzI1NiJ9.{base64.b64encode(b'[1]').decode()}.x",
        "https://protect-us.mimecast.com/s/abc?domain=board.example",
        "https://paper.us1.list-manage.com/track/click?u=abc&id=def&e=1",
        "https://x.na1.hubspotlinks.com/Ctc/abc",
        "https://0-day.example/returns",
        "https://proxy.example/returns",
    ],
)
def test_what_is_a_page_of_its_own_stays(own):
    assert unwrap(own) == own


def test_an_address_is_decoded_once():
    assert unwrap("https://www.google.com/url?q=https://f.example/Engineer%2520report.pdf") == (
        "https://f.example/Engineer%20report.pdf"
    )
    assert unwrap("https://www.google.com/url?q=https://f.example/%25E9t%25E9") == "https://f.example/%E9t%E9"
    assert unwrap("https://www.google.com/url?q=https://f.example/%C3%A9") == "https://f.example/%C3%A9"


def test_a_wrapper_inside_a_wrapper_is_undone_too():
    inner = f"https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D{ONCE.replace('%', '%25')}"
    assert unwrap(f"https://nam02.safelinks.protection.outlook.com/?url={inner}&data=1") == TARGET


def test_a_fragment_is_carried_over_to_an_address_that_has_none():
    assert unwrap("https://www.google.com/url?q=https://a.example/x#part") == "https://a.example/x#part"
    assert unwrap("https://www.google.com/url?q=https://a.example/x%23own#part") == "https://a.example/x#own"


def test_a_proof_point_run_of_characters_is_put_back():
    wrapped = "https://urldefense.com/v3/__https://a.example/**Aab__;4oCc4oCd!!K!x$"
    assert unwrap(wrapped) == "https://a.example/%E2%80%9C%E2%80%9Dab"


def test_an_amp_cache_leads_to_its_page():
    assert unwrap("https://www.google.com/amp/s/paper.example/a.amp") == "https://paper.example/a.amp"
    for cache in ("paper-example.cdn.ampproject.org/c", "cdn.ampproject.org/v", "paper-example.bing-amp.com/c"):
        assert unwrap(f"https://{cache}/s/paper.example/a") == "https://paper.example/a"
    assert unwrap("https://www.bing.com/amp/s/paper.example/a") == "https://paper.example/a"


def test_a_catalogues_proxy_leads_to_the_publisher():
    assert unwrap("http://0-www.journal.org.cat.uni.example/a?b=1") == "https://www.journal.org/a?b=1"


def test_an_address_on_youtube_itself_is_found():
    wrapped = "https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3Dabc%26feature%3Dshare"
    assert unwrap(wrapped) == "https://www.youtube.com/watch?v=abc&feature=share"


def test_every_rule_of_the_table_undoes_an_address_of_its_kind():
    for wrapper in WRAPPERS:
        if wrapper.encoding != "escapes" or not wrapper.parameters:
            continue
        host = wrapper.hosts[0].replace("*.", "x.").replace(".*", ".com")
        for path in wrapper.paths:
            assert unwrap(f"https://{host}{path}?{wrapper.parameters[0]}={ONCE}") == TARGET, (host, path)


@given(st.text(max_size=80))
def test_nothing_is_too_odd_to_unwrap(words):
    for url in (words, f"https://www.google.com/url?q={words}", f"https://urldefense.com/v3/__{words}__;{words}!!x"):
        assert isinstance(unwrap(url), str)

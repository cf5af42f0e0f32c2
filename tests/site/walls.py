"""Walls by vendor, whatever the status."""

from furniture import CF_SCRIPT, CHALLENGE
from pages import http, notice


def walls(site):
    """One wall a host."""
    add = site.page

    def wall(vendor, status, body, *headers, reason=None):
        host = f"{vendor}{len(site.cases)}.walls.example"
        add(
            f"behind {vendor} with {status[:3]}",
            f"{host}/story",
            http(body, status, *headers),
            "challenged",
            reason or vendor,
        )

    wall("cloudflare", "403 Forbidden", CHALLENGE, "cf-mitigated: challenge", "Server: cloudflare")
    wall(
        "cloudflare",
        "503 Service Unavailable",
        CHALLENGE.replace("</head>", CF_SCRIPT + "</head>"),
        "Server: cloudflare",
    )
    wall("cloudflare", "429 Too Many Requests", CHALLENGE, "cf-mitigated: challenge")
    wall(
        "cloudflare",
        "200 OK",
        notice("Einen Moment …", "paper.example", "Überprüfung …", head=CF_SCRIPT, frame=False, lang="de"),
    )
    wall(
        "aws_waf",
        "202 Accepted",
        "<html><script>window.gokuProps={};AwsWafIntegration.saveReferrer();</script></html>",
        "x-amzn-waf-action: challenge",
    )
    wall(
        "aws_waf",
        "405 Method Not Allowed",
        notice("Human Verification", "", "Confirm you are human", frame=False),
        "x-amzn-waf-action: captcha",
    )
    wall(
        "datadome",
        "403 Forbidden",
        "<html><title>paper.example</title><p>Please enable JS and disable any ad blocker</p><script src='https://ct.captcha-delivery.com/c.js'></script></html>",
        "x-datadome: protected",
        "Server: DataDome",
    )
    wall(
        "perimeterx",
        "403 Forbidden",
        "<html><title>Access to this page has been denied</title><div id=px-captcha></div><p>Press & Hold to confirm you are a human</p></html>",
    )
    wall(
        "imperva",
        "200 OK",
        "<html><head><META NAME='robots' CONTENT='noindex'></head><iframe src='/_Incapsula_Resource?SWUDNSAI=31'>Request unsuccessful. Incapsula incident ID: 877</iframe></html>",
    )
    wall(
        "akamai",
        "403 Forbidden",
        "<HTML><TITLE>Access Denied</TITLE><H1>Access Denied</H1>You don't have permission to access this on this server.<P>Reference #18.9f https://errors.edgesuite.net/18.9f</HTML>",
        "Server: AkamaiGHost",
    )
    wall(
        "vercel",
        "429 Too Many Requests",
        notice("Vercel Security Checkpoint", "", "We're verifying your browser", frame=False),
        "x-vercel-mitigated: challenge",
    )
    wall(
        "kasada",
        "429 Too Many Requests",
        "<html><body><script src='/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39/ips.js'></script></body></html>",
        "x-kpsdk-ct: abc",
    )
    wall(
        "anubis",
        "200 OK",
        notice(
            "Making sure you're not a bot!",
            "Making sure you're not a bot!",
            "Loading...",
            head="<script id='anubis_challenge' type='application/json'>{}</script><script src='/.within.website/x/cmd/anubis/static/js/main.mjs'></script>",
            frame=False,
        ),
    )
    wall(
        "f5",
        "200 OK",
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1</body></html>",
    )


GROUPS = (walls,)

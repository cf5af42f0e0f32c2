"""Makers of walls by the closed word under `challenged`, as they write themselves."""

from __future__ import annotations

VENDORS = {
    "akamai": "Akamai",
    "aliyun": "Alibaba Cloud",
    "amazon": "Amazon",
    "anubis": "Anubis",
    "aws_waf": "AWS WAF",
    "bitninja": "BitNinja",
    "bunny": "bunny.net",
    "cloudflare": "Cloudflare",
    "crowdsec": "CrowdSec",
    "datadome": "DataDome",
    "ddosguard": "DDoS-Guard",
    "distil": "Distil",
    "f5": "F5",
    "friendly_captcha": "Friendly Captcha",
    "geetest": "GeeTest",
    "hcaptcha": "hCaptcha",
    "imperva": "Imperva",
    "imunify360": "Imunify360",
    "kasada": "Kasada",
    "perimeterx": "PerimeterX",
    "qrator": "Qrator",
    "queue_it": "Queue-it",
    "radware": "Radware",
    "reblaze": "Reblaze",
    "siteground": "SiteGround",
    "stackpath": "StackPath",
    "sucuri": "Sucuri",
    "testcookie": "testcookie",
    "vercel": "Vercel",
    "wordfence": "Wordfence",
}


def maker(word: str) -> str:
    """The maker's own spelling of a reason under `challenged`; an unlisted one as it is."""
    return VENDORS.get(word, word.replace("_", " "))

"""Where an article was published, by all that its file says: its saver, its archive, its head."""

from __future__ import annotations

import re
from typing import Any

from quotations.reading.html.declared import Declared
from quotations.reading.html.facts import Facts
from quotations.reading.html.origin import Saved, archive_by_links, is_own_machine, is_root, public
from quotations.reading.html.structured import address_of
from quotations.urls import archive_prefix, archived, resolve, site
from quotations.urls.archives import TODAYS
from quotations.values import plain_value


@plain_value
class Sayings:
    """All that a file says of itself, each in its own way."""

    saved: Saved
    given_url: str | None  #: what its container or a person said
    links: dict[str, str]  #: relation → address of the head's links
    meta: dict[str, str]
    json_ld: dict[str, Any]
    tags: Declared
    replayed: str | None = None  #: the copy that an archive's script shows

    @property
    def saved_url(self) -> str | None:
        """Where the file was saved from on the web; a disk is no answer."""
        url = self.saved.url
        return url if url and url.startswith(("http://", "https://")) else self.given_url


def is_todays(archive: str) -> bool:
    """Whether the archive with that prefix is archive.today, which writes a head of its own."""
    return archive.partition("://")[2] in TODAYS


def find_addresses(facts: Facts, said: Sayings, hrefs: list[str]) -> None:
    """Note the article's address, its original's, the base of its links and the archive that the copy came from."""
    copy_of = _archive(facts, said, hrefs)
    here = public(said.saved_url, None, facts.archive)
    canonical = public(said.links.get("canonical"), here, facts.archive)
    shown = _shown(facts, said, here)
    if canonical and is_root(canonical) and any(url and not is_root(url) for url in (here, shown)):
        canonical = None
    elsewhere = shown if is_own_machine(here) else here or shown
    if canonical and elsewhere and site(canonical) != site(elsewhere):
        facts.note("original_url", canonical, "canonical link to another site")
        canonical = None
    told = address_of(said.json_ld.get("url")) or address_of(said.json_ld.get("mainEntityOfPage"))
    facts.note("url", canonical, "canonical link")
    facts.note("url", shown, "og:url")
    facts.note("url", copy_of, "the archive’s address of the copy")
    facts.note("url", public(told, here, facts.archive), "JSON-LD url")
    facts.note("url", here, said.saved.by if said.saved_url == said.saved.url else "given with the page")
    facts.base_url = _base(said.tags, here or facts.get("url"), facts.archive)


def _archive(facts: Facts, said: Sayings, hrefs: list[str]) -> str | None:
    """The page that the file is an archive's copy of; notes the archive and the moment of its copy."""
    ways = (
        said.saved_url,
        said.replayed,
        said.links.get("canonical"),
        said.links.get("bookmark"),
        said.meta.get("og:url"),
    )
    copy = next((way for way in ways if way and archived(way)), None)
    facts.archive = archive_prefix(copy) if copy else archive_by_links(hrefs)
    found = archived(copy) if copy else None
    if found is not None and found.at is not None:
        facts.note("saved_at", found.at.isoformat(), "the archive’s timestamp")
    facts.note("saved_at", said.saved.at, said.saved.by)
    return public(copy)


def _shown(facts: Facts, said: Sayings, here: str | None) -> str | None:
    """The page's ``og:url``, unless it is the archive's own or only the site's front page."""
    shown = public(said.meta.get("og:url"), here, facts.archive)
    if not shown or (facts.archive and is_todays(facts.archive) and site(shown) == site(facts.archive)):
        return None
    return None if here and is_root(shown) and not is_root(here) else shown


def _base(tags: Declared, document_url: str | None, archive: str | None) -> str | None:
    tag = next((tag for tag in tags.by_name.get("base", ()) if tag.get("href")), None)
    if tag is not None:
        found = public(str(tag["href"]), document_url, archive) or resolve(str(tag["href"]), document_url)
        if found and found.startswith(("http://", "https://")):
            return found
    return document_url


def same_story(url: str, facts: Facts) -> bool:
    """Whether *url* is another copy of the article: a story may also be "based on" the study that it reports."""
    own = _slug(facts.get("url") or "") | _slug((facts.get("title") or "").replace(" ", "-"))
    return len(own & _slug(url)) >= 3


def _slug(url: str) -> set[str]:
    last = url.split("?")[0].rstrip("/").rpartition("/")[2].lower()
    return {word for word in re.split(r"[^a-z0-9]+", last) if len(word) > 2}

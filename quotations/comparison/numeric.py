"""Changes of numbers, dates and the letters that number paragraphs."""

from __future__ import annotations

from quotations.comparison.changes import Group
from quotations.comparison.classes import content, negations
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import has_figure
from quotations.comparison.number_rows import same_numbers
from quotations.comparison.numbers import numbers_of
from quotations.comparison.scene import Scene


def numeric_labels(scene: Scene, group: Group, quoted: list[str], source: list[str]) -> list[str]:
    """Whether the change is one of numbers: the same in another form, or another; empty where it is neither."""
    if _lettered(scene, group):
        return ["number"]
    if _short_year(scene, group) or _full_hour(scene, group, quoted, source):
        return ["number_form"]
    return _numeric(quoted, source, scene.lexicon)


def _numeric(quoted: list[str], source: list[str], lexicon: Lexicon) -> list[str]:
    """Whether the change is one of numbers: the same in another form, or another."""
    if {*quoted, *source} == {"am", "pm"} or _two_months(quoted, source, lexicon):
        return ["number"]
    left, left_rest = numbers_of(quoted, lexicon)
    right, right_rest = numbers_of(source, lexicon)
    if not left and not right:
        return []
    if same_numbers(left, right):
        if (
            not content(left_rest, lexicon)
            and not content(right_rest, lexicon)
            and not negations(left_rest + right_rest, lexicon)
        ):
            return ["number_form"]
        return []
    lone = left or right
    if {"both", "one"} <= {*quoted, *source}:
        return ["number"]
    if not (left and right) and len(lone) == 1 and lone[0].value == 1 and lone[0].figure is None:
        return []  # "one" is as often a pronoun
    return ["number"]


def _two_months(quoted: list[str], source: list[str], lexicon: Lexicon) -> bool:
    """Whether one month or weekday stands for another, also where its word has a second sense: March, May."""
    if len(quoted) != 1 or len(source) != 1:
        return False
    one, other = (lexicon.form("same_word", keys[0]) for keys in (quoted, source))
    return one != other and any(lexicon.has(name, one) and lexicon.has(name, other) for name in ("month", "weekday"))


def exchanged_numbers(quoted: list[str], source: list[str], lexicon: Lexicon) -> bool:
    """Whether numbers changed places among words that did not: from 40 to 45, from 45 to 40."""
    left, left_rest = numbers_of(quoted, lexicon)
    right, right_rest = numbers_of(source, lexicon)
    return left_rest == right_rest and len(left) > 1 and not same_numbers(left, right)


def _short_year(scene: Scene, group: Group) -> bool:
    """Whether one side has the last two figures of the other's year or decade: '16 for 2016, the 80s for the 1980s."""
    if group.quote_end - group.quote != 1 or group.source_end - group.source != 1:
        return False
    quote, source = group.quote, group.source
    sides = [
        (scene.quote_keys[quote], scene.quote_marks(quote - 1, quote), scene.quote_keys[quote + 1 : quote + 2]),
        (scene.source_keys[source], scene.source_marks(source - 1, source), scene.source_keys[source + 1 : source + 2]),
    ]
    (short, marks, after), (long, _, _) = sorted(sides, key=lambda side: len(side[0]))
    if len(short) != 2 or len(long) != 4 or not (short + long).isdigit() or long[2:] != short:
        return False
    return marks[-1:] in ("'", "’", "‘") or after in (["s"], ["'s"])


def _full_hour(scene: Scene, group: Group, quoted: list[str], source: list[str]) -> bool:
    """Whether one side writes the noughts of a full hour and the other does not: 7:00 for 7."""
    if sorted((len(quoted), len(source))) != [1, 2] or quoted[0] != source[0] or (quoted + source).count("00") != 1:
        return False
    between = (
        scene.quote_marks(group.quote, group.quote + 1)
        if len(quoted) == 2
        else scene.source_marks(group.source, group.source + 1)
    )
    return between == ":" and quoted[0].isdigit() and len(quoted[0]) <= 2


def _lettered(scene: Scene, group: Group) -> bool:
    """Whether the change is one of the letters that number a paragraph: 4(b) for 4(a)."""
    quote, source = group.quote, group.source
    if group.quote_end - quote != 1 or group.source_end - source != 1 or not quote:
        return False
    both = scene.quote_keys[quote], scene.source_keys[source]
    marks = scene.quote_marks(quote - 1, quote), scene.quote_marks(quote, quote + 1)
    before = scene.quote_keys[quote - 1]
    return (
        all(len(key) == 1 for key in both)
        and marks[0] == "("
        and marks[1][:1] == ")"
        and (has_figure(before) or len(before) == 1)
    )

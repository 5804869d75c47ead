"""Dates that cannot be: told as past, and yet to come on the day that the document appeared."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.archive.dates import Printed, dates
from recoupe.model.claim import Claim, Tense
from recoupe.model.doubt import Doubt
from recoupe.model.factuality import Certainty
from recoupe.model.finding import ClaimRef
from recoupe.model.span import Span
from recoupe.model.value import Date
from recoupe.weighing.dates import Days, days
from recoupe.weighing.notes import AFTER_PUBLICATION, AFTER_WORK, UNDATED
from recoupe.weighing.page import Page

SLACK = timedelta(days=1)
"""A paper of tomorrow, or a server east of here."""

NEAR = timedelta(days=60)
"""How long after publication a day without a year is nearer than the same day a year before."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WORD = re.compile(r"[\w'-]+")
APOSTROPHE = "'"

BEFORE = 3
"""Words before a date among which *until* or *avant* belongs to it."""


def impossible(page: Page) -> Iterator[Doubt]:
    """Doubt each date of what is told as past that lies after the day of publication."""
    seen = page.published
    if seen is not None:
        yield from _later(page, seen, AFTER_PUBLICATION, str(page.reading.published))


def outdated(page: Page) -> Iterator[Doubt]:
    """Doubt, in a document without date, what is dated after the one work that it names."""
    works = list(_works(page)) if page.published is None else []
    if len(works) == 1 and (known := days(works[0].edtf)):
        own = Span(works[0].start, works[0].end)
        for doubt in _later(page, known, AFTER_WORK, works[0].edtf):
            yield Doubt(doubt.document, doubt.kind, doubt.note, doubt.claims, (own, *doubt.spans))


def undated(page: Page) -> Iterator[Doubt]:
    """Doubt the dates that hang on a day of publication that nobody knows."""
    if page.published is not None:
        return
    told = [
        (ref, role.span)
        for ref, claim in page.claims()
        for role in claim.fillers("date")
        if role.value is None
    ]
    if told:
        yield Doubt(page.document.id, "undated", UNDATED, *_gathered(told))


@dataclass(frozen=True, slots=True)
class _Told:
    """A date in a sentence, and the claims that the sentence makes."""

    span: Span
    edtf: str
    claims: tuple[ClaimRef, ...]


def _later(page: Page, seen: Days, note: str, day: str) -> Iterator[Doubt]:
    for told in _told(page):
        if _comes_after(told, seen, page):
            yield Doubt(page.document.id, "date", note.format(day=day), told.claims, (told.span,))


def _told(page: Page) -> Iterator[_Told]:
    """Give the dates that stand in the words, of sentences that tell what is past."""
    sentences: dict[Span, list[tuple[ClaimRef, Claim]]] = {}
    for ref, claim in page.claims():
        sentences.setdefault(claim.evidence[0], []).append((ref, claim))
    for sentence, claims in sentences.items():
        if _looks_ahead(sentence.of(page.document.text), [c for _, c in claims], page):
            continue
        past = [(ref, claim) for ref, claim in claims if _is_told(claim)]
        for span, edtf in _dates(sentence, [c for _, c in past], page):
            if past and not _is_limit(sentence, span, page):
                yield _Told(span, edtf, tuple(ref for ref, _ in past))


def _is_told(claim: Claim) -> bool:
    return claim.factuality.affirmed and claim.factuality.certainty >= Certainty.PR


def _looks_ahead(sentence: str, claims: Iterable[Claim], page: Page) -> bool:
    """Say whether a sentence tells anything that is to come."""
    text = _spaced(sentence)
    return (
        any(claim.tense is Tense.FUTURE for claim in claims)
        or any(f" {known} " in text for known in page.words.ahead)
        or any(word.endswith(tuple(page.words.ahead_endings)) for word in text.split())
    )


def _is_limit(sentence: Span, found: Span, page: Page) -> bool:
    """Say whether the words before a date make it a limit: *valid until 3 June*."""
    before = _spaced(page.document.text[sentence.start : found.end]).split()
    own = _spaced(found.of(page.document.text)).split()
    near = f" {' '.join(before[-len(own) - BEFORE : -len(own)] + own[:1])} "
    return any(f" {known} " in near for known in page.words.limits)


def _spaced(words: str) -> str:
    """Give words with single spaces; capitals stay but for the first: *May* is not *may*."""
    kept = WORD.findall((words[:1].lower() + words[1:]).replace("’", APOSTROPHE))
    return f" {' '.join(kept)} "


def _dates(sentence: Span, claims: Iterable[Claim], page: Page) -> Iterator[tuple[Span, str]]:
    """Give the dates printed in a sentence, and those of its claims that name their year."""
    printed = [
        (_moved(found, sentence, page.document.text), found.edtf)
        for found in dates(sentence.of(page.document.text), page.reading.language)
    ]
    yield from printed
    for role in (role for claim in claims for role in claim.fillers("date")):
        if isinstance(role.value, Date) and YEAR.search(role.span.of(page.document.text)):
            if not any(role.span.overlaps(span) for span, _ in printed):
                yield role.span, role.value.edtf


def _moved(found: Printed, sentence: Span, text: str) -> Span:
    """Give where a date stands in the text, without the full stop after it."""
    end = sentence.start + found.end
    return Span(sentence.start + found.start, end - (text[end - 1] == "."))


def _comes_after(told: _Told, seen: Days, page: Page) -> bool:
    """Say whether a date is wholly later than the day on which it could last be known."""
    found = days(told.edtf)
    if found is not None:
        return found.first > seen.last + SLACK
    if _other_year(told, seen, page.document.text):
        return False
    meant = _nearest(told.edtf, seen)
    return meant is not None and seen.last + SLACK < meant <= seen.last + NEAR


def _nearest(month_and_day: str, seen: Days) -> date | None:
    """Give the first such day after what could last be known."""
    month, day = map(int, month_and_day.split("-"))
    for year in (seen.last.year, seen.last.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found > seen.last:
            return found
    return None


def _other_year(told: _Told, seen: Days, text: str) -> bool:
    """Say whether the paragraph names another year before the date, that may be meant."""
    before = text[text.rfind("\n", 0, told.span.start) + 1 : told.span.start]
    return any(int(year) != seen.last.year for year in YEAR.findall(before))


def _works(page: Page) -> Iterator[Printed]:
    """Give the dates of the works that a document names: *an article published on 2 May 2024*."""
    for found in dates(page.document.text, page.reading.language):
        before = page.document.text[max(0, found.start - 60) : found.start]
        words = set(re.split(r"\W+", re.split(r"[.\n]", before)[-1].lower()))
        if len(found.edtf) == 10 and words & page.words.works and words & page.words.published:
            yield found


def _gathered(
    told: Iterable[tuple[ClaimRef, Span]],
) -> tuple[tuple[ClaimRef, ...], tuple[Span, ...]]:
    pairs = list(told)
    refs = tuple(sorted({ref for ref, _ in pairs}))
    return refs, tuple(sorted({span for _, span in pairs}))

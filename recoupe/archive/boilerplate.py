"""The page around the article, where it came along in the text: menus, offers, credits."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.archive.lines import TextLine, lines
from recoupe.archive.masthead import is_kind
from recoupe.archive.phrases import any_of
from recoupe.languages.furniture import Phrase, furniture
from recoupe.model.span import Span

SHORT = 160  # characters; a line of a menu, an offer or a headline is no longer
BODY = 200  # characters; a line that is longer is a paragraph of the article
TOP = 5  # lines at the top among which the section is named
TITLE = 4  # words; a headline has as many, a section fewer
LAST = 4  # lines at the end among which a text is signed
SEGMENTS = re.compile(r"\s*[|·•›»]\s*|\s{2,}|\t+")
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*\|?")  # Markdown of a picture that was not saved
SLUG = re.compile(r"[^\W_]+(?:[-_][^\W_]+){3,}(?:\.\w{2,4})?")  # the name of a picture's file
INITIALS = re.compile(r"\(?[^\W\d_]{2,6}(?:/[^\W\d_]{2,6})+\)?")  # (afp/ats), of who wrote it
OWNED = re.compile(r"(?:©|\(c\)|copyright\b).{0,150}", re.IGNORECASE)
GLUED = re.compile(r"(?<=[\w»)]\.)(?=[A-Z])[^.!?]{2,40}$")  # "à Moscou.IVAN PETROVAFP"


def boilerplate(text: str) -> tuple[Span, ...]:
    """Give the stretches that are page furniture and hold no claims, in order, apart.

    Mastheads, bylines and lines of a date are none: they say who speaks, and when.
    Where in doubt a line is left to the article.
    """
    every = list(lines(text))
    rules = (_marked, _blocks, _offers, _menus, _sections, _signed)
    whole = {line for rule in rules for line in rule(every)}
    spans = [line.span for line in every if line in whole]
    spans += [span for line in every if line not in whole for span in _tails(line)]
    return tuple(_merged(text, sorted(spans)))


def _marked(every: Sequence[TextLine]) -> Iterator[TextLine]:
    """Lines that a phrase of the lists, or their mere shape, marks as furniture."""
    for line in every:
        shapes = (IMAGE, SLUG, OWNED)
        if any(shape.fullmatch(line.text) for shape in shapes) or _phrased(line.text):
            yield line


def _phrased(words: str) -> bool:
    return len(words) <= SHORT and any(pattern.search(words) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The shapes of a line by phrase. A related headline is told by what follows the phrase."""
    shapes = (
        rf"^{_of('line')}[\W\d]*$",
        rf"^{_of('start', related=False)}",
        rf"^{_of('start', related=True)}(?:\s*$|\s*[:|–—-]|\s+(?-i:[A-ZÀ-Þ«\"“]))",
        rf"(?:^|[.!?…]\s+)(?=(?-i:[A-ZÀ-Þ])){_of('sentence')}",
        _of("inside"),
        rf"{_of('end')}\W*$",
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


def _of(at: str, related: bool | None = None) -> str:
    return any_of(p.words for p in _phrases(at) if related in (None, p.kind == "related"))


def _phrases(at: str) -> Iterator[Phrase]:
    return (phrase for phrase in furniture().phrases if phrase.at == at)


def _blocks(every: Sequence[TextLine]) -> Iterator[TextLine]:
    """A heading such as *Most read*, and what follows it up to an empty line."""
    inside = False
    for line in every:
        inside = (inside and not line.after_gap) or bool(_heading().fullmatch(line.text))
        if inside:
            yield line


@cache
def _heading() -> re.Pattern[str]:
    related = any_of(p.words for p in _phrases("block") if p.kind == "related")
    other = any_of(p.words for p in _phrases("block") if p.kind != "related")
    return re.compile(rf"{related}\W*|{other}[^.!?]{{0,60}}", re.IGNORECASE)


def _offers(every: Sequence[TextLine]) -> Sequence[TextLine]:
    """All between the first and the last offer after the article's last paragraph."""
    last = max((i for i, line in enumerate(every) if len(line.text) > BODY), default=-1)
    offers = [i for i, line in enumerate(every) if i > last and _offer().search(line.text)]
    return every[offers[0] : offers[-1] + 1] if len(offers) > 1 else ()


@cache
def _offer() -> re.Pattern[str]:
    words = (p.words for p in furniture().phrases if p.kind == "offer" and p.at != "line")
    return re.compile(rf"^(?=(?-i:[A-ZÀ-Þ])){any_of(words)}", re.IGNORECASE)


def _menus(every: Sequence[TextLine]) -> Iterator[TextLine]:
    """Three or more short names side by side; rows alike, one below the other, are a table."""
    counts = [0, *(_segments(line.text) for line in every), 0]
    for i, line in enumerate(every, 1):
        if counts[i] >= 3 and counts[i] not in (counts[i - 1], counts[i + 1]):
            yield line


def _segments(words: str) -> int:
    """Count the names in a line, 0 if it is no row of names."""
    names = SEGMENTS.split(words)
    short = all(0 < len(name.split()) <= 4 and not re.search(r"[\d.!?]", name) for name in names)
    return len(names) if short else 0


def _sections(every: Sequence[TextLine]) -> Iterator[TextLine]:
    """The name of a section (*World*), alone between the masthead and the headline."""
    for before, line, after in zip(every[:TOP], every[1:], every[2:], strict=False):
        if _headline(before.text) or _headline(line.text):
            return
        alone = line.after_gap and after.after_gap
        if alone and _headline(after.text) and _names_section(line.text):
            yield line


def _headline(words: str) -> bool:
    """Say whether a line may be a headline, not a masthead, a menu or a date."""
    count = len(words.split())
    dated = count < 7 and re.search(r"\b\d{4}\b", words)
    if dated or _segments(words) >= 3 or words.endswith("."):
        return False
    return count >= TITLE and len(words) <= SHORT


def _names_section(words: str) -> bool:
    plain = re.fullmatch(r"[^\W\d_]+(?:[ &'’-]+[^\W\d_]+){0,2}", words)
    return bool(plain) and not is_kind(words)


def _signed(every: Sequence[TextLine]) -> Iterator[TextLine]:
    """Initials, and *with AFP*, at the end of the article."""
    article = [line for line in every if not _phrased(line.text)]
    for line in article[-LAST:]:
        if len(line.text) <= 60 and (
            INITIALS.fullmatch(line.text) or _signature().fullmatch(line.text)
        ):
            yield line


@cache
def _signature() -> re.Pattern[str]:
    agency = any_of(furniture().agencies)
    return re.compile(
        rf"\(?(?:(?-i:[A-Z])\.[\s-]?)*[,\s]*{_of('signature')}[^.!?]*?{agency}[^.!?]*[.)]*",
        re.IGNORECASE,
    )


def _tails(line: TextLine) -> Iterator[Span]:
    """The credit of a picture at the end of its caption, which is itself content."""
    for pattern in (_credit(), GLUED):
        found = pattern.search(line.text)
        if found and (pattern is not GLUED or _agency().search(found[0])):
            yield Span(line.span.start + found.start(), line.span.end)
            return


@cache
def _credit() -> re.Pattern[str]:
    """After a full stop, in brackets, or alone with a name of no more than four words."""
    words, agency = _of("tail"), any_of(furniture().agencies)
    named = rf"{words}(?:\s*:\s*[^.!?:]{{1,60}}|\s+{agency})[.)|\s]*$"
    alone = rf"^{words}\s*:(?:\s+[^\s.!?]+){{1,4}}[\s|]*$"
    return re.compile(rf"(?:(?<=[.!?»\"]\s)|(?<=\s)(?=//)|\()\(?{named}|{alone}", re.IGNORECASE)


@cache
def _agency() -> re.Pattern[str]:
    names = "|".join(map(re.escape, furniture().agencies))
    return re.compile(rf"^(?:{names})\b|(?:{names})$")


def _merged(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Make one of spans that only white space parts."""
    current: Span | None = None
    for span in spans:
        if current and not text[current.end : span.start].strip():
            current = Span(current.start, max(current.end, span.end))
            continue
        if current:
            yield current
        current = span
    if current:
        yield current

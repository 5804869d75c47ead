"""Somebody whom documents name: names, claims, findings, neighbours, and why it is one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.case.portrait import Portrait
from recoupe.case.stamps import Resting
from recoupe.desk.interface import Interface
from recoupe.desk.views.card import Arrow, arrow, tone
from recoupe.desk.views.line import FindingLine
from recoupe.desk.views.listed import when
from recoupe.identity.bearer import Bearer, Join, Proposal
from recoupe.identity.portrait import SOURCE, Neighbour, Spelling
from recoupe.identity.standing import Period
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef
from recoupe.publish.ledger import Ledger
from recoupe.publish.words import one_line


@dataclass(frozen=True, slots=True)
class Titled:
    """A document by what it goes by."""

    id: str
    title: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Written:
    """A name as documents write it. script: in the language; mentions: how often."""

    script: str
    text: str
    mentions: int
    documents: tuple[Titled, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in which it takes part. roles: in the language; chain: who says so, from the
    publisher on; reading, commitment: how far the source commits itself.
    """

    document: str
    index: int
    roles: tuple[str, ...]
    side: str
    tone: str
    reading: str
    commitment: str
    tense: str
    chain: tuple[str, ...]
    arrow: Arrow
    quote: str
    language: str | None
    title: str
    published: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A finding in which it takes part. when: the time that its claims give, empty of none."""

    when: str
    finding: FindingLine


@dataclass(frozen=True, slots=True)
class Beside:
    """Who else is in its claims. roles: its own, the other's, and in how many claims."""

    id: str
    name: str
    type: str
    claims: int
    roles: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Why two names were taken for one bearer's. decision: which says so, None where names do."""

    one: str
    other: str
    rule: str
    why: tuple[str, ...]
    decision: int | None


@dataclass(frozen=True, slots=True)
class MayBe:
    """Who else it may be. rule: what the names have in common; against: why they stand apart."""

    id: str
    name: str
    type: str
    rule: str
    why: tuple[str, ...]
    against: str


def written(
    some: Sequence[Spelling], documents: Mapping[str, Document], shown: Interface
) -> tuple[Written, ...]:
    """Give its names in every script."""
    return tuple(
        Written(
            script=script(one.script, shown),
            text=one.text,
            mentions=one.mentions,
            documents=tuple(titled(documents[id_], shown) for id_ in one.documents),
        )
        for one in some
    )


def titled(document: Document, shown: Interface) -> Titled:
    """Name a document."""
    title = one_line(document.title or shown.words.say("no_title"))
    return Titled(document.id, title, document.language)


def said(
    portrait: Portrait, refs: Sequence[ClaimRef], ledger: Ledger, shown: Interface
) -> Iterator[Said]:
    """Tell these of its claims."""
    words = shown.words
    for ref in refs:
        claim, document = ledger.claims[ref], ledger.document(ref)
        commitment, date = words.commitment(claim.factuality), document.published.edtf
        yield Said(
            document=ref.document,
            index=ref.index,
            roles=tuple(role(one, shown) for one in portrait.parts[ref]),
            side=commitment.side,
            tone=tone(claim.factuality),
            reading=str(claim.factuality),
            commitment=commitment.name,
            tense=words.tense[claim.tense],
            chain=ledger.chain(ref),
            arrow=arrow(claim, document, shown),
            quote=one_line(ledger.quote(ref)),
            language=document.language,
            title=ledger.title(document),
            published=words.day(date) if date else words.say("no_date"),
        )


def newest_first(portrait: Portrait, documents: Mapping[str, Document]) -> tuple[ClaimRef, ...]:
    """Give its claims, those of the newest documents first."""
    dates = {ref: documents[ref.document].published.edtf or "" for ref in portrait.parts}
    return tuple(sorted(sorted(portrait.parts), key=lambda ref: dates[ref], reverse=True))


def dated(
    timed: Iterable[tuple[Resting, Period | None]],
    lines: Mapping[str, FindingLine],
    shown: Interface,
) -> Iterator[Dated]:
    """Give its findings by the time that their claims give. lines: what they are called."""
    for finding, time in timed:
        yield Dated(when(time, shown) if time else "", lines[finding.id])


def beside(one: Neighbour, shown: Interface) -> Beside:
    """Tell a neighbour."""
    roles = ((role(mine, shown), role(other, shown), n) for mine, other, n in one.roles)
    bearer = one.bearer
    return Beside(bearer.id, bearer.name, bearer.type, len(one.claims), tuple(roles))


def joined(joins: Sequence[Join]) -> tuple[Joined, ...]:
    """Tell why names were joined, each reason once."""
    told = ((j.one.name, j.other.name, j.rule, j.why, j.decision) for j in joins)
    return tuple(Joined(*each) for each in dict.fromkeys(told))


def may_be(proposal: Proposal, other: Bearer) -> MayBe:
    """Tell who else it may be."""
    return MayBe(other.id, other.name, other.type, proposal.rule, proposal.why, proposal.against)


def role(key: str, shown: Interface) -> str:
    """Name the part that somebody takes in a claim."""
    return shown.translated("source") if key == SOURCE else shown.words.role[key]


def script(key: str, shown: Interface) -> str:
    """Name a script.

    >>> script("cyrillic", Interface("en", "auto"))
    'Cyrillic'
    """
    words = {
        "latin": shown.translated("Latin"),
        "cyrillic": shown.translated("Cyrillic"),
        "han": shown.translated("Han"),
        "hangul": shown.translated("Hangul"),
        "kana": shown.translated("Kana"),
        "arabic": shown.translated("Arabic"),
    }
    return words.get(key, shown.translated("other letters"))

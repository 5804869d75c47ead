"""Who stands on a list of sanctions, under which names and since when, as the list says it."""

from dataclasses import dataclass
from enum import StrEnum

SCHEMATA = (
    "Person",
    "Company",
    "Organization",
    "PublicBody",
    "LegalEntity",
    "Vessel",
    "Airplane",
    "CryptoWallet",
    "Security",
    "Address",
    "Thing",
)
"""FollowTheMoney schemata that lists have entries of; `Thing` where the list tells nothing."""


class Quality(StrEnum):
    """How far a list itself stands by a name.

    primary: the entry's own; alias: another that is good; former: an earlier one;
    weak: too common or too vague to be matched alone, says the list.
    """

    PRIMARY = "primary"
    ALIAS = "alias"
    FORMER = "former"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name of an entry. script: ISO 15924, None where its letters are of no one script."""

    text: str
    quality: Quality
    script: str | None = None


@dataclass(frozen=True, slots=True)
class Designation:
    """Who listed the entry, under which programmes, from when until when.

    listed, delisted: EDTF, None where the list does not say; `../2022-02-28` where it only says
    that the entry was listed by then.
    """

    authority: str
    programmes: tuple[str, ...] = ()
    listed: str | None = None
    delisted: str | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that tells one bearer of a name from another.

    kind: in the list's own words; country: ISO 3166 code of whoever gave it out.
    """

    kind: str
    number: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a list. id: as the list numbers it; schema: one of `SCHEMATA`.

    names: the primary one first. countries: ISO 3166 codes. birth_dates: EDTF.
    wikidata, opensanctions: ids there, where the list gives them.
    """

    id: str
    schema: str
    names: tuple[ListedName, ...]
    designations: tuple[Designation, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    wikidata: str | None = None
    opensanctions: str | None = None
    remark: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("it has no id")
        if not self.names:
            raise ValueError("it has no name")
        if self.schema not in SCHEMATA:
            raise ValueError(f"{self.schema!r} is no schema: one of {', '.join(SCHEMATA)}")

    @property
    def name(self) -> str:
        """Give the name that the list puts first."""
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class ListVersion:
    """A list as it was published once, kept under its hash.

    source: what the case calls the list (`ofac`). hash: SHA-256 of the file; of several files,
    that of their hashes. published, until: ISO dates; the version was in force from the one up
    to, not including, the other; until is None for the newest that is kept.
    originals: hash and address of each file. added: UTC, ISO. left_out: what could not be read.
    """

    source: str
    hash: str
    format: str
    published: str
    until: str | None
    originals: tuple[tuple[str, str], ...]
    added: str
    entries: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as some of the kept versions of one list have it.

    source: as in `ListVersion`. versions: ISO dates of publication, oldest first, of those that
    have the entry in exactly these words.
    """

    source: str
    entry: ListEntry
    versions: tuple[str, ...]

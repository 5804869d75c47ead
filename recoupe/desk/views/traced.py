"""Where the claims of a finding come from, as nested lists: origins first, documents at the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.model.document import Document
from recoupe.model.trace import Branch, Node
from recoupe.publish.ledger import Ledger
from recoupe.publish.named import bearer
from recoupe.publish.words import one_line


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim at the end of a branch, with its place in the reading room."""

    reading: str
    quote: str
    document: str
    index: int
    language: str | None


@dataclass(frozen=True, slots=True)
class Twig:
    """A place of the tree. how: what the name is here, in the language; node: the same as a key.

    note: why an origin is not counted; reading, commitment: of an origin, else empty.
    """

    node: str
    how: str
    name: str
    note: str
    reading: str
    commitment: str
    document: str | None
    quotes: tuple[Quoted, ...]
    twigs: tuple["Twig", ...]


def traced(branches: Sequence[Branch], ledger: Ledger, shown: Interface) -> tuple[Twig, ...]:
    """Tell a trace."""
    return tuple(_twig(branch, ledger, shown) for branch in branches)


def _twig(branch: Branch, ledger: Ledger, shown: Interface) -> Twig:
    commitment = shown.words.commitment(branch.reading) if branch.reading else None
    return Twig(
        node=branch.node.value,
        how=_how(branch, shown),
        name=_name(branch, ledger.material.documents, shown),
        note=branch.note,
        reading=str(branch.reading or ""),
        commitment=commitment.name if commitment else "",
        document=branch.document,
        quotes=tuple(
            Quoted(
                reading=str(reading),
                quote=one_line(ledger.quote(ref)),
                document=ref.document,
                index=ref.index,
                language=ledger.document(ref).language,
            )
            for ref, reading in branch.claims
        ),
        twigs=traced(branch.branches, ledger, shown),
    )


def _name(branch: Branch, documents: Mapping[str, Document], shown: Interface) -> str:
    """Name a place; a state goes by its name in the language, a document as it is."""
    if branch.document:
        return one_line(branch.name)
    return bearer(one_line(branch.name), None, shown.words)[1]


def _how(branch: Branch, shown: Interface) -> str:
    if branch.reading is not None:
        return shown.words.commitment(branch.reading).side
    return {
        Node.ORIGIN: "",
        Node.VOICE: shown.translated("under the name of"),
        Node.SOURCE: shown.translated("passed on by"),
        Node.PRINTING: shown.translated("first printed in"),
        Node.DOCUMENT: shown.translated("read in"),
    }[branch.node]

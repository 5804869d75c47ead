"""What ties claims beside what they say: whose they are, and which story their documents tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from recoupe.model.finding import ClaimRef
from recoupe.model.span import Span
from recoupe.weighing.account import Account
from recoupe.weighing.stories import Pair, chapters, stories
from recoupe.weighing.telling import Telling

Place = tuple[str, Span]
Echo = frozenset[Place]


@dataclass(frozen=True, slots=True)
class Ties:
    """Keys of the origins of claims; pairs of documents of one story.

    heads: document → the first of all that pairs of one story lead to, itself where there are none.
    echoes: pairs of sentences, of two documents, that are known to tell one event.
    """

    origins: Mapping[ClaimRef, str]
    stories: frozenset[Pair]
    heads: Mapping[str, str]
    echoes: frozenset[Echo] = frozenset()

    @classmethod
    def of(cls, tellings: Sequence[Telling], origins: Mapping[ClaimRef, str]) -> "Ties":
        """Find the stories that tellings are of."""
        pairs = stories(tellings)
        return cls(origins, pairs, chapters(pairs))

    def knowing(self, accounts: Iterable[Account]) -> "Ties":
        """Give these ties with the echoes of accounts that are known to be of one event."""
        found = (echo for one in accounts for echo in _echoes(one))
        return replace(self, echoes=frozenset(found))

    def echo(self, one: Account, other: Account) -> bool:
        """Say whether two sentences that tell one event elsewhere tell these two as well."""
        return not one.documents & other.documents and any(
            frozenset((_place(t), _place(u))) in self.echoes
            for t, u in product(one.tellings, other.tellings)
        )

    def related(self, one: Account, other: Account) -> bool:
        """Say whether two accounts are in one document, or in two of one story."""
        pairs = product(one.documents, other.documents)
        return any(a == b or (min(a, b), max(a, b)) in self.stories for a, b in pairs)

    def story(self, one: Account) -> str:
        """Name what an account belongs to; accounts of two names have nothing to do."""
        document = min(one.documents)
        return self.heads.get(document, document)


def _echoes(one: Account) -> Iterator[Echo]:
    for t, u in combinations(one.tellings, 2):
        if t.ref.document != u.ref.document:
            yield frozenset((_place(t), _place(u)))


def _place(telling: Telling) -> Place:
    return telling.ref.document, telling.claim.evidence[0]

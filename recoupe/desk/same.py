"""What was worked out is kept by all that it rests on, so that nothing kept ever grows old."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from recoupe.case.stamps import Stamped

Noun = TypeVar("Noun")

MOST = 200
"""Pages that are kept, some twenty megabytes; with more, all are worked out anew."""

MOST_FINDINGS = 50_000
"""Findings of which something small is kept, some fifty megabytes."""


@dataclass(slots=True)
class Same:
    """Nouns by what they rest on. Two who ask for one at once both work it out, which is rare."""

    kept: dict[Hashable, object] = field(default_factory=dict)

    def noun(self, basis: Hashable, make: Callable[[], Noun]) -> Noun:
        """Give what `make` gave for this basis. basis: all that another result could come of."""
        found = self.kept.get(basis)
        if found is None:
            found = make()
            self.kept = self.kept if len(self.kept) < MOST else {}
            self.kept[basis] = found
        return cast(Noun, found)


@dataclass(slots=True)
class OfEach(Generic[Noun]):
    """Something small of each finding, by its stamp and whatever else it rests on."""

    kept: dict[tuple[str, Hashable], Noun] = field(default_factory=dict)

    def of(
        self,
        some: Iterable[Stamped],
        also: Hashable,
        make: Callable[[Sequence[str]], Mapping[str, Noun]],
    ) -> Mapping[str, Noun]:
        """Give it by the ids of findings, in their order. make: is asked for those not yet kept.

        To be asked while the case is read as it is, so that stamps are those of what is read.
        """
        wanted, kept = tuple(some), self.kept
        missing = {one.id: one.stamp for one in wanted if (one.stamp, also) not in kept}
        made = make(tuple(missing)) if missing else {}
        self.take({(missing[id_], also): noun for id_, noun in made.items()})
        return {one.id: made[one.id] if one.id in made else kept[one.stamp, also] for one in wanted}

    def take(self, made: Mapping[tuple[str, Hashable], Noun]) -> None:
        """Keep what was made; where that is too much, nothing else."""
        if len(self.kept) >= MOST_FINDINGS:
            self.kept = {}
        self.kept.update(made)

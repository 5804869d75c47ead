"""What a language model could make of gold claims, at the very worst and at best.

    python -m benchmarks.sure_model ../shared/corpus/dev-en ../shared/corpus/dev-fr

Takes folders with X.txt and gold/X.json. No model is asked: each gold claim is proposed with its
own event and roles, told by each verb, noun and adjective of its sentence in turn. At the worst the
model is sure of everything; at best it says what the gold says, by the word that serves it best.
Printed is what the ceiling leaves of it, beside what the gold says.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from recoupe.cli.gold_files import marked
from recoupe.cli.read_files import document_of
from recoupe.model.claim import Claim
from recoupe.model.factuality import ASSERTED, UNCOMMITTED, Certainty, Factuality
from recoupe.reading.llm.ceiling import TELLING
from recoupe.reading.llm.claims import claims
from recoupe.reading.llm.joined import joined
from recoupe.reading.llm.page import Page, page
from recoupe.reading.llm.proposal import Proposal, Quote, Refused
from recoupe.reading.parse import where
from recoupe.reading.score import GoldClaim, gold_from_plain


def main(folders: list[str]) -> None:
    """Print, for each folder, how often a claim came out surer, and how often right at best."""
    for folder in map(Path, folders):
        outcomes, reached = Counter[str](), Counter[bool]()
        for gold, here in _gold(folder):
            outcomes.update(_outcomes(gold, here))
            if any(_proposals(gold.claim, here)):
                reached[_is_reached(gold, here)] += 1
        print(f"{folder.name}  {_worst(outcomes)}")
        print(f"{folder.name}  as sure as the gold at best {_share(reached[True], reached)}")


def _worst(outcomes: Counter[str]) -> str:
    claimed = outcomes - Counter(refused=outcomes["refused"])
    surer = outcomes["surer"] + outcomes["certain"]
    return f"surer than the gold {_share(surer, claimed)}, of them as certain {outcomes['certain']}"


def _share(part: int, whole: Counter[Any]) -> str:
    return f"{part:,} of {whole.total():,} ({part / max(whole.total(), 1):.1%})"


def _gold(folder: Path) -> Iterator[tuple[GoldClaim, Page]]:
    for file in marked(folder / "gold", folder):
        here = page(document_of(str(file.text)))
        for gold in gold_from_plain(file.plain).claims:
            yield gold, here


def _is_reached(gold: GoldClaim, here: Page) -> bool:
    """Say whether some word lets the claim through as sure as the gold has it."""
    return any(
        claim.factuality in gold.factualities
        for proposal in _proposals(gold.claim, here)
        for claim in _told(replace(proposal, factuality=gold.claim.factuality), here) or ()
    )


def _outcomes(gold: GoldClaim, here: Page) -> Iterator[str]:
    """Say what becomes of the claim, for each word that is said to tell it, as certain."""
    for proposal in _proposals(gold.claim, here):
        told = _told(proposal, here)
        if told is None:
            yield "refused"
        for claim in told or ():
            if not all(_surer(claim.factuality, said) for said in gold.factualities):
                yield "no surer"
            else:
                yield "certain" if claim.factuality.certainty is Certainty.CT else "surer"


def _told(proposal: Proposal, here: Page) -> Sequence[Claim] | None:
    try:
        return joined((), claims(proposal, here), here)
    except Refused:
        return None


def _proposals(claim: Claim, here: Page) -> Iterator[Proposal]:
    """Propose a claim anew by each word of its sentence, where it has just one."""
    told_in = [n for n, s in enumerate(here.sentences) if where(s).overlaps(claim.evidence[0])]
    if len(told_in) != 1:
        return
    [number] = told_in
    sentence, text = here.sentences[number], here.document.text
    inside = [role for role in claim.roles if where(sentence).contains(role.span)]
    roles = tuple(Quote(role.span.of(text), number, role.name) for role in inside)
    for token in sentence:
        if token.pos_ in TELLING:
            yield Proposal(number, claim.event, token.text, ASSERTED, roles, ())


def _surer(read: Factuality, gold: Factuality) -> bool:
    if read == UNCOMMITTED:
        return False
    return read.certainty > gold.certainty or read.affirmed != gold.affirmed


if __name__ == "__main__":
    main(sys.argv[1:])

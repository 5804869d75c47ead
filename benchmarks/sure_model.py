"""What a language model that is sure of everything could make of gold claims, at the very worst.

    python -m benchmarks.sure_model ../shared/corpus/dev-en ../shared/corpus/dev-fr

Takes folders with X.txt and gold/X.json. No model is asked: each gold claim is proposed with its
own event and roles, told by each verb, noun and adjective of its sentence in turn, and always as
certain. Printed is what the ceiling leaves of it, beside what the gold says.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

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
    """Print, for each folder, how often a claim came out surer than the gold."""
    for folder in map(Path, folders):
        counted = Counter(_outcomes(folder))
        whole = counted.total() - counted["refused"]
        print(
            f"{folder.name}  {whole:,} claims  surer than the gold {_part(counted, whole)}, "
            f"of them as certain {counted['certain']}; refused {counted['refused']:,}"
        )


def _part(counted: Counter[str], whole: int) -> str:
    inflated = counted["surer"] + counted["certain"]
    return f"{inflated} ({inflated / max(whole, 1):.1%})"


def _outcomes(folder: Path) -> Iterator[str]:
    for file in marked(folder / "gold", folder):
        here = page(document_of(str(file.text)))
        for gold in gold_from_plain(file.plain).claims:
            for proposal in _proposals(gold.claim, here):
                yield from _outcome(gold, proposal, here)


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


def _outcome(gold: GoldClaim, proposal: Proposal, here: Page) -> Iterator[str]:
    try:
        told = joined((), claims(proposal, here), here)
    except Refused:
        yield "refused"
        return
    for claim in told:
        if not all(_surer(claim.factuality, said) for said in gold.factualities):
            yield "no surer"
        else:
            yield "certain" if claim.factuality.certainty is Certainty.CT else "surer"


def _surer(read: Factuality, gold: Factuality) -> bool:
    if read == UNCOMMITTED:
        return False
    return read.certainty > gold.certainty or read.affirmed != gold.affirmed


if __name__ == "__main__":
    main(sys.argv[1:])

"""`recoupe reprints`"""

from typing import TYPE_CHECKING, Any

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recoupe.model.document import Document
    from recoupe.weighing.passages import Passage
    from recoupe.weighing.printed import Borrowing, PrintedText

LONGEST_QUOTE = 160
"""Characters of a passage that are shown; all of it is in the JSON, by its place."""


def reprints(case: CaseFolder, as_json: AsJson = False) -> None:
    """List which documents print the same text, which of them is the earliest, and what is whose.

    Texts may be printed whole, cut, mixed with other words, or translated; below them, passages
    that a document takes from another. Nothing need have been read; where it was, claims help to
    know a translation. With --json, every passage has its place in both documents, in code points.

    \b
    Example:
        recoupe reprints mech
        recoupe reprints mech --json
    """
    from recoupe.cli.contents import contents
    from recoupe.weighing.reprints import reprints as find

    held = contents(case)
    found = find(held.documents.values(), held.readings.values())
    if not held.documents:
        tell(f"no document in this case yet: recoupe add {held.case.folder} FILE...")
    elif not (found.texts or found.borrowings):
        tell("no document of this case prints another")
    if as_json:
        for record in (*map(_text_record, found.texts), *map(_borrowing_record, found.borrowings)):
            say_record(record)
        return
    for text in found.texts:
        _say_text(text, held.documents)
    for taken in found.borrowings:
        _say_borrowing(taken, held.documents)


def _say_text(text: "PrintedText", documents: "Mapping[str, Document]") -> None:
    from recoupe.cli.words import count

    credited = f"; credited: {', '.join(text.agencies)}" if text.agencies else ""
    say(f"{count(len(text.documents), 'document')} print one text{credited}", "bold")
    say(f"  {'earliest':<10}  {'':>5}  {'':>12}  {_which(text.earliest, documents)}")
    for reprint in text.reprints:
        share = f"{reprint.share:.0%}"
        passages = count(len(reprint.passages), "passage")
        which = _which(reprint.document, documents)
        say(f"  {reprint.kind.value:<10}  {share:>5}  {passages:>12}  {which}")


def _say_borrowing(taken: "Borrowing", documents: "Mapping[str, Document]") -> None:
    from recoupe.cli.words import count, one_line

    passages = count(len(taken.passages), "passage")
    say(f"{passages}, {taken.share:.0%} of a document, printed before in another", "bold")
    say(f"  {'in':<4}  {_which(taken.document, documents)}")
    say(f"  {'from':<4}  {_which(taken.source, documents)}")
    longest = max(taken.passages, key=lambda passage: passage.words)
    quote = one_line(longest.span.of(documents[taken.document].text))
    cut = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE].rstrip()}…"
    say(f"  “{cut}”")


def _which(document: str, documents: "Mapping[str, Document]") -> str:
    from recoupe.cli.words import SHORT, whence

    return f"{document:.{SHORT}}  {whence(documents[document])}"


def _text_record(text: "PrintedText") -> dict[str, Any]:
    return {
        "earliest": text.earliest,
        "agencies": list(text.agencies),
        "reprints": [
            {
                "document": reprint.document,
                "kind": reprint.kind.value,
                "share": round(reprint.share, 3),
                "passages": [_passage_record(passage) for passage in reprint.passages],
            }
            for reprint in text.reprints
        ],
    }


def _borrowing_record(taken: "Borrowing") -> dict[str, Any]:
    return {
        "document": taken.document,
        "from": taken.source,
        "share": round(taken.share, 3),
        "passages": [_passage_record(passage) for passage in taken.passages],
    }


def _passage_record(passage: "Passage") -> dict[str, Any]:
    return {
        "start": passage.span.start,
        "end": passage.span.end,
        "source": passage.source,
        "source_start": passage.source_span.start,
        "source_end": passage.source_span.end,
        "words": passage.words,
        "verbatim": passage.verbatim,
    }

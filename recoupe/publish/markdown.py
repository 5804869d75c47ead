"""A dossier as Markdown with footnotes, `[^1]`, as Pandoc and GitHub read them."""

import re
from collections.abc import Iterable, Iterator

from recoupe.publish.parts import Difference, Dossier, Item, Link, Note, Section, Statement, Warning
from recoupe.publish.words import Words, one_line, words

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~^$&])")
"""What Markdown or the HTML in it would read as its own."""


def markdown(dossier: Dossier) -> str:
    """Write a dossier as Markdown; nothing of a document is read as markup."""
    said = words(dossier.language)
    parts = (
        _opening(dossier, said),
        *(_section(section, said) for section in dossier.sections),
        _doubts(dossier.doubts, said),
        _method(said),
        _sources(dossier, said),
        (_note(note, said) for note in dossier.notes),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _opening(dossier: Dossier, said: Words) -> Iterator[str]:
    yield f"# {_plain(dossier.title)}"
    yield _plain(dossier.made)
    yield f"## {said.say('summary')}"
    yield f"### {said.say('came_in')}"
    yield _plain(" ".join(dossier.summary.came_in))
    yield f"### {said.say('stands')}"
    yield _table(dossier, said) if dossier.summary.tallies else said.say("nothing")
    yield said.say("origins_note")
    yield f"### {said.say('contested')}"
    links = "\n".join(f"- {_link(to)}" for to in dossier.summary.contested)
    yield links or said.say("none_contested")


def _table(dossier: Dossier, said: Words) -> str:
    heads = (said.say(head) for head in ("status_head", "findings_head", "means_head"))
    rows = (
        f"| {_link(tally.link)} | {tally.number} | {_plain(tally.meaning)} |"
        for tally in dossier.summary.tallies
    )
    return "\n".join((f"| {' | '.join(heads)} |", "| --- | ---: | --- |", *rows))


def _section(section: Section, said: Words) -> Iterator[str]:
    yield f'## <a id="{section.anchor}"></a>{_plain(section.title)}'
    yield f"*{_plain(section.lead)}*"
    for item in section.findings:
        yield from _item(item, said)


def _item(item: Item, said: Words) -> Iterator[str]:
    title = said.say("link", finding=item.name, label=item.label, heading=item.heading)
    yield f'### <a id="{item.anchor}"></a>{_plain(title)}'
    yield _plain(" ".join(item.origins))
    yield "\n".join(line for one in item.statements for line in _statement(one, said))
    for difference in item.differences:
        yield from _difference(difference, said)
    if item.linked:
        yield f"{said.say('linked')} {'; '.join(map(_link, item.linked))}"


def _statement(one: Statement, said: Words) -> Iterator[str]:
    who = f"{_plain(one.side)} **{_plain(one.who)}** ({_plain(one.reading)})"
    yield f"- {who}{said.colon}{_plain(one.verb)}. {_plain(one.names)}".rstrip()
    for telling in one.quoted():
        quote = said.quoted(_plain(telling.quote))
        yield f"    - {_plain(telling.chain)}{said.colon}{quote}{_cited(telling.notes)}"
    if also := [f"{_plain(telling.chain)}{_cited(telling.notes)}" for telling in one.also()]:
        yield f"    - {said.say('also')}{'; '.join(also)}"


def _difference(difference: Difference, said: Words) -> Iterator[str]:
    yield f"**{_plain(difference.on)}**"
    yield "\n".join(
        f"- {_plain(voice.says)}{said.colon}{said.quoted(_plain(voice.quote))}{_cited(voice.notes)}"
        for voice in difference.voices
    )


def _doubts(doubts: Iterable[Warning], said: Words) -> Iterator[str]:
    yield f"## {said.say('doubts')}"
    lines = [_doubt(one, said) for one in doubts]
    yield f"*{said.say('doubts_lead')}*" if lines else said.say("no_doubts")
    yield from lines


def _doubt(one: Warning, said: Words) -> str:
    quotes = "".join(f"\n    - {said.quoted(_plain(quote))}" for quote in one.quotes)
    note = f"{_plain(one.note)}{_cited(one.notes)}"
    return f"- {_link(one.document)}{said.colon}{note}{quotes}"


def _method(said: Words) -> Iterator[str]:
    yield f"## {said.say('method')}"
    yield "\n".join(
        f"- **{_plain(term)}**{said.colon}{_plain(means)}" for term, means in said.method.terms
    )
    yield from map(_plain, said.method.closing)


def _sources(dossier: Dossier, said: Words) -> Iterator[str]:
    yield f"## {said.say('sources')}"
    yield f"*{said.say('sources_lead')}*"
    for one in dossier.sources:
        lines = "".join(f"\n    - {_plain(line)}" for line in (*one.lines, one.address))
        title = f"{_plain(one.name)}. *{_plain(one.title)}*"
        yield f'- <a id="{one.anchor}"></a>{title}{lines}'


def _note(note: Note, said: Words) -> str:
    quotes = " […] ".join(said.quoted(_plain(quote)) for quote in note.quotes)
    where = ", ".join(map(_plain, (*note.particulars, note.address, note.hash)))
    return f"[^{note.number}]: {quotes} *{_plain(note.title)}*, {where}"


def _link(to: Link) -> str:
    return f"[{_plain(to.words)}](#{to.anchor})"


def _cited(notes: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", one_line(text))

"""Training text made to look like the press: its apostrophes, quotes, spaces and headlines."""

import random
from collections.abc import Callable
from dataclasses import replace

from training.conllu import Sentence, Word
from training.names import Name, NamedText, edited

NO_BREAK_SPACES = ("\u00a0", "\u202f")
QUOTES = {
    "fr": (("«", "»"), ("«", "»"), ("“", "”"), ('"', '"')),
    "en": (("“", "”"), ("“", "”"), ("‘", "’"), ('"', '"')),
}
HIGH_MARKS = frozenset(";:?!%»")  # French sets a no-break space before these


def varied(sentences: list[Sentence], language: str, rng: random.Random) -> list[Sentence]:
    """The sentences of one training document as another newspaper would print them."""
    if rng.random() < 0.4:
        sentences = each_word(sentences, curly)
    if rng.random() < 0.5:
        sentences = requoted(sentences, rng.choice(QUOTES[language]))
    if language == "fr" and rng.random() < 0.6:
        sentences = [no_break(words, rng.choice(NO_BREAK_SPACES)) for words in sentences]
    if rng.random() < 0.3:
        sentences = each_word(sentences, dashed)
    if len(sentences) == 1 and rng.random() < 0.25:
        sentences = [without_stop(sentences[0])]
    return each_word(sentences, random_case(rng))


def each_word(sentences: list[Sentence], change: Callable[[str], str]) -> list[Sentence]:
    """Change every form."""
    return [tuple(replace(w, form=change(w.form)) for w in words) for words in sentences]


def curly(form: str) -> str:
    """Give the form with typographic apostrophes."""
    return form.replace("'", "’")


def dashed(form: str) -> str:
    """Give an en dash for a hyphen that stands alone."""
    return "–" if form in {"-", "--"} else form


def random_case(rng: random.Random) -> Callable[[str], str]:
    """Draw small letters or capitals for a whole document, now and then."""
    draw = rng.random()
    if draw < 0.03:
        return str.lower
    return str.upper if draw < 0.06 else str


def requoted(sentences: list[Sentence], pair: tuple[str, str]) -> list[Sentence]:
    """Straight quotes made into `pair`, opening and closing in turn."""
    is_open = False
    result: list[Sentence] = []
    for words in sentences:
        changed: list[Word] = []
        for word in words:
            if word.form == '"':
                word = replace(word, form=pair[1] if is_open else pair[0])
                is_open = not is_open
            changed.append(word)
        result.append(tuple(changed))
    return result


def no_break(words: Sentence, space: str) -> Sentence:
    """A no-break space inside guillemets and before high punctuation."""
    result = list(words)
    for number, word in enumerate(words):
        if word.form == "«":
            result[number] = replace(result[number], space=space)
        if word.form in HIGH_MARKS and number and words[number - 1].form[-1] not in ".:;?!":
            result[number - 1] = replace(result[number - 1], space=space)
    return tuple(result)


def without_stop(words: Sentence) -> Sentence:
    """Give the sentence without its full stop, as a headline."""
    last = len(words) - 1
    is_leaf = all(word.head != last for word in words)
    return words[:-1] if len(words) > 3 and words[-1].pos == "PUNCT" and is_leaf else words


def varied_names(
    text: NamedText, language: str, stock: dict[str, list[str]], rng: random.Random
) -> NamedText:
    """The same text with other names here and there, other quotes, at times another case.

    stock: names of each label to draw from; empty where names should stay as they are.
    """
    text = renamed(text, stock, rng)
    if rng.random() < 0.4:
        text = edited(text, [(i, i + 1, "’") for i, c in enumerate(text.text) if c == "'"])
    if rng.random() < 0.2:
        text = edited(text, [(i, i + 1, "'") for i, c in enumerate(text.text) if c == "’"])
    if rng.random() < 0.3:
        text = requoted_text(text, rng.choice(QUOTES[language]))
    if rng.random() < 0.2:
        text = edited(
            text, [(i, i + 1, " ") for i, c in enumerate(text.text) if c in "\u00a0\u202f"]
        )
    return recased(text, rng)


def renamed(text: NamedText, stock: dict[str, list[str]], rng: random.Random) -> NamedText:
    """Three names in ten replaced, the same name always by the same one."""
    chosen: dict[str, str] = {}
    edits: list[tuple[int, int, str]] = []
    for name in text.names:
        form = text.text[name.start : name.end]
        pool = stock.get(name.kind or name.label)
        if pool and form not in chosen:
            chosen[form] = rng.choice(pool) if rng.random() < 0.3 else form
        if chosen.get(form, form) != form:
            edits.append((name.start, name.end, chosen[form]))
    return edited(text, edits)


def requoted_text(text: NamedText, pair: tuple[str, str]) -> NamedText:
    """Make straight quotes into `pair`, opening and closing in turn."""
    edits = []
    for number, place in enumerate(i for i, c in enumerate(text.text) if c == '"'):
        edits.append((place, place + 1, pair[number % 2]))
    return edited(text, edits)


def recased(text: NamedText, rng: random.Random) -> NamedText:
    """Now and then all capitals (as headlines and datelines are) or all small."""
    is_headline = len(text.text) < 140 and text.text[-1:] not in '.!?»”"'
    draw = rng.random()
    if draw < (0.12 if is_headline else 0.02):
        return same_length(text, str.upper)
    return same_length(text, str.lower) if draw < (0.16 if is_headline else 0.04) else text


def same_length(text: NamedText, change: Callable[[str], str]) -> NamedText:
    """Change letter by letter, leaving those which would become two (*ß*)."""
    letters = (change(c) if len(change(c)) == 1 else c for c in text.text)
    return NamedText(
        "".join(letters), tuple(Name(n.start, n.end, n.label, n.kind) for n in text.names)
    )

"""Training examples: sentences and named texts set beside spaCy's own tokens."""

import random
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from training.augment import varied, varied_names
from training.conllu import Sentence, Word
from training.names import UNSURE, NamedText, paragraphs


def syntax_examples(
    nlp: Language, sentences: list[Sentence], written: list[Sentence], rng: random.Random
) -> Iterator[Example]:
    """One pass over treebank and written sentences, in varied documents of one to six."""
    documents = grouped(sentences, rng) + grouped(written, rng)
    rng.shuffle(documents)
    for document in documents:
        yield syntax_example(nlp, varied(document, language(nlp), rng))


def language(nlp: Language) -> str:
    """Give the pipeline's language; ours always have one."""
    return str(nlp.lang)


def grouped(sentences: list[Sentence], rng: random.Random) -> list[list[Sentence]]:
    """Cut the sentences into documents of one to six."""
    result = []
    start = 0
    while start < len(sentences):
        size = rng.choice((1, 1, 1, 2, 3, 4, 5, 6))
        result.append(sentences[start : start + size])
        start += size
    return result


def plain_syntax_examples(nlp: Language, sentences: list[Sentence], size: int) -> list[Example]:
    """The sentences as they are, `size` to a document, for scoring."""
    starts = range(0, len(sentences), size)
    return [syntax_example(nlp, sentences[start : start + size]) for start in starts]


def syntax_example(nlp: Language, sentences: list[Sentence]) -> Example:
    """Set the annotated sentences beside our own tokens."""
    gold = gold_doc(nlp, sentences)
    return Example(nlp.make_doc(gold.text), gold)


def gold_doc(nlp: Language, sentences: list[Sentence]) -> Doc:
    """The annotated document; no-break spaces are tokens of their own, as in spaCy."""
    rows: list[tuple[Word, int, bool]] = []  # word, place of its head, starts a sentence
    for words in sentences:
        places = places_of(words, len(rows))
        for number, word in enumerate(words):
            rows.append((word, places[word.head], number == 0))
            if word.space not in {"", " "}:
                rows.append((blank_word(word.space), len(rows) - 1, False))
    row_words = [word for word, _, _ in rows]
    return Doc(
        nlp.vocab,
        words=[word.form for word in row_words],
        spaces=[word.space == " " for word in row_words],
        pos=[word.pos for word in row_words],
        morphs=[morph(word) for word in row_words],
        lemmas=[word.lemma for word in row_words],
        heads=[head for _, head, _ in rows],
        deps=["ROOT" if head == place else word.dep for place, (word, head, _) in enumerate(rows)],
    )


def places_of(words: Sentence, start: int) -> list[int]:
    """Give where each word will stand once blank tokens are in."""
    places = []
    for word in words:
        places.append(start)
        start += 1 if word.space in {"", " "} else 2
    return places


def blank_word(space: str) -> Word:
    """Give the token for a no-break space."""
    return Word(space, space, "SPACE", (), 0, "dep", "")


def morph(word: Word) -> str:
    """Give the features as one string."""
    return "|".join(f"{name}={value}" for name, value in word.features)


def name_examples(
    nlp: Language, texts: list[NamedText], stock: dict[str, list[str]], rng: random.Random
) -> Iterator[Example]:
    """One pass over the texts, cut at most line breaks and varied."""
    pieces = [piece for text in texts for piece in cut(text, rng)]
    rng.shuffle(pieces)
    for piece in pieces:
        yield name_example(nlp, varied_names(piece, language(nlp), stock, rng))


def cut(text: NamedText, rng: random.Random) -> list[NamedText]:
    """Cut nine texts in ten at their line breaks."""
    return [text] if rng.random() < 0.1 else paragraphs(text)


def plain_name_examples(nlp: Language, texts: list[NamedText]) -> list[Example]:
    """The texts as they are, cut at line breaks, for scoring."""
    return [name_example(nlp, piece) for text in texts for piece in paragraphs(text)]


def name_example(nlp: Language, text: NamedText) -> Example:
    """Set the names beside our own tokens; unsure ones teach nothing."""
    gold = nlp.make_doc(text.text)
    sure: list[Span] = []
    missing: list[Span] = []
    for name in text.names:
        span = gold.char_span(name.start, name.end, name.label, alignment_mode="expand")
        if span is None or overlaps(span, sure[-1:] + missing[-1:]):
            continue
        exact = span.text == text.text[name.start : name.end]
        (sure if exact and name.label != UNSURE else missing).append(span)
    gold.set_ents(sure, missing=missing, default="outside")
    return Example(nlp.make_doc(text.text), gold)


def overlaps(span: Span, others: list[Span]) -> bool:
    """Say whether the span begins inside another."""
    return any(span.start < other.end for other in others)

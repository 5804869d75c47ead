"""One scheme for all treebanks of a language.

They disagree on reflexives, passives, agents and quotation; what the reader needs of them is
made alike here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from training.conllu import Sentence, Word

REFLEXIVE_FORMS = frozenset({"se", "s'", "s’"})


def normalised(words: Sentence, language: str) -> Sentence:
    """The sentence in the common scheme."""
    return NORMALISERS[language](words)


def children(words: Sentence, head: int) -> list[Word]:
    """Give the words right under the one at `head`."""
    return [word for number, word in enumerate(words) if word.head == head and number != head]


def french(words: Sentence) -> Sentence:
    """Give a French sentence in the common scheme."""
    words = with_speech_on_top(words)
    return tuple(french_word(words, number) for number in range(len(words)))


def with_speech_on_top(words: Sentence) -> Sentence:
    """Quotation with the speaker behind it: the verb of saying governs what is said.

    Sequoia and GSD hang *a dit X* under the quoted sentence, PUD the sentence under *dit*, all
    as `parataxis`; English treebanks have `ccomp` under *said*, and so it is made here.
    """
    for number, word in enumerate(words):
        if word.dep != "parataxis":
            continue
        if word.head < number and speaks_after(words, number):
            return raised(words, number)
        if word.head > number and speaks_after(words, word.head):
            return (*words[:number], replace(word, dep="ccomp"), *words[number + 1 :])
    return words


def speaks_after(words: Sentence, number: int) -> bool:
    """A verb with its subject behind it, at the end of the sentence."""
    behind = any(
        w.head == number and w.dep == "nsubj" and place > number for place, w in enumerate(words)
    )
    top = words[number].head
    rest = [w for place, w in enumerate(words) if w.head == top and place > number]
    return words[number].pos == "VERB" and behind and all(w.pos == "PUNCT" for w in rest)


def raised(words: Sentence, number: int) -> Sentence:
    """The word at `number` and its head change places in the tree."""
    top = words[number].head
    old = words[top]
    head = number if old.head == top else old.head
    result = list(words)
    result[number] = replace(words[number], head=head, dep=old.dep)
    result[top] = replace(old, head=number, dep="ccomp")
    return tuple(result)


def french_word(words: Sentence, number: int) -> Word:
    """Give one word of it."""
    word = words[number]
    reflexive = word.form.lower() in REFLEXIVE_FORMS and word.pos == "PRON"
    word = word.with_features(
        Reflex="Yes" if reflexive else None,
        NumType=french_numeral(word),
        Voice="Pass" if french_passive(words, number) else None,
        Degree=None,
        Case=None,
    )
    if reflexive and word.dep in {"obj", "iobj", "mark", "expl:comp"}:
        return replace(word, dep="expl:pv")
    if word.dep == "obl" and french_agent(words, number):
        return replace(word, dep="obl:agent")
    return word


def french_numeral(word: Word) -> str | None:
    """Say `Card` or `Ord`; not every treebank does."""
    if word.pos == "NUM":
        return "Card"
    ordinal = word.lemma in {"premier", "second"} or word.lemma.endswith("ième")
    return "Ord" if word.pos == "ADJ" and ordinal else None


def french_passive(words: Sentence, number: int) -> bool:
    """A past participle with a passive auxiliary, or one that modifies a noun by itself."""
    word = words[number]
    if word.pos != "VERB" or word.feature("VerbForm") != "Part" or word.feature("Tense") != "Past":
        return False
    below = {child.dep for child in children(words, number)}
    if below & {"aux:pass", "nsubj:pass"}:
        return True
    return word.feature("Voice") == "Pass" or (
        word.dep == "acl" and "aux:tense" not in below and "expl:pv" not in below
    )


def french_agent(words: Sentence, number: int) -> bool:
    """Say whether this is the *par* phrase of a passive."""
    by = any(w.lemma == "par" and w.dep == "case" for w in children(words, number))
    return by and french_passive(words, words[number].head)


def english(words: Sentence) -> Sentence:
    """Give an English sentence in the common scheme."""
    return tuple(english_word(words, number) for number in range(len(words)))


def english_word(words: Sentence, number: int) -> Word:
    """Give one word of it."""
    word = words[number]
    if word.feature("Tense") == "Past" and word.lemma != "be":
        word = word.with_features(Person=None, Number=None)
    if word.pos == "VERB" and word.feature("VerbForm") == "Part":
        word = word.with_features(Voice="Pass" if english_passive(words, number) else None)
    if word.dep == "obl" and english_agent(words, number):
        return replace(word, dep="obl:agent")
    return word


def english_passive(words: Sentence, number: int) -> bool:
    """Say whether this is a passive participle; PUD leaves it open."""
    word = words[number]
    if word.feature("VerbForm") != "Part" or word.feature("Tense") != "Past":
        return False
    below = {child.dep for child in children(words, number)}
    return (
        word.feature("Voice") == "Pass"
        or bool(below & {"aux:pass", "nsubj:pass"})
        or (word.dep in {"acl", "amod"} and "aux" not in below)
    )


def english_agent(words: Sentence, number: int) -> bool:
    """Say whether this is the *by* phrase of a passive."""
    by = any(w.lemma == "by" and w.dep == "case" for w in children(words, number))
    return (
        by
        and words[words[number].head].pos == "VERB"
        and english_passive(words, words[number].head)
    )


def governed(sentences: Iterable[Sentence]) -> frozenset[tuple[str, str]]:
    """Verb and preposition pairs, such as *livrer à*, that are mostly arguments."""
    votes: Counter[tuple[str, str]] = Counter()
    for words in sentences:
        for pair, word in oblique_pairs(words):
            votes[pair] += 1 if word.dep == "obl:arg" else -1
    return frozenset(pair for pair, vote in votes.items() if vote > 0)


def with_arguments(words: Sentence, pairs: frozenset[tuple[str, str]]) -> Sentence:
    """The same sentence with `obl` made `obl:arg` where other treebanks would."""
    argued = {id(word) for pair, word in oblique_pairs(words) if pair in pairs}
    return tuple(
        replace(word, dep="obl:arg") if word.dep == "obl" and id(word) in argued else word
        for word in words
    )


def oblique_pairs(words: Sentence) -> Iterator[tuple[tuple[str, str], Word]]:
    """Give each oblique with its (verb, preposition)."""
    for number, word in enumerate(words):
        if word.dep in {"obl", "obl:arg"}:
            for child in children(words, number):
                if child.dep == "case":
                    yield (words[word.head].lemma, child.lemma), word


NORMALISERS: dict[str, Callable[[Sentence], Sentence]] = {"fr": french, "en": english}

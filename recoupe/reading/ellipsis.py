"""Words that stand for what was told before: *it did not*, *we did it once*, *« Non », dit-il*."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import children, sentence_end
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import says

ENDS = frozenset(",;.:!?…)»”—–")


@dataclass(frozen=True, slots=True)
class Ellipsis:
    """A word that stands for an event. denied: whether it says no; asked: it answers a question."""

    word: Token
    denied: bool
    asked: bool = False


def ellipses(sentence: Tokens, setting: Setting) -> Iterator[Ellipsis]:
    """Give the words of a sentence that stand for an event told before, in their order."""
    cues = setting.lexicon.cues
    for token in sentence:
        if entry(token, setting.lexicon.flat_denials):
            yield Ellipsis(token, denied=True)
        elif token.lower_ in cues.noes | cues.yeses and _is_alone(token):
            yield Ellipsis(token, token.lower_ in cues.noes, asked=True)
        elif _is_bare_auxiliary(token, setting) or _stands_in(token, setting):
            yield Ellipsis(token, denied=_negated_after(token, setting))


def _is_alone(word: Token) -> bool:
    """*« Non », répond-il*: between marks, or first and before one."""
    before = word.i == word.sent.start or word.nbor(-1).is_punct
    last = word.i + 1 == sentence_end(word)
    return before and (last or _ends(word.nbor(1)))


def _is_bare_auxiliary(word: Token, setting: Setting) -> bool:
    """*It had, the minister conceded*; *they didn't*: a pronoun, an auxiliary, and no verb."""
    cues = setting.lexicon.cues
    if word.lower_ not in cues.bare_auxiliaries or word.i == word.sent.start:
        return False
    if word.nbor(-1).pos_ != "PRON" or word.nbor(-1).lower_ in cues.that:
        return False
    denied = _negated_after(word, setting)
    rest = word.doc[word.i + 1 + denied : sentence_end(word)]
    if rest and not _ends(rest[0]):
        return False
    commas = [t.i for t in rest if t.text == ","]
    if len(commas) > 1 and not (denied and _only_names(word.doc[commas[-1] + 1 : rest[-1].i])):
        return False  # *they were, he said, a bargain*; *it would not, he said, be intimidated*
    if word.dep_ == "acl:relcl":
        return False  # *the fleet it has*
    head = word.head
    return head == word or head.i < word.i or says(head, setting)  # *did, however, deliver*


def _ends(mark: Token) -> bool:
    """Say whether a mark closes what was said; a straight quote may open as well."""
    if mark.text == '"':
        return mark.i + 1 == sentence_end(mark) or mark.nbor(1).is_punct
    return mark.text in ENDS


def _only_names(words: Tokens) -> bool:
    """*It did not, said the minister, Ada Kroll*: the words after the last comma say who speaks."""
    return all(t.pos_ in ("PROPN", "NOUN", "ADP", "DET") for t in words)


def _negated_after(word: Token, setting: Setting) -> bool:
    after = word.doc[word.i + 1 : min(word.i + 2, sentence_end(word))]
    return any(t.lower_ in setting.lexicon.cues.negators for t in after)


def _stands_in(word: Token, setting: Setting) -> bool:
    """*We did it once*, *did so*, *ils l'ont fait*: *do* with a pronoun for what is done."""
    cues = setting.lexicon.cues
    if not any(lemma in cues.pro_verbs for lemma in lemmas(word)) or word.pos_ not in PREDICATES:
        return False
    if any(s.pos_ != "PRON" for s in children(word, "nsubj")):
        return False  # somebody else did it
    done = [*children(word, "obj"), *children(word, "advmod")]
    alone = not children(word, "xcomp", "ccomp")
    return alone and any(t.lower_.replace("’", "'") in cues.pro_objects for t in done)


PREDICATES = ("VERB", "AUX")

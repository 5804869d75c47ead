"""What was learned decides whether a word tells an event, and never how sure it is."""

from dataclasses import replace

import pytest

from recoupe.languages.judge import Judge, judge
from recoupe.model.reading import Reading
from recoupe.reading.likely import by_rules, learned
from recoupe.reading.read import read
from tests.marked import Marked, document_of, marked
from training.annotated import Seen
from training.judge import learn

SENTENCES = [s for name in ("claims-fr.md", "claims-en.md") for s in marked(name)]
LEARNED = "likely by its context"


def told(sentence: Marked, likelihood) -> Reading:
    return read(document_of(sentence.text, sentence.language), likelihood=likelihood)


def open_all(candidate, around):
    return 1.0


@pytest.mark.parametrize("sentence", SENTENCES[::7], ids=str)
def test_a_claim_that_only_learning_opened_says_so(sentence):
    by_rule = {(c.event, c.evidence) for c in told(sentence, by_rules).claims}

    more = [c for c in told(sentence, open_all).claims if (c.event, c.evidence) not in by_rule]

    assert [c for c in more if LEARNED not in {r.rule for r in c.reasons}] == []


@pytest.mark.parametrize("sentence", SENTENCES[::7], ids=str)
def test_what_is_opened_is_no_surer_than_the_rules_let_the_word_be(sentence):
    """Open or closed, the same word gets the same factuality from the same rules."""
    open_ = {(c.event, c.roles, c.sources): c for c in told(sentence, open_all).claims}

    for claim in told(sentence, learned).claims:
        other = open_.get((claim.event, claim.roles, claim.sources))
        if other:
            assert claim.factuality.certainty <= other.factuality.certainty


def test_learning_is_repeatable():
    seen = [
        Seen(frozenset({"gate=goods:True", f"word=w{n % 5}"}), True, n % 3 > 0, f"text {n % 4}")
        for n in range(60)
    ]

    assert learn(seen) == learn([replace(one) for one in seen])


def test_what_goes_with_the_right_ones_weighs_for_and_what_goes_with_the_wrong_ones_against():
    seen = [Seen(frozenset({"good" if n % 2 else "bad"}), True, n % 2 == 1, "t") for n in range(40)]

    taught = learn(seen)

    assert taught.likelihood(["good"]) > 0.5 > taught.likelihood(["bad"])


def test_a_feature_never_seen_weighs_nothing():
    taught = Judge(-1.0, {"word=sell": 2.0})

    assert taught.likelihood(["word=sell", "word=unseen"]) == taught.likelihood(["word=sell"])


def test_the_bundled_judge_is_one_that_learned():
    assert len(judge().weights) > 1000

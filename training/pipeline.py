"""The untrained pipelines: tokenizer, components and their sizes."""

from typing import Any

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex, compile_suffix_regex

# Syntax gains from width; names have it so that they can begin with what the syntax learned.
WIDTH = 160
ROWS = [8000, 1500, 4000, 4000]

ELIDED = ["l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"]
WHOLE_FRENCH = ("c'est-à-dire", "quelqu'un", "quelqu'une", "prud'homme", "presqu'île")
LEGAL_FORMS = ("Ltd.", "Co.", "Corp.", "Inc.", "d.o.o.", "S.p.A.", "A.Ş.", "S.A.", "N.V.", "B.V.")

INFIXES = {
    "fr": [
        r"(?<=[a-zA-Z]['’])[\"«“„]",  # d'«ami»
        r"(?<=\d)[–—](?=\d)",  # 2022–2024
    ],
    "en": [
        r"(?<=\d)[–—](?=\d)",
        r"(?<=[A-Z]\.)-(?=[a-z])",  # U.S.-made
    ],
}
SUFFIXES = {
    "fr": [r"(?<=\d)(?:Md€|M€|k€|Mds?)"],
    "en": [r"(?<=\d)(?:bn|mn|tn)"],
}


def blank(language: str) -> Language:
    """A pipeline with nothing but its tokenizer, fitted to the press."""
    nlp = spacy.blank(language)
    tokenizer: Any = nlp.tokenizer
    defaults: Any = nlp.Defaults
    infixes = [*INFIXES[language], *defaults.infixes]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    suffixes = [*SUFFIXES[language], *defaults.suffixes]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    for form in whole_tokens(language):
        tokenizer.add_special_case(form, [{ORTH: form}])
    return nlp


def whole_tokens(language: str) -> list[str]:
    """Forms never to be cut: *l’* before a guillemet, *c’est-à-dire*, *Ltd.*"""
    if language != "fr":
        return list(LEGAL_FORMS)
    elided = [stem + "'" for stem in ELIDED]
    cased = [f for form in (*elided, *WHOLE_FRENCH) for f in (form, form.capitalize())]
    return [*LEGAL_FORMS, *cased, *(form.replace("'", "’") for form in cased)]


def syntax_pipeline(language: str) -> Language:
    """Morphology, parse and lemma over one shared tok2vec."""
    nlp = blank(language)
    nlp.add_pipe("tok2vec", config={"model": tok2vec(WIDTH)})
    nlp.add_pipe(
        "morphologizer", config={"label_smoothing": 0.05, "model": tagger("spacy.Tagger.v2")}
    )
    nlp.add_pipe("parser", config={"model": transitions("parser", listener())})
    nlp.add_pipe(
        "trainable_lemmatizer",
        config={"min_tree_freq": 2, "top_k": 3, "model": tagger("spacy.Tagger.v2")},
    )
    return nlp


def names_pipeline(language: str) -> Language:
    """Names over a tok2vec of their own."""
    nlp = blank(language)
    nlp.add_pipe("ner", config={"model": transitions("ner", tok2vec(WIDTH))})
    return nlp


def tok2vec(width: int) -> dict[str, Any]:
    """Give the embedding of words, as config."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": ROWS,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def listener() -> dict[str, Any]:
    """Give the link to the shared tok2vec."""
    return {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": WIDTH,
        "upstream": "tok2vec",
    }


def tagger(architecture: str) -> dict[str, Any]:
    """Give a classifier of words."""
    return {"@architectures": architecture, "nO": None, "normalize": False, "tok2vec": listener()}


def transitions(kind: str, below: dict[str, Any]) -> dict[str, Any]:
    """Give a transition-based model, for arcs or for names."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": below,
    }

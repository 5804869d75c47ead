"""Which part of the data trains, which chooses and which only tests."""

from dataclasses import dataclass
from pathlib import Path

from training.conllu import Sentence, read
from training.names import NamedText, others, own_press, press
from training.scheme import governed, normalised, with_arguments

TRAIN = {
    "fr": ("fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_fqb-ud-test"),
    "en": ("en_ewt-ud-train", "en_gum_free-ud-train", "en_pud-ud-test"),
}
COARSE = {"fr": ("fr_pud-ud-test",), "en": ()}  # treebanks without `obl:arg`
CHOOSE = {"fr": ("fr_sequoia-ud-dev",), "en": ("en_ewt-ud-dev", "en_gum_free-ud-dev")}
TEST = {
    "fr": {"Sequoia": "fr_sequoia-ud-test", "GSD": "fr_gsd-ud-test"},
    "en": {"EWT": "en_ewt-ud-test", "GUM": "en_gum_free-ud-test"},
}


class MissingDataError(Exception):
    """The folder with the annotated text is not where it was said to be."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """Texts with names: the press apart from all else, each in three parts."""

    press_train: list[NamedText]
    press_choose: list[NamedText]
    press_test: list[NamedText]
    other_train: dict[str, list[NamedText]]
    other_choose: list[NamedText]
    other_test: dict[str, list[NamedText]]


def checked(data: Path) -> Path:
    """The data folder, if it has what is needed; raises `MissingDataError`."""
    for part in ("ud", "ner"):
        if not (data / part).is_dir():
            raise MissingDataError(
                f"{data} has no folder {part}/. Give the folder that holds ud/ and ner/ with "
                "--data; training/README.md says what is in it."
            )
    return data


def treebank(data: Path, language: str, name: str) -> list[Sentence]:
    """Give the sentences of one part; raises `MissingDataError`."""
    path = data / "ud" / language / f"{name}.conllu.xz"
    if not path.is_file():
        raise MissingDataError(f"{path} is missing; training/README.md lists the treebanks.")
    return [normalised(words, language) for words in read(path)]


def training_sentences(data: Path, language: str) -> list[Sentence]:
    """Give all that trains the syntax."""
    fine = [words for name in TRAIN[language] for words in treebank(data, language, name)]
    pairs = governed(fine)
    coarse = [words for name in COARSE[language] for words in treebank(data, language, name)]
    return fine + [with_arguments(words, pairs) for words in coarse]


def choosing_sentences(data: Path, language: str) -> list[Sentence]:
    """At most 700 sentences of each dev part: enough to choose by."""
    return [w for name in CHOOSE[language] for w in treebank(data, language, name)[:700]]


def name_parts(data: Path, language: str) -> NameParts:
    """Every fifth press text and the last tenth of every other source only test."""
    texts = list(enumerate(press(data, language)))
    sources = others(data, language)
    return NameParts(
        press_train=[text for i, text in texts if i % 5 != 4 and i % 20 != 7] + own_press(language),
        press_choose=[text for i, text in texts if i % 20 == 7],
        press_test=[text for i, text in texts if i % 5 == 4],
        other_train={name: part[: len(part) * 87 // 100] for name, part in sources.items()},
        other_choose=[
            t for p in sources.values() for t in p[len(p) * 87 // 100 : len(p) * 9 // 10]
        ],
        other_test={name: part[len(part) * 9 // 10 :] for name, part in sources.items()},
    )

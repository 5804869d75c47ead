"""How forms of a language end, and which ending their dictionary form has."""

from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

from recoupe.languages.toml import load


class Forms(BaseModel):
    """forms.toml. endings: of a form, and those that its dictionary form may have instead.

    stand_in: a form of a verb that can be no noun, where many verbs and nouns look alike.
    answers: words that are a sentence of their own before a full stop.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    endings: dict[str, tuple[str, ...]]
    stand_in: str | None = None
    answers: frozenset[str] = frozenset()

    def dictionary(self, form: str) -> list[str]:
        """Give the dictionary words that `form` may belong to, the longest ending first.

        >>> forms("fr").dictionary("remises")
        ['remise', 'remettre']
        """
        fitting = [e for e in self.endings if form.endswith(e) and len(form) > len(e) + 1]
        fitting.sort(key=lambda e: (e != "s", -len(e)))
        return [form[: -len(e)] + other for e in fitting for other in self.endings[e]]


@cache
def forms(language: str) -> Forms:
    """Load the endings of a language; a language without such a file has none."""
    if not resources.files("recoupe.languages").joinpath(language, "forms.toml").is_file():
        return Forms(endings={})
    return load(f"{language}/forms.toml", Forms)

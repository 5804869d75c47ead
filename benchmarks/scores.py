"""What the reader and the findings are worth: `python -m benchmarks.scores`.

Reads the development sets and prints a page of Markdown; `docs/scores.md` is that page. The
figures are those of the scorers in `../shared/tools`, as they print them.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.aligned import Aligned
from benchmarks.sets import SETS, SHARED, read_set
from recoupe.model.gold import reading_to_plain
from recoupe.reading.read import READER

CLAIMS = {
    "gold, dev-fr and dev-en together": ("gold", "dev-fr", "dev-en"),
    "gold: five French articles": ("gold",),
    "dev-fr": ("dev-fr",),
    "dev-en": ("dev-en",),
    "train-fr": ("train-fr",),
    "train-en": ("train-en",),
    "written-fr: French texts of our own": ("written-fr",),
    "written-en: English texts of our own": ("written-en",),
    "unseen-fr: French texts that nobody had in view": ("unseen-fr",),
    "unseen-en: English texts that nobody had in view": ("unseen-en",),
}
FINDINGS = ("dev-fr", "dev-en")
HEAD = f"""\
# Scores

Made by `.venv/bin/python -m benchmarks.scores > docs/scores.md`, with reader `{READER}`.
Gold claims lie in `../shared/corpus` and are not part of the project; the scorers are `../shared/tools/score_claims.py` and `score_findings.py`, and the figures stand as they print them.
Texts are read as `recoupe read` reads a file: publisher, furniture and date are found, not told; only a date that the text does not state (all of train-fr and train-en) is taken from the gold.
The rules were written with all of these texts but the unseen ones in view, and the judge ([judge.md](judge.md)) was taught by them, so that unseen texts are read less well: [those](../benchmarks/unseen/README.md) say how much.
A second reading by a person reaches claims F1 0.90 in French and 0.88 in English, full 0.74 and 0.83; these four are not measured by this command.
`inflated` is the share of the claims found that are read as surer than their source made them, the one error that cannot be forgiven: it is not yet nought.
Sentences that are read wrongly stand in [known-failures.md](../tests/sentences/known-failures.md).
What the pipelines underneath are worth has a page of its own: [pipelines.md](pipelines.md).
"""  # noqa: E501 - prose has one sentence a line


@dataclass(frozen=True, slots=True)
class Folders:
    """Where gold, readings and texts of some sets lie together, as the scorers want them."""

    gold: Path
    read: Path
    texts: Path


def main() -> int:
    """Print the page; 1 where the development sets are missing."""
    if not SHARED.is_dir():
        print(f"{SHARED}: no development sets here", file=sys.stderr)
        return 1
    print(HEAD)
    with tempfile.TemporaryDirectory() as scratch:
        for title, names in CLAIMS.items():
            _print(f"Claims, {title}", _claims(_laid_out(names, Path(scratch))))
        for name in FINDINGS:
            folders = _laid_out((name,), Path(scratch))
            _print(f"Findings, {name}, from gold claims", _scored_findings(name, folders))
            _print(
                f"Findings, {name}, from the claims that are read", _scored_as_read(name, folders)
            )
    print(_speed())
    return 0


def _print(title: str, figures: str) -> None:
    print(f"## {title}\n\n```\n{figures}\n```\n")


def _laid_out(names: Sequence[str], scratch: Path) -> Folders:
    folders = Folders(*(Path(tempfile.mkdtemp(dir=scratch)) for _ in range(3)))
    for one in (one for name in names for one in read_set(name)):
        shutil.copy(one.gold.file, folders.gold)
        shutil.copy(one.gold.text, folders.texts)
        plain = reading_to_plain(replace(one.reading, document=one.gold.stem), one.document.text)
        written = json.dumps(plain, ensure_ascii=False)
        (folders.read / one.gold.file.name).write_text(written, "utf-8")
    return folders


def _claims(folders: Folders) -> str:
    return _said(
        "score_claims.py", str(folders.gold), str(folders.read), "--texts", str(folders.texts)
    )


def _scored_findings(name: str, folders: Folders) -> str:
    made = folders.gold / "found.list"
    made.write_text(_weighed(folders.gold, folders.texts), "utf-8")
    return _said("score_findings.py", str(SETS[name].gold / "findings.json"), str(made))


def _scored_as_read(name: str, folders: Folders) -> str:
    """Score findings of read claims, against all gold claims and against those that were read."""
    found = json.loads(_weighed(folders.read, folders.texts))
    gold = json.loads((SETS[name].gold / "findings.json").read_text("utf-8"))
    gold = gold["findings"] if isinstance(gold, dict) else gold
    tool = SHARED / "tools" / "score_claims.py"
    aligned = Aligned.of(folders.gold, folders.read, folders.texts, tool)
    truths = {"all gold claims": gold, "the gold claims that are read": aligned.readable(gold)}
    statuses = Counter(finding["status"] for finding in found)
    told = "  ".join(f"{status} {count}" for status, count in sorted(statuses.items()))
    lines = [f"findings {len(found)}   {told}"]
    for against, truth in truths.items():
        for file, findings in (("truth", truth), ("found", aligned.renamed(found))):
            (folders.read / f"{file}.list").write_text(json.dumps(findings), "utf-8")
        ends = (str(folders.read / "truth.list"), str(folders.read / "found.list"))
        lines.append(f"against {against}:\n{_said('score_findings.py', *ends)}")
    return "\n".join(lines)


def _weighed(claims: Path, texts: Path) -> str:
    """Make findings of the claims of a folder, as JSON."""
    for text in texts.glob("*.txt"):
        shutil.copy(text, claims)
    return _output([sys.executable, "-m", "recoupe", "weigh", str(claims), "--json"])


def _said(tool: str, *arguments: str) -> str:
    return _output([sys.executable, str(SHARED / "tools" / tool), *arguments])


def _speed() -> str:
    return "## Speed\n\n" + _output([sys.executable, "-m", "benchmarks.reading"])


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())

"""Findings from read claims laid beside the gold: each read claim goes by the gold claim it is.

Which read claim is which gold claim, the scorer of the claims tells. What is read and not in the
gold is left out.
"""

import importlib.util
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

Findings = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Which gold claim each read claim is: by text, index of the read one → index of the gold."""

    known: Mapping[str, Mapping[int, int]]

    @classmethod
    def of(cls, gold: Path, read: Path, texts: Path, scorer: Path) -> "Aligned":
        """Match the claims of two folders. scorer: score_claims.py"""
        tool = _tool(scorer)
        files = sorted(file for file in gold.glob("*.json") if (read / file.name).is_file())
        return cls({file.stem: _matched(tool, file, read, texts) for file in files})

    def renamed(self, found: Findings) -> Findings:
        """Give findings by the indices of the gold claims."""
        told = [
            {
                **one,
                "claims": [[d, self.known[d][i]] for d, i in one["claims"] if i in self.known[d]],
            }
            for one in found
        ]
        return [one for one in told if one["claims"]]

    def readable(self, gold: Findings) -> Findings:
        """Give gold findings with those of their claims that were read."""
        read = {(text, i) for text, known in self.known.items() for i in known.values()}
        told = [{**one, "claims": [c for c in one["claims"] if tuple(c) in read]} for one in gold]
        return [one for one in told if one["claims"]]


def _tool(scorer: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_claims", scorer)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(scorer)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def _matched(tool: ModuleType, gold: Path, read: Path, texts: Path) -> Mapping[int, int]:
    golds, reads = (
        json.loads(file.read_text("utf-8"))["claims"] for file in (gold, read / gold.name)
    )
    text = (texts / f"{gold.stem}.txt").read_text("utf-8")
    return {told: truth for truth, told in tool.match(golds, reads, text)}

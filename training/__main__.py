"""`python -m training fr --data ../shared/data` makes a bundled pipeline again."""

import argparse
import sys
from pathlib import Path

from training.sources import MissingDataError, checked
from training.train import STEPS, train

PIPELINES = Path("recoupe", "languages", "pipelines")


def main() -> int:
    """Run the command; give its exit status."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("language", choices=("fr", "en"))
    parser.add_argument("--data", type=Path, required=True, help="the folder with ud/ and ner/")
    parser.add_argument("--out", type=Path, default=PIPELINES, help="where pipelines are kept")
    parser.add_argument("--steps", type=int, help="updates of each part, for a quick try")
    options = parser.parse_args()
    try:
        data = checked(options.data)
        options.out.mkdir(parents=True, exist_ok=True)
        steps = dict.fromkeys(STEPS, options.steps) if options.steps else STEPS
        train(options.language, data, options.out / options.language, steps)
    except MissingDataError as missing:
        print(f"training: {missing}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

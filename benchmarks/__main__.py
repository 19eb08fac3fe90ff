"""Every published figure: ``python -m benchmarks --data DIR`` runs the benchmarks one after the other.

    python -m benchmarks --data DIR [--text FOLDER] [--peers PYTHON]

Each writes its table between the marks of its page in docs/, or prints it where it has no page. --text is a folder of
free English text (*.txt) for what was tried with n-grams, which is left out without it; --peers is the Python that has
the peers of throughput.py. All together take some three hours, an hour and a half of them memory over 10,000 articles.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

EVALUATION = ("--output", "docs/evaluation.md")
SCALE = ("--output", "docs/scale.md")


def commands(data: str, text: str, peers: str) -> list[list[str]]:
    """The commands, the longest last."""
    ntrex = [f"{data}/alignment/ntrex/{lang}" for lang in ("ru", "en")]
    return [
        ["encoder", *ntrex],
        ["links", "--data", data],
        ["names", "--data", data],
        ["alignment", "--data", data, "--output", "docs/alignment.md"],
        ["languages", "--data", data, "--output", "docs/languages.md"],
        ["fidelity", "--data", data, "--output", "docs/scores.md"],
        ["rules", "--data", data, *EVALUATION],
        ["senses", "--data", data, *EVALUATION],
        ["mqm", "--data", data, *EVALUATION],
        *([["garble", "--data", data, "--text", text, *EVALUATION]] if text else []),
        ["fuzz"],
        ["throughput", "--peers", peers, *SCALE],
        *(["scale", part, *SCALE] for part in ("cost", "processes", "engines", "memory")),
    ]


def main() -> int:
    """Run them all; the exit code is the worst of theirs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with alignment/, quality/, retranslation/ ...")
    parser.add_argument("--text", type=Path, help="folder of free English text")
    parser.add_argument("--peers", default=sys.executable, help="the Python that has harper and bicleaner-hardrules")
    asked = parser.parse_args()
    worst = 0
    text = str(asked.text.resolve()) if asked.text else ""
    for name, *arguments in commands(str(asked.data.resolve()), text, asked.peers):
        print(f"== {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=False)
        worst = max(worst, done.returncode)
    checker = [sys.executable, "-c", "from checker.cli import main; main()"]
    evaluate = [*checker, "evaluate", "corpora", *EVALUATION]
    return max(worst, subprocess.run(evaluate, check=False).returncode)


if __name__ == "__main__":
    sys.exit(main())

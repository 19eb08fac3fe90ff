"""Every published figure: ``python -m benchmarks --data DIR`` runs the benchmarks one after the other.

Each writes its table between the markers of its page in docs/, or prints it where it has no page.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def commands(data: Path) -> list[list[str]]:
    """The commands, cheapest first; one whose file is not there is left out."""
    wanted = [
        ["encoder", str(data / "alignment/ntrex/ru"), str(data / "alignment/ntrex/en")],
        ["links", "--data", str(data)],
        ["alignment", "--data", str(data), "--output", "docs/alignment.md"],
        ["languages", "--data", str(data), "--output", "docs/languages.md"],
        ["fidelity", "--data", str(data), "--output", "docs/scores.md"],
        ["rules", "--data", str(data), "--output", "docs/evaluation.md"],
        ["throughput", "--output", "docs/scale.md"],
    ]
    return [command for command in wanted if (HERE / f"{command[0]}.py").exists()]


def main() -> int:
    """Run them all; the exit code is the worst of theirs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with alignment/, quality/, retranslation/ ...")
    data = parser.parse_args().data.resolve()
    worst = 0
    for name, *arguments in commands(data):
        print(f"== {name}", flush=True)
        worst = max(
            worst, subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=False).returncode
        )
    checker = [sys.executable, "-c", "from checker.cli import main; main()"]
    evaluate = [*checker, "evaluate", "corpora", "--output", "docs/evaluation.md"]
    return max(worst, subprocess.run(evaluate, check=False).returncode)


if __name__ == "__main__":
    sys.exit(main())

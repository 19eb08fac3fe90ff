"""Every command of the README is run, and prints what stands under it."""

from __future__ import annotations

import re
import subprocess
import sys
from fnmatch import fnmatchcase

import pytest

from tests.conftest import ROOT

BLOCKS = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_console_block(block):
    command, *expected = block.rstrip("\n").split("\n")
    assert command.startswith("$ checker ")
    code = "from checker.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *command.split()[2:]], cwd=ROOT, capture_output=True, check=False, timeout=300
    )
    printed = done.stdout.decode().split("\n")
    place = 0
    for line in expected:
        if line.strip() == "...":
            continue
        pattern = re.sub(r"([\[\]?*])", r"[\1]", line).replace("…", "*")
        place = next(
            (index + 1 for index in range(place, len(printed)) if fnmatchcase(printed[index].rstrip(), pattern)), -1
        )
        assert place > 0, f"not printed: {line}\n" + "\n".join(printed[:60])


def test_python_blocks_run():
    for block in re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL):
        exec(compile(block, "README.md", "exec"), {})


def test_the_first_screen_shows_what_it_does():
    first = (ROOT / "README.md").read_text("utf-8").split("\n")[:60]
    assert any(line.startswith("$ checker check") for line in first)
    assert any("make demo" in line for line in first)
    assert any("make test" in line for line in first)

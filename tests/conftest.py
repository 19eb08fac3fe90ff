"""What several tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORPORA = ROOT / "corpora"


def pytest_addoption(parser):
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew")


def pytest_configure(config):
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture
def data():
    """The folder of development data; the test is skipped where it is absent."""
    folder = Path(os.environ.get("CHECKER_DATA", ""))
    if not os.environ.get("CHECKER_DATA") or not folder.is_dir():
        pytest.skip("CHECKER_DATA names no folder of development data")
    return folder


@pytest.fixture
def run(tmp_path):
    """The command line in a process of its own."""

    def run(*arguments, cwd=None, stdin=None, env=None):
        return subprocess.run(
            [sys.executable, "-c", "from checker.cli import main; main()", *map(str, arguments)],
            cwd=cwd or tmp_path,
            input=stdin,
            capture_output=True,
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "120", **(env or {})},
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def golden(request):
    """Compare with tests/goldens/NAME, or write it with --regenerate."""

    def compare(name, content):
        path = ROOT / "tests" / "goldens" / name
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        if request.config.getoption("--regenerate"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert path.exists(), f"no golden {name}; run pytest --regenerate and read what it wrote"
        assert data.decode("utf-8") == path.read_bytes().decode("utf-8")

    return compare

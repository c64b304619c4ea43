"""``python -m scripts.wheels``: does the core install from wheels alone on every system we name?"""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]
SYSTEMS = {
    "x86_64-unknown-linux-gnu": "Linux x86-64",
    "aarch64-apple-darwin": "macOS arm64",
    "x86_64-apple-darwin": "macOS x86-64",
    "x86_64-pc-windows-msvc": "Windows x86-64",
}
PYTHONS = ("3.11", "3.12", "3.13")
AT_ONCE = 4


def why_not(asked: tuple[str, str]) -> str:
    """Why the core does not resolve there with binaries only, at the lock's versions; empty where it does."""
    system, python = asked
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--only-binary", ":all:"]
    where = ["--python-platform", system, "--python-version", python]
    done = subprocess.run(
        [*command, *where, "-c", "locks/core.txt", "pyproject.toml"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return "" if done.returncode == 0 else " ".join(done.stderr.split()) or "uv failed"


def results() -> Iterator[tuple[str, str]]:
    """A line for every system and Python, and why it fails."""
    asked = list(product(SYSTEMS, PYTHONS))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for (system, python), why in zip(asked, pool.map(why_not, asked), strict=True):
            yield f"{SYSTEMS[system]}, Python {python}: {why or 'wheels for everything'}", why


def main() -> int:
    """Try every system with every Python; 1 where one fails."""
    failed = 0
    for line, why in results():
        sys.stdout.write(line + "\n")
        failed += bool(why)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""``python -m scripts.generate [--check]``: what is made from code and data, written or held against it."""

import sys
from pathlib import Path

from scripts.reference import casefile, commands, errors, laws, routes, schemata

ROOT = Path(__file__).parents[1]


def generated() -> dict[str, str]:
    """Every generated file by its path from the root, with what it should hold."""
    pages = {
        "commands": commands.page(),
        "errors": errors.page(),
        "casefile": casefile.page(),
        "schemata": schemata.page(),
        "laws": laws.page(),
        "routes": routes.page(),
        **{f"laws/{name}": text for name, text in laws.law_pages().items()},
    }
    found = {f"docs/reference/{name}.md": text.rstrip() + "\n" for name, text in pages.items()}
    return {**found, "src/answerable/cli/help.txt": commands.help_page()}


def stale() -> list[str]:
    """The generated files that are not what they should be."""
    return [
        name
        for name, text in generated().items()
        if not (ROOT / name).exists() or (ROOT / name).read_bytes() != text.encode()
    ]


def write() -> None:
    """Write every generated file anew, with the same bytes on every system."""
    for name, text in generated().items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_bytes(text.encode())


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` say which differ and give back 1."""
    if arguments != ["--check"]:
        write()
        return 0
    differing = stale()
    for name in differing:
        sys.stdout.write(f"{name} is not what the code makes: run make generate\n")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

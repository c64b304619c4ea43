"""``python -m bench [NAME …]``: run the benchmarks, all of them or those named."""

import sys
from importlib import import_module

NAMES = (
    "start_up",
    "importing",
    "recording",
    "statements",
    "matrix",
    "origins",
    "submission",
    "names",
    "screening",
    "cluster",
)


def main() -> None:
    for name in sys.argv[1:] or NAMES:
        print(f"== {name}")
        import_module(f"bench.{name}").run()


if __name__ == "__main__":
    main()

"""``python -m answerable.names.kernel.build``: compile the kernel beside its source, if this machine can.

``CC`` names the compiler. ``ANSWERABLE_NATIVE=1`` makes it for this very processor: some per cent faster, and
perhaps of no use on another machine.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from answerable.names.kernel.load import LIBRARY, SOURCE, source_hash

_COMPILERS = ("cc", "gcc", "clang")
_FLAGS = ("-O3", "-std=c99", "-fPIC", "-shared")


def build(library: Path = LIBRARY) -> str:
    """Compile; the answer is one sentence that says what came of it."""
    asked = os.environ.get("CC")
    compiler = next(
        (path for name in ([asked] if asked else _COMPILERS) if (path := shutil.which(name))), None
    )
    if compiler is None:
        return "There is no C compiler here: names are compared as correctly without it, but slower."
    native = ["-march=native"] if os.environ.get("ANSWERABLE_NATIVE") else []
    made = library.with_name(f"{library.stem}-{os.getpid()}{library.suffix}")
    hashed = f'-DKERNEL_HASH="{source_hash()}"'
    command = [compiler, *_FLAGS, *native, hashed, "-o", str(made), str(SOURCE)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        made.replace(library)
    except (OSError, subprocess.SubprocessError) as error:
        made.unlink(missing_ok=True)
        why = type(error).__name__
        return f"The names kernel could not be compiled ({why}): names are compared as correctly, but slower."
    return f"The names kernel was compiled to {library.name}."


if __name__ == "__main__":
    sys.stdout.write(build() + "\n")

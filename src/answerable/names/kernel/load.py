"""The compiled kernel, where there is one that was made from this very source."""

import hashlib
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

from cffi import FFI

SOURCE = Path(__file__).with_name("kernel.c")
_ENDING = {"win32": ".dll", "darwin": ".dylib"}
LIBRARY = SOURCE.with_name("_kernel" + _ENDING.get(sys.platform, ".so"))
_DECLARATIONS = re.compile(r"/\* declarations.*?\*/(.*)/\* end of declarations \*/", re.DOTALL)


def source_hash() -> str:
    """What a library says of itself that was made from the source as it is now."""
    return hashlib.sha256(SOURCE.read_bytes()).hexdigest()


@cache
def declared() -> FFI:
    """The structs and functions that the source declares."""
    ffi = FFI()
    found = _DECLARATIONS.search(SOURCE.read_text("utf-8"))
    ffi.cdef(found[1] if found else "")
    return ffi


@cache
def kernel() -> Any:
    """The library's functions; None where it is not there, cannot be loaded or is older than its source."""
    if not LIBRARY.is_file():
        return None
    ffi = declared()
    try:
        found = ffi.dlopen(str(LIBRARY))
        made_from = ffi.string(found.kernel_hash())
    except (OSError, AttributeError):
        return None
    return found if made_from == source_hash().encode() else None
